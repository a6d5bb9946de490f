/** Loaded when progress is moved by link: single answers stay behind, and what follows from them goes along. */
import type { RoadmapData } from '../record/reading.ts';
import type { ProgressRecord } from '../record/record.ts';
import { loadReview } from './load-review.ts';
import { itemsOf } from './review-data.ts';
import { standings, withStates } from './schedule.ts';

/**
 * The record with a snapshot of each question that was answered.
 *
 * @param root address of the first page of the language, with a slash at the end
 * @returns the record as it is where the roadmap has no review, or it cannot be loaded
 */
export async function withAnswers(
  record: ProgressRecord,
  root: string,
  was: RoadmapData['was'],
): Promise<ProgressRecord> {
  if (record.reviews.length === 0) return record;
  try {
    const { data } = await loadReview(root);
    return withStates(record, standings(record, itemsOf(data, { long: true }), was));
  } catch {
    return record;
  }
}
