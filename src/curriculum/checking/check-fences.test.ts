import { expect, test } from 'vitest';
import { contentFolder, phasePage, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

const page = 'content/docs/phases/01-databases.mdx';
const today = new Date('2026-12-01');
const sql = '-- #region join\nSELECT 1;\n-- #endregion join\n';

test('a region or file of a sample that is gone stops the build, with the file and line of its block', () => {
  const body = '## Joins\n\n```sql sample="shop/a.sql#joins"\n```\n\n```sql sample="shop/b.sql"\n```\n';
  const { curriculum, problems } = loadCurriculum(
    contentFolder({ [page]: phasePage({}, body), 'content/samples/shop/a.sql': sql }),
    today,
  );
  const line = phasePage({}, body).split('\n').indexOf('```sql sample="shop/a.sql#joins"') + 1;
  expect(problems).toMatchObject([
    { code: 'sample-region', file: page, line },
    { code: 'sample-missing', file: page, line: line + 3 },
  ]);
  expect(problems.map((one) => one.message)).toMatchInlineSnapshot(`
    [
      "The sample \`shop/a.sql\` has no region \`joins\`. Its regions are \`join\`. A region starts with a comment \`#region name\` and ends with \`#endregion name\`.",
      "The sample \`shop/b.sql\` does not exist under \`content/samples\`. Did you mean \`shop/a.sql\`? Correct the path or add the file.",
    ]
  `);
  expect(curriculum).toBeUndefined();
});

test('a block that is no sample says why, and says so to the reader', () => {
  const body = '## Joins\n\n```sql\nSELECT 1;\n```\n\n```sql reason="wrong"\nSELEC 1;\n```\n';
  const { problems } = loadCurriculum(contentFolder({ [page]: phasePage({}, body) }), today);
  expect(problems).toMatchObject([{ code: 'code-reason', file: page }]);
});

test('a block that holds nothing, at which the build would stop, is told', () => {
  const body = '## Joins\n\n```text\n```\n\n```sql reason="excerpt"\n\n```\n';
  const { problems } = loadCurriculum(contentFolder({ [page]: phasePage({}, body) }), today);
  expect(problems.map(({ code }) => code)).toEqual(['code-empty', 'code-empty']);
});

test('lines of code that are wider than the roadmap wants them are told, and stop nothing', () => {
  const wide = `SELECT ${'a, '.repeat(10)}b;`;
  const body = (meta: string) => `## Joins\n\n\`\`\`${meta}\n${meta.includes('sample') ? '' : `${wide}\n`}\`\`\`\n`;
  const told = (meta: string, setting = 'codeWidth: 30\n') => {
    const files = {
      [page]: phasePage({}, body(meta)),
      'content/site.yaml': `${soundContent['content/site.yaml']}${setting}`,
      'content/samples/shop/a.sql': `${wide}\n-- #region join\n${wide}\n${wide}\n-- #endregion join\n`,
      'content/samples/shop/output/a.json': `${wide}\n`,
    };
    const { curriculum, problems } = loadCurriculum(contentFolder(files), today);
    expect(curriculum).toBeDefined();
    return problems.map(({ code, severity, message }) => `${severity} ${code} ${message}`);
  };
  expect(told('sql sample="shop/a.sql#join"')).toEqual([
    expect.stringMatching(/^warning code-width 2 lines .* 30 characters, such as `SELECT a, .* in `shop\/a.sql#join`/),
  ]);
  expect(told('sql reason="excerpt"')).toEqual([expect.stringMatching(/^warning code-width A line of this block has/)]);
  for (const meta of ['sql sample="shop/a.sql#join" wide="a list"', 'json sample="shop/output/a.json"', 'text'])
    expect(told(meta), meta).toEqual([]);
  expect(told('sql sample="shop/a.sql#join"', '')).toEqual([]);
});
