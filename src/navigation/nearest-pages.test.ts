import { expect, test } from 'vitest';
import { nearestPages } from './nearest-pages.ts';

const pages = ['phases/caching', 'phases/relational-databases', 'phases/nosql-databases', 'phases/apis', 'map'].map(
  (id) => ({ path: `/roadmap/${id}/`, title: id }),
);
const near = (path: string) => nearestPages(path, pages).map(({ title }) => title);

test('a slip of the finger, another folder and another ending lead to the page', () => {
  expect(near('/roadmap/phases/cacheing/')[0]).toBe('phases/caching');
  expect(near('/roadmap/caching.html')[0]).toBe('phases/caching');
  expect(near('/old/relational-database/index.html')[0]).toBe('phases/relational-databases');
});

test('the nearest comes first, each page once', () => {
  expect(near('/databases/')).toEqual(['phases/nosql-databases', 'phases/relational-databases']);
  expect(nearestPages('/map/', [...pages, ...pages])).toHaveLength(1);
});

test('an address like none of them finds nothing, and a broken one does no harm', () => {
  expect(near('/no/such/page/')).toEqual([]);
  expect(near('/')).toEqual([]);
  expect(near('/%E0%A4%A')).toEqual([]);
});
