import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentFolder, phasePage } from '../../src/curriculum/content-fixture.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { questionTypes } from '../../src/curriculum/schema/schema.ts';
import { runtimeNames } from '../../src/runtimes/runtime.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));

function make(root: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ROADMAP_ROOT: root },
  });
  return { status, text: stdout + stderr };
}

const emptyFolder = () => mkdtempSync(path.join(tmpdir(), 'new-'));
const phasesIn = (root: string) => readdirSync(path.join(root, 'content/docs/phases')).sort();

test('a new roadmap in an empty folder has no problems, and neither has it with everything added to it', () => {
  const root = emptyFolder();
  expect(make(root, 'roadmap', '--title', 'Bread: the roadmap').status).toBe(0);
  expect(loadCurriculum(root).problems).toEqual([]);
  expect(make(root, 'phase', '--title', '[Sour] dough & "rye"').status).toBe(0);
  expect(make(root, 'supplement', '--title', 'Ovens').status).toBe(0);
  expect(make(root, 'track', '--title', 'A weekend with more words than a label has room for').status).toBe(0);
  expect(make(root, 'sample', '--phase', 'ovens', '--file', 'heat.py').status).toBe(0);
  const { curriculum, problems } = loadCurriculum(root);
  expect(problems).toEqual([]);
  expect(curriculum!.site.title).toBe('Bread: the roadmap');
  expect(curriculum!.phases.map(({ title, slug }) => [title, slug])).toEqual([
    ['First steps', 'first-steps'],
    ['[Sour] dough & "rye"', 'sour-dough-rye'],
  ]);
  expect(curriculum!.phases[1]).toMatchObject({ prerequisites: ['first-steps'] });
  expect(curriculum!.phases[1]!.questions).toHaveLength(1);
  expect(curriculum!.tracks[0]!.stages).toHaveLength(2);
});

