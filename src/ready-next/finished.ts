/** What the reader has finished, from the copy of the progress that pages show (`src/progress/`). */

/** The part of that copy that is read here. */
interface ShownProgress {
  lessons?: Record<string, { topics?: Record<string, string>; build?: string }>;
}

/**
 * Ids of the topics and build tasks that are done or skipped.
 *
 * @param base address of the first page of the site, with a slash at the end
 * @returns such as `topic:caching/redis` and `build:caching`; none where nothing is kept
 */
export function finishedHere(base: string): Set<string> {
  let shown: ShownProgress | null = null;
  try {
    shown = JSON.parse(localStorage.getItem(`progress ${base} shown`) ?? 'null') as ShownProgress | null;
  } catch {
    // Storage is refused, or what is in it is damaged; the progress says so where it is shown.
  }
  const isFinished = (state: string | undefined) => state !== undefined && state !== 'reading';
  return new Set(
    Object.entries(shown?.lessons ?? {}).flatMap(([slug, { topics = {}, build }]) => [
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
