/** What an import would change, said before anything is changed. */
import { merge } from './merge.ts';
import { marksOfToday, type RoadmapData } from './reading.ts';
import type { Mark, ProgressRecord } from './record.ts';

/** A mark on both sides that is not the same. */
export interface Difference {
  /** Id of today. */
  id: string;
  here: string;
  there: string;
}

export interface Preview {
  /** Ids of today that only the other record knows. */
  added: string[];
  /** Ids that the other record changed later; its mark will stand. */
  taken: Difference[];
  /** Ids that were changed here later; the mark of here stays. */
  kept: Difference[];
  /** Ids of which both say the same. */
  same: number;
  /** Ids that are in nothing of this roadmap; they are kept and not shown. */
  unknown: number;
  /** Marks of here that were removed there later. */
  removed: string[];
  /** Reviews that are not here yet. */
  reviews: number;
  /** Questions whose day of coming back is new or another. */
  states: number;
  /** Other things, such as the chosen track, that the other record changed later. */
  values: string[];
  /** The record after the import. */
  merged: ProgressRecord;
}

/**
 * Compares what is here with what is to be imported.
 *
 * @param isKnown whether an id of today is in the roadmap
 */
export function preview(
  here: ProgressRecord,
  there: ProgressRecord,
  was: RoadmapData['was'],
  isKnown: (id: string) => boolean,
): Preview {
  const merged = { ...merge(here, there), device: here.device, roadmap: here.roadmap };
  const [before, other, after] = [here, there, merged].map((record) => marksOfToday(record, was)) as [
    Map<string, Mark>,
    Map<string, Mark>,
    Map<string, Mark>,
  ];
  const result: Preview = {
    added: [],
    taken: [],
    kept: [],
    same: 0,
    unknown: 0,
    removed: [],
    reviews: Math.max(0, merged.reviews.length - here.reviews.length),
    states: Object.entries(merged.states).filter(
      ([id, state]) => JSON.stringify(state) !== JSON.stringify(here.states[id]),
    ).length,
    values: Object.entries(merged.values)
      .filter(([name, [value]]) => JSON.stringify(value ?? null) !== JSON.stringify(here.values[name]?.[0] ?? null))
      .map(([name]) => name),
    merged,
  };
  for (const [id, mark] of other) {
    const now = after.get(id);
    const was = before.get(id);
    if (!now && !was) continue;
    if (!isKnown(id)) result.unknown += 1;
    else if (!was || was[0] === 'none') {
      if (mark[0] === 'none') result.same += 1;
      else if (now?.[0] === mark[0]) result.added.push(id);
      else result.kept.push({ id, here: 'none', there: mark[0] });
    } else if (was[0] === mark[0]) result.same += 1;
    else (now?.[0] === was[0] ? result.kept : result.taken).push({ id, here: was[0], there: mark[0] });
  }
  for (const [id, [state]] of before) if (state !== 'none' && !after.has(id) && isKnown(id)) result.removed.push(id);
  return result;
}
