/** Answers in the record of the reader’s progress; without one, nothing is kept. */

/** The element of every page that knows where progress stands. */
const keeper = () => (import.meta.env.READER_PROGRESS ? document.querySelector<HTMLElement>('reader-progress') : null);

/**
 * Adds an answer to the record.
 *
 * @param id `question:<lesson>/<id>`
 * @param rating from 1 (again) to 4 (easy)
 * @param revision of the question, 1 when left out
 */
export async function keepReview(id: string, rating: number, revision = 1): Promise<void> {
  const element = keeper();
  if (!element) return;
  const { keepAnswer } = await import('../progress/keep-mark.ts');
  await keepAnswer(element, [id, rating, revision]);
}

/** How the questions of a lesson were answered last, by their id within it. */
export async function latestRatings(lesson: string): Promise<Map<string, number>> {
  const ratings = new Map<string, number>();
  const element = keeper();
  if (!element) return ratings;
  const { base = '', root = '' } = element.dataset;
  const databases = await indexedDB.databases?.().catch(() => undefined);
  // Looking must not be the first thing that is stored.
  if (databases && !databases.some(({ name }) => name === `progress ${base}`)) return ratings;
  const { ProgressStore } = await import('../progress/progress-store.ts');
  const store = new ProgressStore({ base, root });
  const { record } = await store.read();
  if (record.reviews.length === 0) return ratings;
  const was = (await store.data())?.was ?? {};
  const start = `question:${lesson}/`;
  for (const [id, , rating] of record.reviews.toSorted((one, other) => one[1] - other[1]))
    for (const today of Object.hasOwn(was, id) ? was[id]! : [id])
      if (today.startsWith(start) && !today.includes('#')) ratings.set(today.slice(start.length), rating);
  return ratings;
}
