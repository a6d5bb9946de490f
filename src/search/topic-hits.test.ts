import { expect, test } from 'vitest';
import { topicHits } from './topic-hits.ts';

const section = (url: string, title: string) => ({ url, title, excerpt: '' });
const page = (title: string, sections: { url: string; title: string; excerpt: string }[], kind = 'lesson') => ({
  url: `/${title}/`,
  title,
  excerpt: '',
  meta: { title, level: 'Beginner', kind },
  filters: {},
  sub_results: sections,
});

test('a section whose heading holds the query comes before better ranked prose', () => {
  const hits = topicHits(
    [page('A', [section('/a/#x', 'Something')]), page('B', [section('/b/#circuit-breaker', 'Circuit breaker')])],
    'circuit breaker',
  );
  expect(hits.map((hit) => hit.url)).toEqual(['/b/#circuit-breaker', '/a/#x']);
  expect(hits[0]).toMatchObject({ page: 'B', level: 'Beginner' });
});
test('one page shows at most a few sections', () => {
  const many = Array.from({ length: 9 }, (_, index) => section(`/a/#${index}`, `Part ${index}`));
  expect(topicHits([page('A', many)], 'x')).toHaveLength(3);
});
test('a section found in code and in prose is one hit, with its prose', () => {
  const hits = topicHits(
    [
      page('A', [section('/a/?code#x', 'X')], 'code'),
      page('A', [{ ...section('/a/?lesson#x', 'X'), excerpt: 'prose' }]),
    ],
    'y',
  );
  expect(hits).toEqual([expect.objectContaining({ url: '/a/#x', kind: 'lesson', excerpt: 'prose' })]);
});
