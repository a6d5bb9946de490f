import { expect, test } from 'vitest';
import { contentFolder, phasePage } from '../curriculum/content-fixture.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { redirectsFile, renamesOf } from './moved.ts';

const base = ['lesson:databases', 'lesson:caching', 'topic:databases/joins', 'topic:caching/redis', 'page:about'].map(
  (id, index) => `${id}: { n: ${index + 1} }`,
);

function renames(...lines: string[]) {
  const { curriculum, problems } = loadCurriculum(
    contentFolder({
      'content/docs/phases/02-caching.mdx': phasePage(
        { title: 'Caching', prerequisites: '[databases]', topics: '[{ id: redis, depth: must }]' },
        '## Redis\n\nText.\n',
      ),
      'content/docs/about.mdx': '---\ntitle: About\ndescription: About this.\n---\n\nText.\n',
      'content/ids.yaml': [
        ...base,
        ...lines.map((line, index) => line.replace('{', `{ n: ${base.length + index + 1},`)),
      ].join('\n'),
    }),
  );
  expect(problems).toEqual([]);
  return renamesOf(curriculum!, curriculum!);
}

test('a renamed page has its old address, and a topic that went elsewhere with it is found from there', () => {
  const { pages } = renames(
    'topic:copies/joining: { now: topic:databases/joins }',
    'lesson:copies: { now: lesson:cache }',
    'lesson:cache: { now: lesson:caching }',
    'page:start/about: { now: page:about }',
  );
  const sections = [{ id: 'joining', title: 'Joins', path: '/phases/databases/#joins' }];
  expect(pages).toEqual([
    { from: '/phases/copies/', to: '/phases/caching/', title: 'Caching', sections },
    { from: '/supplements/copies/', to: '/phases/caching/', title: 'Caching', sections },
    { from: '/phases/cache/', to: '/phases/caching/', title: 'Caching', sections: [] },
    { from: '/supplements/cache/', to: '/phases/caching/', title: 'Caching', sections: [] },
    { from: '/start/about/', to: '/about/', title: 'About', sections: [] },
  ]);
  expect(redirectsFile(pages.slice(-1), (path) => `/base${path}`)).toBe('/base/start/about/ /base/about/ 301\n');
});

test('a renamed topic has its old anchors, and one on another page is told where it was', () => {
  const { pages, anchors } = renames(
    'topic:databases/join: { now: topic:databases/joining }',
    'topic:databases/joining: { now: topic:databases/joins }',
    'topic:databases/in-memory: { now: topic:caching/redis }',
  );
  expect(pages).toEqual([]);
  expect(anchors).toEqual({
    '/phases/databases/': {
      here: { joins: ['join', 'joining'] },
      elsewhere: [{ id: 'in-memory', title: 'Redis', path: '/phases/caching/#redis' }],
    },
  });
});

test('what is gone leads nowhere, and a split to the first of what it became', () => {
  const { pages, anchors } = renames(
    'lesson:old: { gone: 2026-12-01 }',
    'lesson:both: { now: [lesson:caching, lesson:databases] }',
    'topic:databases/old: { gone: 2026-12-01 }',
  );
  expect(pages.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '/phases/both/ /phases/caching/',
    '/supplements/both/ /phases/caching/',
  ]);
  expect(anchors).toEqual({});
});
