/** What a reader of feeds knows a change by. */
import type { Change } from '../curriculum/model/model.ts';

/**
 * Id of a change: its page and its day, so that a second change of a page is a new item, and one whose words are
 * corrected is not. Of several on one day, all but the oldest have a number.
 *
 * @param changes newest first
 */
export function changeId(changes: readonly Pick<Change, 'date' | 'path'>[], index: number): string {
  const { date, path } = changes[index]!;
  const older = changes.slice(index + 1).filter((one) => one.date === date && one.path === path).length;
  return `${path}@${date}${older > 0 ? `.${older + 1}` : ''}`;
}
