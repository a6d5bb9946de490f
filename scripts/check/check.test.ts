import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentFolder, phasePage } from '../../src/curriculum/content-fixture.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));
const file = 'content/docs/phases/01-databases.mdx';

function check(files: Record<string, string>, ...words: string[]) {
  const { GITHUB_ACTIONS: _, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...environment, ROADMAP_ROOT: contentFolder(files) },
  });
  return { status, stdout, stderr };
}

test('broken content fails the check, with the nearest name', () => {
  const { status, stdout } = check(
    { [file]: phasePage({ level: 'begginer', prerequisites: '[database]' }) },
    '--only',
    'content',
  );
  expect(status).toBe(1);
  expect(stdout).toContain('4:8     The field `level` has the value `begginer`');
  expect(stdout).toContain('Not in order: content.');
});

test('as JSON it prints nothing but the problems', () => {
  const { status, stdout } = check({ [file]: phasePage({ level: 'begginer' }) }, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([{ code: 'field-wrong', severity: 'error', file, line: 4, column: 8 }]);
});

test('for GitHub it prints annotations beside the report', () => {
  const { stdout } = check({ [file]: phasePage({ level: 'begginer' }) }, '--only', 'content', '--github');
  expect(stdout).toContain(`::error file=${file},line=4,col=8,title=field-wrong::The field`);
});

test('a diagram that Mermaid cannot draw is found without a build', () => {
  const body =
    '## Joins\n\n```mermaid title="Flow" caption="A flow."\nflowchart TD\n  accTitle: F\n  accDescr: G\n  A -->\n```\n';
  const { status, stdout } = check({ [file]: phasePage({}, body) }, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([{ code: 'diagram-syntax', file }]);
});

test('warnings do not fail it', () => {
  const { status, stdout } = check({ [file]: phasePage({ reviewed: '2019-01-01' }) }, '--only', 'content');
  expect(status).toBe(0);
  expect(stdout).toContain('Warning: The page was last reviewed on 2019-01-01');
});

test('unknown words are refused with what there is', () => {
  expect(check({}, '--only', 'contents')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Did you mean `content`?'),
  });
  expect(check({}, '--explain', 'fence-opn')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('`fence-open`'),
  });
});
