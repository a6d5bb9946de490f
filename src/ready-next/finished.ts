/** What the reader has finished, from the copy of the progress that pages show (`src/progress/`). */
import { readShown } from '../progress/kept-here.ts';
import { isFinished } from '../record/reading.ts';

/**
 * Ids of the topics and build tasks that are done or skipped.
 *
 * @param base address of the first page of the site, with a slash at the end
 * @returns such as `topic:caching/redis` and `build:caching`; none where nothing is kept
 */
export function finishedHere(base: string): Set<string> {
  const shown = readShown(base);
  return new Set(
    Object.entries(shown?.lessons ?? {}).flatMap(([slug, { topics, build }]) => [
      ...Object.keys(topics).flatMap((id) => (isFinished(topics[id]) ? [`topic:${slug}/${id}`] : [])),
      ...(isFinished(build) ? [`build:${slug}`] : []),
    ]),
  );
}

/** Calls back whenever the progress changes, in this tab or in another one. @returns stops it */
export function whenProgressChanges(act: () => void): () => void {
  const fromOtherTab = ({ key }: StorageEvent) => void (key?.startsWith('progress ') && act());
  addEventListener('progress-changed', act);
  addEventListener('storage', fromOtherTab);
  return () => {
    removeEventListener('progress-changed', act);
    removeEventListener('storage', fromOtherTab);
  };
}
