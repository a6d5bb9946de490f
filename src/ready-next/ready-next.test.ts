import { describe, expect, test } from 'vitest';
import type { LearningData } from './learning-data.ts';
import { readyNext } from './ready-next.ts';

let n = 0;
const topic = (id: string, depth: 0 | 1 | 2 = 0, needs?: string[]) => ({
  id,
  title: id.toUpperCase(),
  n: (n += 1),
  depth,
  ...(needs && { needs }),
});
const lesson = (slug: string, topics: ReturnType<typeof topic>[], needs?: string[]) => ({
  slug,
  title: `Lesson ${slug}`,
  path: `/phases/${slug}/`,
  n: (n += 1),
  hours: [1, 2] as const,
  topics,
  ...(needs && { needs }),
});

const data: LearningData = {
  lessons: [
    lesson('web', [topic('http'), topic('dns', 1), topic('tls', 0, ['web/http'])]),
    lesson('sql', [topic('tables'), topic('keys', 0, ['sql/tables']), topic('views', 2)], ['web']),
    lesson('git', [topic('commit'), topic('rebase', 1, ['git/commit'])]),
    lesson('cache', [topic('redis', 0, ['sql/keys', 'git'])], ['web']),
  ],
  tracks: [
    {
      slug: 'data',
      title: 'Data',
      stages: [
        { title: 'Versions', to: ['git'] },
        { title: 'Storage', to: ['sql', 'cache/redis'] },
      ],
    },
  ],
};
const next = (done: string[], track?: string) => readyNext(data, new Set(done), track);
const keys = (done: string[], track?: string) => next(done, track).map(({ key }) => key);

describe('what is ready next', () => {
  test('for somebody new needs nothing before, one of each lesson, must first', () => {
    expect(keys([])).toEqual(['web/http', 'git/commit', 'web/dns']);
    expect(next([])[0]).toMatchObject({ after: [], opens: ['web/tls'], depth: 0, begun: false });
  });

  test('has what it needs, with the reasons', () => {
    const [first, ...others] = next(['web/http', 'web/tls', 'git/commit', 'sql/tables']);
    expect(first).toMatchObject({ key: 'sql/keys', after: ['TABLES'], opens: ['cache/redis'], begun: true });
    expect(others.map(({ key }) => key)).toEqual(['web/dns', 'git/rebase']);
  });

  test('needs of a lesson only what one must know of it', () => {
    expect(keys(['web/http', 'web/tls'])).toContain('sql/tables');
    expect(keys(['web/http'])).not.toContain('sql/tables');
  });

  test('follows the chosen track, in the order of its stages, before anything else', () => {
    expect(next(['web/http', 'web/tls'], 'data').map(({ key, stage }) => [key, stage])).toEqual([
      ['git/commit', 'Versions'],
      ['sql/tables', 'Storage'],
      ['sql/views', 'Storage'],
    ]);
    expect(keys(['web/http'], 'never-heard-of')).toEqual(keys(['web/http']));
  });

  test('is no topic of the track later than one that the track comes to before and that it needs', () => {
    expect(keys([], 'data')).not.toContain('cache/redis');
    expect(keys(['sql/tables', 'sql/keys', 'git/commit'], 'data')).toContain('cache/redis');
  });

  test('is of the track even where the track leaves out what its lessons need, and says so', () => {
    expect(next([], 'data').map(({ key, outside }) => [key, outside])).toEqual([
      ['git/commit', []],
      ['sql/tables', ['Lesson web']],
      ['web/http', []],
    ]);
    expect(next([], 'data')[2]).toMatchObject({ before: 'TABLES' });
    expect(next([], 'data')[1]).toMatchObject({ after: [], stage: 'Storage' });
    expect(next([], 'data')[1]).not.toHaveProperty('before');
    // What nobody on the track needs comes when there is nothing else.
    expect(keys(['git/commit', 'git/rebase', 'sql/tables', 'sql/keys', 'sql/views'], 'data')).toEqual([
      'cache/redis',
      'web/http',
      'web/dns',
    ]);
  });

  test('opens a lesson with the last thing that one must know before it', () => {
    expect(next(['web/http']).find(({ key }) => key === 'web/tls')!.opens).toEqual(['sql/tables', 'sql/views']);
  });

  test('is nothing when all is done, and unknown names do no harm', () => {
    const all = data.lessons.flatMap((one) => one.topics.map(({ id }) => `${one.slug}/${id}`));
    expect(keys([...all, 'old/topic'])).toEqual([]);
    expect(keys(['old/topic'])).toEqual(keys([]));
  });

  test('never offers what lacks a prerequisite, whatever is done', () => {
    const all = data.lessons.flatMap((one) => one.topics.map(({ id }) => `${one.slug}/${id}`));
    for (let mask = 0; mask < 2 ** all.length; mask += 1) {
      const done = all.filter((_key, index) => mask & (1 << index));
      for (const { key, topic: found } of readyNext(data, new Set(done), undefined, 99)) {
        expect(done).not.toContain(key);
        for (const need of found.needs ?? []) if (need.includes('/')) expect(done).toContain(need);
      }
    }
  });
});
