/** Gives the sidebar and the links to neighbors the numbers of phases, and folds the groups that one is not in. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { lessonsOf } from '../curriculum/model.ts';
import type { LessonView } from '../site/curriculum-view.ts';
import { languageOf } from '../site/page-language.ts';

type Entry = StarlightRouteData['sidebar'][number];

export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute: route }, url }) => {
  const { curriculum, href, t } = languageOf(url);
  const lessons = new Map(lessonsOf<LessonView>(curriculum).map((lesson) => [href(lesson.path), lesson]));
  const tracks = new Set(curriculum.tracks.map(({ path }) => href(path)));
  let isPlaced = false;

  const tell = (entry: Entry): void => {
    if (entry.type === 'group') return entry.entries.forEach(tell);
    const lesson = lessons.get(entry.href);
    if (lesson) entry.attrs['data-lesson'] = lesson.slug;
    if (lesson?.position) entry.label = t('navigation.phase.short', { position: lesson.position, title: entry.label });
    if (tracks.has(entry.href)) entry.attrs.class = 'below';
    if (entry.isCurrent) entry.attrs['data-here'] = '';
    isPlaced ||= entry.isCurrent;
  };
  route.sidebar.forEach(tell);
  const [first] = route.sidebar;
  if (!isPlaced && first?.type === 'group') first.collapsed = false;

  for (const side of ['prev', 'next'] as const) {
    const neighbor = route.pagination[side];
    const lesson = neighbor && lessons.get(neighbor.href);
    if (neighbor && lesson?.position)
      neighbor.label = t('navigation.phase', { position: lesson.position, title: lesson.title });
  }
});
