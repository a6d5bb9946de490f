/** Gives the sidebar and the links to neighbors the numbers of phases, and shortens groups that are very long. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { lessonsOf } from '../curriculum/model/model.ts';
import type { LessonView } from '../site/curriculum-view.ts';
import { languageOf } from '../site/page-language.ts';
import { shortGroups } from './short-groups.ts';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;

export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute: route }, url }) => {
  const language = languageOf(url);
  const { curriculum, href, t } = language;
  const known = addresses.get(curriculum) ?? addressesOf(language);
  addresses.set(curriculum, known);
  const { lessons, tracks } = known;
  const links = route.sidebar.flatMap(linksOf);
  const here = links.findIndex((link) => link.isCurrent);

  const tell = (entry: Entry): void => {
    if (entry.type === 'group') return entry.entries.forEach(tell);
    const lesson = lessons.get(entry.href);
    if (lesson) entry.attrs['data-lesson'] = lesson.slug;
    if (lesson?.position) entry.label = t('navigation.phase.short', { position: lesson.position, title: entry.label });
    if (tracks.has(entry.href)) entry.attrs.class = 'below';
    if (entry.isCurrent) entry.attrs['data-here'] = '';
  };
  route.sidebar = shortGroups(
    route.sidebar,
    (address) => lessons.has(address),
    (count, near) => ({
      label: t('navigation.all', { count }),
      href: `${href('/map/')}#station-${lessons.get(near)!.slug}`,
    }),
  );
  route.sidebar.forEach(tell);
  const [first] = route.sidebar;
  if (here < 0 && first?.type === 'group') first.collapsed = false;

  // Before the first phase is the home page, whatever stands above it in the sidebar; a neighbor of its own stays.
  if (lessons.get(links[here]?.href ?? '')?.position === 1 && route.pagination.prev?.href === links[here - 1]?.href)
    route.pagination.prev = links.find((link) => link.href === href('/'));
  for (const side of ['prev', 'next'] as const) {
    const neighbor = neighborPage(links, here, route, side);
    route.pagination[side] = neighbor;
    const lesson = neighbor && lessons.get(neighbor.href);
    if (neighbor && lesson?.position)
      neighbor.label = t('navigation.phase', { position: lesson.position, title: lesson.title });
  }
});

/** Addresses of lessons and of tracks, by language: every page asks for them. */
const addresses = new WeakMap<object, ReturnType<typeof addressesOf>>();

const addressesOf = ({ curriculum, href }: ReturnType<typeof languageOf>) => ({
  lessons: new Map(lessonsOf<LessonView>(curriculum).map((lesson) => [href(lesson.path), lesson])),
  tracks: new Set(curriculum.tracks.map(({ path }) => href(path))),
});

const linksOf = (entry: Entry): Link[] => (entry.type === 'group' ? entry.entries.flatMap(linksOf) : [entry]);
const leaves = (link: Link | undefined) => link?.attrs.rel === 'external';

/** The page before or after this one; links of the sidebar to other sites are passed over. */
function neighborPage(
  links: readonly Link[],
  here: number,
  { pagination }: StarlightRouteData,
  side: 'prev' | 'next',
): Link | undefined {
  if (!leaves(pagination[side])) return pagination[side];
  const way = side === 'next' ? links.slice(here + 1) : links.slice(0, here).reverse();
  return way.find((link) => !leaves(link));
}
