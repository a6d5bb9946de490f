/** Shortens groups of the sidebar that are too long to be sent with every page of a large roadmap. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;

/** More lessons than these in one group are not sent. */
const most = 100;
/** How many lessons before the page that one is on, and after it, stay. */
const around = 12;

/**
 * Leaves of a long group the lessons around the page, and a link to where all are; in one that the page is not in, only
 * the link. What is no lesson stays.
 *
 * @param entries of the sidebar, which stay as they are
 * @param isLesson tells of an address whether the link can be left out
 * @param all the words and the address of a link to all, for how many they are and the address of the lesson one is at
 */
export function shortGroups(
  entries: readonly Entry[],
  isLesson: (href: string) => boolean,
  all: (count: number, near: string) => Pick<Link, 'label' | 'href'>,
): Entry[] {
  return entries.map((entry) => {
    if (entry.type !== 'group') return entry;
    const inner = shortGroups(entry.entries, isLesson, all);
    const lessons = inner.filter((one): one is Link => one.type === 'link' && isLesson(one.href));
    if (lessons.length <= most) return { ...entry, entries: inner };
    const here = lessons.findIndex((one) => one.isCurrent);
    const left = new Set<Entry>(
      here < 0 ? lessons : [...lessons.slice(0, Math.max(0, here - around)), ...lessons.slice(here + around + 1)],
    );
    const link: Link = {
      type: 'link',
      ...all(lessons.length, lessons[Math.max(0, here)]!.href),
      isCurrent: false,
      badge: undefined,
      attrs: {},
    };
    return { ...entry, entries: [link, ...inner.filter((one) => !left.has(one))] };
  });
}
