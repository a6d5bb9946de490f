/** Links to what the curriculum names, with the base path. */
import curriculum from 'virtual:curriculum';
import type { Stop } from '../curriculum/model.ts';
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
  return stops.map((stop) => {
    const track = curriculum.tracks.find((one) => one.slug === stop.track)!;
    const stage = track.stages[stop.stage - 1]!;
    return { href: href(`${track.path}#${stage.id}`), title: `${track.label}, stage ${stage.position}` };
  });
}
