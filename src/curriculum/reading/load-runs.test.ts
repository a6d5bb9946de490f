import { expect, test } from 'vitest';
import { contentFolder, phasePage } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

const sample = `-- #region table
CREATE TABLE loaf (name text);
-- #endregion table
INSERT INTO loaf VALUES ('Boule');
-- #region query
SELECT * FROM loaf;
-- #endregion query
`;

/** What a roadmap runs whose page shows some samples. */
function load(run: string, shown: readonly string[], files: Record<string, string> = {}) {
  const fences = shown.map((name) => `\`\`\`sql sample="bakery/${name}"\n\`\`\`\n`).join('\n');
  const root = contentFolder({
    'content/docs/phases/01-databases.mdx': phasePage({}, `## Joins\n\n${fences}`),
    'content/samples/bakery/loaves.sql': sample,
    'content/samples/bakery/loaves.txt': ' name\n-------\n Boule\n(1 row)\n',
    'content/samples/bakery/run.yaml': run,
    ...files,
  });
  const { curriculum, problems } = loadCurriculum(root);
  return {
    file: curriculum?.runs.folders.get('bakery'),
    recorded: curriculum?.runs.recorded,
    told: problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
  };
}

test('a block runs after what stands above it in its file', () => {
  const { file, told } = load('blocks:\n  loaves.sql#query: { expect: loaves.txt }\n', ['loaves.sql#query']);
  expect(told).toEqual([]);
  const block = file!.blocks['bakery/loaves.sql#query']!;
  expect(block).toMatchObject({ runtime: 'sql', code: 'SELECT * FROM loaf;', recorded: { compare: 'expect' } });
  expect(block.setup.map((id) => file!.texts[id]!.trim())).toEqual([
    'CREATE TABLE loaf (name text);',
    "INSERT INTO loaf VALUES ('Boule');",
  ]);
});

test('blocks of a file, and blocks of one setup, share a session', () => {
  const { file } = load(
    'blocks:\n  loaves.sql#table: {}\n  loaves.sql#query: {}\n  other.sql: { setup: [loaves.sql#table] }\n  more.sql: { setup: [loaves.sql#table] }\n',
    ['loaves.sql#table', 'loaves.sql#query', 'other.sql', 'more.sql'],
    { 'content/samples/bakery/other.sql': 'SELECT 1;\n', 'content/samples/bakery/more.sql': 'SELECT 2;\n' },
  );
  const [table, query, other, more] = Object.values(file!.blocks);
  expect(table!.session).toBe(query!.session);
  expect(other!.session).toBe(more!.session);
  expect(other!.session).not.toBe(table!.session);
  // What the first block is need not run again for the second.
  expect(query!.setup).toEqual(expect.arrayContaining(table!.own));
});

test('whatever cannot run is told with its line, and what to do', () => {
  const { told } = load(
    `blocks:
  loaves.sql#qeury: {}
  Cart.java: {}
  two.sql: {}
  loaves.sql#query: { expect: lost.txt }
  loaves.sql#table: { compare: numbers }
recorded:
  loaves.sql#query: it is also said to run
`,
    ['loaves.sql#query', 'loaves.sql#table', 'Cart.java', 'two.sql'],
    { 'content/samples/bakery/Cart.java': 'class Cart {}\n', 'content/samples/bakery/two.sql': '\\! psql -f b.sql\n' },
  );
  // Which runtimes there are is no matter of this test.
  const steady = told.map((one) => one.replace(/(?<=with one of ).*(?=, or)/, '…'));
  expect(steady).toMatchInlineSnapshot(`
    [
      "content/samples/bakery/run.yaml:2 No page shows \`loaves.sql#qeury\` of this folder. Did you mean \`loaves.sql#query\`? Name what a fence names behind the folder, or remove the entry.",
      "content/samples/bakery/run.yaml:2 The sample \`bakery/loaves.sql\` has no region \`qeury\`. Its regions are \`table\`, \`query\`. A region starts with a comment \`#region name\` and ends with \`#endregion name\`.",
      "content/samples/bakery/run.yaml:3 What is to run \`Cart.java\` cannot be told from its ending. Write \`runtime:\` with one of …, or remove the entry.",
      "content/samples/bakery/run.yaml:4 \`two.sql\` cannot run in the page: \`\\!\` starts another session or program, and the database in the page has one session. Move it to \`recorded\` with that reason, or let it run after another \`setup\`.",
      "content/samples/bakery/run.yaml:5 The sample \`bakery/lost.txt\` does not exist under \`content/samples\`. Did you mean \`bakery/loaves.txt\`? Correct the path or add the file.",
      "content/samples/bakery/run.yaml:6 \`compare\` says how to compare with a recorded output. Name that file by \`expect\`.",
      "content/samples/bakery/run.yaml:8 \`loaves.sql#query\` stands under \`blocks\` and under \`recorded\`. Keep one of the two.",
    ]
  `);
});

test('what is recorded says why', () => {
  const { recorded, told } = load('recorded:\n  loaves.sql#query: it needs two sessions\n', ['loaves.sql#query']);
  expect(told).toEqual([]);
  expect([...recorded!]).toEqual([['bakery/loaves.sql#query', 'it needs two sessions']]);
});

test('scripts that bring in each other, or more than a page could run, are told', () => {
  const script = (name: string) => `\\ir ${name}.sql\n`;
  const query = '-- #region query\nSELECT 1;\n-- #endregion query\n';
  const told = (files: Record<string, string>) =>
    load('blocks:\n  a.sql#query: {}\n', ['a.sql#query'], files).told.filter((one) => !one.includes('loaves'));
  const circle = { 'content/samples/bakery/a.sql': script('b') + query, 'content/samples/bakery/b.sql': script('a') };
  expect(told(circle)).toEqual([
    expect.stringMatching(
      /run\.yaml:2 `a\.sql#query` cannot run in the page: `\\ir a\.sql` stays .* leads back to its own script/,
    ),
  ]);
  const tower = Object.fromEntries(
    Array.from({ length: 12 }, (_one, at) => [
      `content/samples/bakery/t${at}.sql`,
      at < 11 ? script(`t${at + 1}`).repeat(8) : 'SELECT 1;\n',
    ]),
  );
  expect(told({ ...tower, 'content/samples/bakery/a.sql': script('t0') + query })).toEqual([
    expect.stringMatching(/run\.yaml:2 .* one of more than 500/),
  ]);
});