test('a new language brings every word and the home page, and has no problems once site.yaml names it', () => {
  const root = contentFolder({});
  const { status, text } = make(root, 'language', '--code', 'pt-br');
  expect(status).toBe(0);
  expect(text).toContain('- code: pt-BR # Português (Brasil)');
  const settings = path.join(root, 'content/site.yaml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}languages:\n  - code: pt-BR\n`);
  const { curriculum, problems } = loadCurriculum(root);
  expect(problems).toEqual([]);
  expect(curriculum!.translations[0]!.pages.get('index')!.file).toBe('content/docs/pt-br/index.mdx');
  expect(make(root, 'language', '--code', 'klingon').text).toContain('`klingon` is not the tag of a language');
});

test('a new roadmap may be in any language', () => {
  const root = emptyFolder();
  expect(make(root, 'roadmap', '--title', 'Bread', '--language', 'ja').status).toBe(0);
  expect(loadCurriculum(root).problems).toEqual([]);
});

test('a roadmap is refused where content is, and nothing changes', () => {
  const root = contentFolder({});
  const before = readFileSync(path.join(root, 'content/site.yaml'), 'utf8');
  const { status, text } = make(root, 'roadmap', '--title', 'Bread');
  expect(status).toBe(1);
  expect(text).toContain('`content/` is not empty and stays as it is. Move it away first');
  expect(readFileSync(path.join(root, 'content/site.yaml'), 'utf8')).toBe(before);
});

test('nothing is ever written over, and nothing is half done', () => {
  const root = contentFolder({ 'content/questions/ovens.yaml': 'mine' });
  const { status, text } = make(root, 'supplement', '--title', 'Ovens');
  expect(status).toBe(1);
  expect(text).toContain('`content/questions/ovens.yaml` is already there and stays as it is');
  expect(existsSync(path.join(root, 'content/docs/supplements/ovens.mdx'))).toBe(false);
  expect(make(root, 'phase', '--title', 'Databases').text).toContain('01-databases.mdx` is already there');
});

test('a taken number is refused; with --renumber those behind move up and their addresses stay', () => {
  const root = contentFolder({
    'content/docs/phases/02-caching.mdx': phasePage({ prerequisites: '[databases]' }),
    'content/docs/phases/04-queues.mdx': phasePage({ prerequisites: '[caching]' }),
  });
  const addresses = () => loadCurriculum(root).curriculum!.phases.map((phase) => phase.path);
  expect(make(root, 'phase', '--title', 'Joins', '--number', '2').text).toContain('Add `--renumber`');
  const { status, text } = make(root, 'phase', '--title', 'Joins', '--number', '2', '--renumber');
  expect(status).toBe(0);
  expect(text).toContain('moved    content/docs/phases/02-caching.mdx → 03-caching.mdx');
  expect(phasesIn(root)).toEqual(['01-databases.mdx', '02-joins.mdx', '03-caching.mdx', '04-queues.mdx']);
  expect(addresses()).toEqual(['/phases/databases/', '/phases/joins/', '/phases/caching/', '/phases/queues/']);
});

test('phases with gaps and equal numbers are numbered afresh, and keep their texts', () => {
  const root = contentFolder({
    'content/docs/phases/01-caching.mdx': phasePage({ title: 'Caching' }),
    'content/docs/phases/110-queues.mdx': phasePage({ title: 'Queues' }),
  });
  expect(make(root, 'renumber').status).toBe(0);
  expect(phasesIn(root)).toEqual(['01-caching.mdx', '02-databases.mdx', '03-queues.mdx']);
  expect(readFileSync(path.join(root, 'content/docs/phases/02-databases.mdx'), 'utf8')).toContain('title: Databases');
  expect(make(root, 'renumber').text).toContain('in order already');
});

test('a title without Latin letters asks for a slug', () => {
  const root = contentFolder({});
  expect(make(root, 'phase', '--title', 'パン').text).toContain('Add `--slug`');
  expect(make(root, 'phase', '--title', 'パン', '--slug', 'pan').status).toBe(0);
  expect(loadCurriculum(root).problems).toEqual([]);
});

test('wrong words are answered with what there is', () => {
  const root = contentFolder({});
  expect(make(root, 'phas')).toMatchObject({ status: 2, text: expect.stringContaining('Did you mean `phase`?') });
  expect(make(root, 'phase')).toMatchObject({ status: 1, text: expect.stringContaining('`--title` is missing') });
  expect(make(root, 'phase', '--titel', 'x')).toMatchObject({ status: 2, text: expect.stringContaining('--titel') });
  expect(make(root, 'phase', '--title', 'x', '--number', 'two').text).toContain('is no number');
  expect(make(root, 'sample', '--phase', 'nope', '--file', 'a.py').text).toContain('There are: databases.');
  expect(make(root, 'sample', '--phase', 'databases', '--file', '../a.py').text).toContain('is not a file name');
});

test('every answer ends with what to do next', () => {
  const root = contentFolder({});
  expect(make(root, 'phase', '--title', 'Caching').text).toMatch(
    /Next:\n- Write `content\/docs\/phases\/02-caching.mdx`/,
  );
});

const idsIn = (root: string) =>
  readFileSync(path.join(root, 'content/ids.yaml'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .trim();

test('ids join the list with what is made, and keep their numbers when something is renamed or removed', () => {
  const root = emptyFolder();
  make(root, 'roadmap', '--title', 'Bread');
  const first = idsIn(root);
  expect(first).toMatch(/^lesson:first-steps: \{ n: 1 \}\ntopic:first-steps\/[a-z-]+: \{ n: 2 \}/);
  expect(make(root, 'phase', '--title', 'Rye').text).toContain('updated  content/ids.yaml');
  expect(idsIn(root).startsWith(first)).toBe(true);
  expect(make(root, 'ids').text).toContain('Every id is in the list already');

  renameSync(
    path.join(root, 'content/docs/phases/02-rye.mdx'),
    path.join(root, 'content/docs/phases/02-rye-bread.mdx'),
  );
  rmSync(path.join(root, 'content/questions/rye.yaml'));
  expect(loadCurriculum(root).problems.map(({ code }) => code)).toContain('id-vanished');
  const refused = make(root, 'ids');
  expect(refused.status).toBe(1);
  expect(refused.text).toContain('lesson:rye → lesson:rye-bread');
  expect(refused.text).toMatch(/question:rye\/[a-z-]+ was removed/);
  expect(make(root, 'ids', '--rename', 'lesson:rye=topic:rye-bread/x').text).toContain('which is no lesson');
  expect(make(root, 'ids', '--gone', 'lesson:first-steps').text).toContain('`lesson:first-steps` has not vanished');
  expect(make(root, 'ids', '--yes').status).toBe(0);
  expect(loadCurriculum(root).problems).toEqual([]);
  const lines = idsIn(root).split('\n');
  expect(lines.find((line) => line.startsWith('lesson:rye:'))).toMatch(/\{ n: \d+, now: lesson:rye-bread \}/);
  expect(lines.find((line) => line.startsWith('question:rye/'))).toMatch(/\{ n: \d+, gone: \d{4}-\d\d-\d\d \}/);
  expect(lines.map((line) => Number(/n: (\d+)/.exec(line)![1]))).toEqual(lines.map((_line, index) => index + 1));
});

test('a new question is whole, says where it is to be written, and has no other problem', () => {
  const root = contentFolder({
    'content/docs/phases/01-databases.mdx': phasePage(
      {},
      '## Joins\n\n```py sample="databases/sum.py" title="sum.py"\n```\n\n```text sample="databases/output/sum.txt" title="Output"\n```\n',
    ),
    'content/samples/databases/sum.py': 'print(3 + 4)\n',
    'content/samples/databases/output/sum.txt': '7\n',
  });
  const file = path.join(root, 'content/questions/databases.yaml');
  for (const kind of questionTypes) {
    const words = ['question', '--phase', 'databases', '--topic', 'joins', '--kind', kind, '--title', `A ${kind}`];
    const { status, text } = make(root, ...words);
    expect(text, kind).toContain('« and »');
    expect(status, kind).toBe(0);
    expect(make(root, ...words).text, kind).toContain(`has a question \`a-${kind}\` already`);
  }
  const { problems } = loadCurriculum(root);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['question-open']));
  // What is written in their place is all that is missing.
  let written = 0;
  const text = readFileSync(file, 'utf8').replace(/«[^»]*»/g, () => `Words ${(written += 1)}`);
  writeFileSync(file, text);
  expect(loadCurriculum(root).problems).toEqual([]);
  expect(loadCurriculum(root).curriculum!.phases[0]!.questions.map(({ type }) => type)).toEqual(questionTypes);
});

test('a new exercise is whole, says where it is to be written, and has no other problem', () => {
  const root = contentFolder({});
  for (const kind of runtimeNames) {
    const words = ['exercise', '--phase', 'databases', '--topic', 'joins', '--kind', kind, '--title', `In ${kind}`];
    expect(make(root, ...words).text, kind).toContain('content/exercises/databases.yaml');
    expect(make(root, ...words).text, kind).toContain(`has an exercise \`in-${kind}\` already`);
  }
  const { problems } = loadCurriculum(root);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['exercise-open']));
  const file = path.join(root, 'content/exercises/databases.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[«»]/g, ''));
  expect(loadCurriculum(root).problems).toEqual([]);
  expect(loadCurriculum(root).curriculum!.phases[0]!.exercises.map(({ runtime }) => runtime)).toEqual(runtimeNames);
  expect(
    make(root, 'exercise', '--phase', 'databases', '--topic', 'joins', '--kind', 'sqll', '--title', 'X').text,
  ).toContain('Did you mean `sql`?');
});

test('a new question needs a lesson, a topic and a kind that exist, and a sample where its kind shows one', () => {
  const root = contentFolder({});
  const ask = (phase: string, topic: string, kind: string) =>
    make(root, 'question', '--phase', phase, '--topic', topic, '--kind', kind, '--title', 'New').text;
  expect(ask('database', 'joins', 'choice')).toContain('Did you mean `databases`?');
  expect(ask('databases', 'jions', 'choice')).toContain('Did you mean `joins`?');
  expect(ask('databases', 'joins', 'chioce')).toContain('Did you mean `choice`?');
  expect(ask('databases', 'joins', 'fault')).toContain('Make one first: `npm run new -- sample`');
  expect(existsSync(path.join(root, 'content/questions'))).toBe(false);
});
