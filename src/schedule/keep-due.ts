/** Loaded after a change of the record that holds answers: says on this device how much comes back on which day. */
import type { ProgressRecord } from '../record/record.ts';
import { seconds } from '../record/record.ts';
import type { RoadmapData } from '../record/reading.ts';
import { dueEvent, dueKey } from './day.ts';
import { loadReview } from './load-review.ts';
import { itemsOf } from './review-data.ts';
import { dueByDay, standings } from './schedule.ts';

/** Where the review is not published, or cannot be loaded, everything stays as it is. */
export async function keepDue(
  record: ProgressRecord,
  { base, root, was }: { base: string; root: string; was: RoadmapData['was'] | undefined },
): Promise<void> {
  try {
    const { data } = await loadReview(root);
    // Long questions are asked on request only, so nobody is reminded of them.
    const days = dueByDay(standings(record, itemsOf(data), was).values(), seconds());
    if (days.length > 0) localStorage.setItem(dueKey(base), JSON.stringify(days));
    else localStorage.removeItem(dueKey(base));
    dispatchEvent(new Event(dueEvent));
  } catch {
    // Without a network or room: the page of the review counts by itself.
  }
}
