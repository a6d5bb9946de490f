import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { expect, test } from 'vitest';
import { shortGroups } from './short-groups.ts';

type Entry = StarlightRouteData['sidebar'][number];

const link = (href: string, isCurrent = false) =>
  ({ type: 'link', label: href, href, isCurrent, badge: undefined, attrs: {} }) as const;
const group = (entries: Entry[]): Entry => ({ type: 'group', label: 'G', entries, collapsed: true, badge: undefined });
const lessons = (count: number, here?: number) =>
  Array.from({ length: count }, (_, index) => link(`/l/${index}`, index === here));
const short = (entries: Entry[]) =>
  shortGroups(
    entries,
    (href) => href.startsWith('/l/'),
    (count, near) => ({ label: `All ${count}`, href: `/map#${near}` }),
  );
const hrefs = (entry: Entry | undefined) =>
  entry?.type === 'group' ? entry.entries.map((one) => (one.type === 'link' ? one.href : 'group')) : [];

test('a group of a hundred lessons stays as it is', () => {
  const sidebar = [group(lessons(100, 3)), link('/other/')];
  expect(short(sidebar)).toEqual(sidebar);
});

test('of a long group the lessons around the page stay, with a link to all of them', () => {
  const [near] = short([group([link('/start/'), ...lessons(1000, 500), link('/end/')])]);
  expect(hrefs(near)).toEqual([
    '/map#/l/500',
    '/start/',
    ...Array.from({ length: 25 }, (_, index) => `/l/${488 + index}`),
    '/end/',
  ]);
  expect(hrefs(short([group(lessons(1000, 0))])[0])).toHaveLength(14);
});

test('of a long group that the page is not in, only the link to all of them stays, within other groups too', () => {
  expect(hrefs(short([group(lessons(101))])[0])).toEqual(['/map#/l/0']);
  const [outer] = short([group([group(lessons(101)), link('/other/')])]);
  expect(hrefs(outer)).toEqual(['group', '/other/']);
  expect(outer?.type === 'group' && hrefs(outer.entries[0])).toEqual(['/map#/l/0']);
});
