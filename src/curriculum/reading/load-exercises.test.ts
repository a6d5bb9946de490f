import { expect, test } from 'vitest';
import { contentFolder, phasePage, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

const sample = `-- #region table
CREATE TABLE loaf (name text, grams int);
-- #endregion table
INSERT INTO loaf VALUES ('Boule', 900);
`;

const sound = `- id: light
  topic: joins
  level: beginner
  title: Light loaves
  task: Return the light loaves.
  runtime: sql
  setup: [bakery/loaves.sql#table]
  seed: INSERT INTO loaf VALUES ('Batard', 500);
  start: SELECT * FROM loaf;
  solution: SELECT * FROM loaf WHERE grams < 600;
  result: { columns: [name, grams], rows: [[Batard, 500], [true, null]] }
  hints: [Compare.]
  explanation: It compares.
- id: water
  topic: joins
  level: beginner
  title: Water
  task: Write it.
  runtime: javascript
  start: const water = 1;
  solution: const water = 2;
  tests: [{ call: water, is: 2 }, { call: water(), raises: TypeError }]
  hints: [Write 2.]
  explanation: Two is right.
`;

/** What a roadmap of one lesson makes of a file of exercises. */
function load(exercises: string, files: Record<string, string> = {}) {
  const root = contentFolder({
    'content/docs/phases/01-databases.mdx': phasePage(
      {},
      '## Joins\n\n```sql sample="bakery/loaves.sql" title="Loaves"\n```\n',
    ),
    'content/samples/bakery/loaves.sql': sample,
    'content/exercises/databases.yaml': exercises,
    ...files,
  });
  const { curriculum, problems } = loadCurriculum(root);
  return { curriculum, told: problems.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`) };
}

test('an exercise has what runs before it, and what it must give', () => {
  const { curriculum, told } = load(sound);
  expect(told).toEqual([]);
  const [light, water] = curriculum!.phases[0]!.exercises;
  expect(light!.setup.map(({ text }) => text.trim())).toEqual([
    'CREATE TABLE loaf (name text, grams int);',
    "INSERT INTO loaf VALUES ('Batard', 500);",
  ]);
  expect(light).toMatchObject({
    language: 'sql',
    result: {
      ordered: false,
      rows: [
        ['Batard', '500'],
        ['t', null],
      ],
    },
  });
  expect(water).toMatchObject({
    language: 'js',
    setup: [],
    tests: [{ call: 'water', is: '2' }, { raises: 'TypeError' }],
  });
  // What the site publishes of runtimes follows from it.
  expect(new Set(curriculum!.runs.others.map(({ runtime }) => runtime))).toEqual(new Set(['sql', 'javascript']));
});

test('another language has its texts, and its code is the same', () => {
  const { curriculum, told } = load(sound, {
    'content/site.yaml': `${soundContent['content/site.yaml']}languages: [{ code: ar }]\n`,
    'content/i18n/ar.json': '{}\n',
    'content/ar/exercises/databases.yaml': 'light: { title: خفيف, hints: [قارن] }\nlihgt: { title: خطأ }\n',
  });
  expect(told.join('\n')).toContain(
    'content/ar/exercises/databases.yaml:2 `lihgt` is none of the exercises of the lesson in the base language. Did you mean `light`?',
  );
  expect(curriculum).toBeUndefined();
  const right = load(sound, {
    'content/site.yaml': `${soundContent['content/site.yaml']}languages: [{ code: ar }]\n`,
    'content/i18n/ar.json': '{}\n',
    'content/ar/exercises/databases.yaml': 'light: { title: خفيف, hints: [قارن] }\n',
  });
  expect(right.curriculum!.translations[0]!.phases[0]!.exercises[0]).toMatchObject({
    title: 'خفيف',
    task: 'Return the light loaves.',
    hints: ['قارن'],
    start: 'SELECT * FROM loaf;\n',
  });
});

test('whatever is wrong is told with its line, and what to do', () => {
  const wrong = sound
    .replace('topic: joins', 'topic: jions')
    .replace('loaves.sql#table', 'loaves.sql#tabel')
    .replace('[Batard, 500],', '[Batard],')
    .replace('id: water', 'id: light')
    .replace('const water = 1;', "import a from 'a';")
    .replace('Write 2.', '«Write a hint.»')
    .replace('const water = 2;', 'import a from "a";');
  expect(load(wrong).told).toMatchInlineSnapshot(`
    [
      "content/exercises/databases.yaml:2 The exercise belongs to the topic \`jions\`, which the phase does not have. Did you mean \`joins\`? Its topics are \`joins\`.",
      "content/exercises/databases.yaml:11 The row has 1 value where 2 are expected. Write one value for each column, \`null\` for NULL.",
      "content/exercises/databases.yaml:7 The sample \`bakery/loaves.sql\` has no region \`tabel\`. Its regions are \`table\`. A region starts with a comment \`#region name\` and ends with \`#endregion name\`.",
      "content/exercises/databases.yaml:14 The exercise id \`light\` is used twice in this file. Give each exercise its own id.",
      "content/exercises/databases.yaml:23 This is still to be written: «Write a hint.» Replace it, the marks « and » included.",
      "content/exercises/databases.yaml:20 This cannot run in the page: it imports \`a\`, and in the page there are no modules. Write it without that, or leave the exercise out.",
      "content/exercises/databases.yaml:21 This cannot run in the page: it imports \`a\`, and in the page there are no modules. Write it without that, or leave the exercise out.",
    ]
  `);
  expect(load(sound, { 'content/exercises/databses.yaml': sound }).told).toMatchInlineSnapshot(`
    [
      "content/exercises/databses.yaml: There is no phase or supplement \`databses\` for this file of exercises. Did you mean \`databases\`? Name the file after the page it belongs to.",
    ]
  `);
});

test('a start that is the solution leaves nothing to do', () => {
  expect(load(sound.replace('const water = 1;', 'const  water = 2;')).told).toMatchInlineSnapshot(`
    [
      "content/exercises/databases.yaml:20 The starting text is the solution, so there is nothing to do. Take out of \`start\` what the reader is to write.",
    ]
  `);
});

test('fields are told by what the runtime allows', () => {
  const wrong = sound
    .replace('{ columns: [name, grams], rows: [[Batard, 500], [true, null]] }', "{ error: '235', rows: [] }")
    .replace('is: 2', 'equals: 2')
    .replace('hints: [Write 2.]', 'hints: []')
    .replace('runtime: javascript', 'runtime: javascript\n  result: { rows: [] }');
  expect(load(wrong).told).toMatchInlineSnapshot(`
    [
      "content/exercises/databases.yaml:11 The field \`[1].result.error\` has the value \`235\`: write five characters in quotes, such as '23505'.",
      "content/exercises/databases.yaml:11 The field \`[1].result\` has the value \`{"error":"235","rows":[]}\`: write either \`rows\` or \`error\`.",
      "content/exercises/databases.yaml:24 The field \`[2].hints\` has the value \`[]\`: write at least one hint.",
      "content/exercises/databases.yaml:23 The field \`[2].tests[1].equals\` is unknown. Allowed are \`call\`, \`is\`, \`raises\`.",
      "content/exercises/databases.yaml:23 The field \`[2].tests[1]\` has the value \`{"call":"water","equals":2}\`: write either \`is\` or \`raises\`.",
      "content/exercises/databases.yaml:20 The field \`[2].result\` is unknown. Allowed are \`runtime\`, \`language\`, \`id\`, \`topic\`, \`level\`, \`title\`, \`task\`, \`setup\`, \`seed\`, \`start\`, \`solution\`, \`hints\`, \`explanation\`, \`tests\`.",
    ]
  `);
  expect(load(sound.replace('runtime: sql', 'runtime: java')).told).toMatchInlineSnapshot(`
    [
      "content/exercises/databases.yaml:6 The field \`[1].runtime\` has the value \`java\`: allowed are \`sql\`, \`python\`, \`javascript\`.",
    ]
  `);
});
