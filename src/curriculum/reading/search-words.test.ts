import { expect, test } from 'vitest';
import { contentFolder, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

type Files = Parameters<typeof contentFolder>[0];
const load = (files: Files) => loadCurriculum(contentFolder({ ...soundContent, ...files }), new Date('2026-12-01'));
const problemsOf = (files: Files) =>
  load(files).problems.map(({ code, file, line, message }) => ({ code, file, line, message }));

test('words of the search lead to the sections that they mean', () => {
  const { curriculum } = load({
    'content/search.yaml': "alike: [[slow, fast]]\ntopics: { 'databases#joins': [two tables in one] }\n",
  });
  expect(curriculum!.search.alike).toEqual([['slow', 'fast']]);
  expect(curriculum!.search.topics).toMatchObject([
    { ask: ['two tables in one'], see: { path: '/phases/databases/#joins', title: 'Joins' } },
  ]);
});

test('a section that no lesson has, and a page that is not there, are problems with their line', () => {
  const found = problemsOf({
    'content/search.yaml':
      "topics:\n  'databases#joinz': [two tables]\nquestions:\n  - { ask: [where], answer: There., see: /nowhere/ }\n",
  });
  expect(found).toEqual([
    expect.objectContaining({ code: 'topic-reference', file: 'content/search.yaml', line: 2 }),
    expect.objectContaining({
      file: 'content/search.yaml',
      line: 4,
      message: expect.stringContaining('/nowhere/') as string,
    }),
  ]);
  expect(found[0]!.message).toContain('databases#joins');
});

test('a message leads to a section, and no form of it stands twice', () => {
  const message = (form: string, see: string) => `- { message: ${form}, means: It is so., see: ${see} }\n`;
  expect(load({ 'content/messages.yaml': message('No rows', 'databases#joins') }).curriculum!.messages).toMatchObject([
    { id: 'no-rows', see: { path: '/phases/databases/#joins' } },
  ]);
  const found = problemsOf({
    'content/messages.yaml': message('No rows', 'databases#joins') + message('no ROWS', 'databases#join'),
  });
  expect(found.map(({ code, line }) => [code, line])).toEqual([
    ['message-twice', 2],
    ['topic-reference', 2],
  ]);
});

test('what learners want must be there', () => {
  const learners = (opens: string) =>
    `pages: {}\nlearners:\n  queries:\n    - { query: two tables, kind: words, opens: [${opens}] }\n`;
  expect(problemsOf({ 'content/coverage.yaml': learners('databases#joins, /map/') })).toEqual([]);
  const found = problemsOf({ 'content/coverage.yaml': learners("'databases#joinz', /nowhere/") });
  expect(found.map(({ file, line }) => [file, line])).toEqual([
    ['content/coverage.yaml', 4],
    ['content/coverage.yaml', 4],
  ]);
});
