/** Links to what the curriculum names, with the base path. */
import curriculum from 'virtual:curriculum';
import type { Stop } from '../curriculum/model.ts';
import { titledStops } from '../curriculum/track-stops.ts';
import { address } from '../site/address.ts';
import { lessonViews } from '../site/curriculum-view.ts';

export interface TitledLink {
  href: string;
  title: string;
}

const lessons = lessonViews(curriculum);

/** Address in the site of a path from its root. */
export const href = (path: string): string => address(path, import.meta.env.BASE_URL);

/** Link to a phase or supplement. */
export function lessonLink(slug: string): TitledLink {
  const { path, title } = lessons.get(slug)!;
  return { href: href(path), title };
}

/** Links to stages of tracks, such as “8 stages, stage 3”. */
export function stopLinks(stops: readonly Stop[]): TitledLink[] {
  return titledStops(stops, curriculum.tracks).map(({ path, title }) => ({ href: href(path), title }));
}
