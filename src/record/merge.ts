/**
 * Merging two records of one reader. The result does not depend on the order, on how often, or in which groups records
 * are merged, so devices that exchange files in any way end with the same record.
 */
import { lessonOf, type ProgressRecord, type Review } from './record.ts';

/** Merges two records; neither is changed. */
export function merge(one: ProgressRecord, other: ProgressRecord): ProgressRecord {
  const known = new Set(['format', 'version', 'marks', 'reviews', 'states', 'values', 'cleared']);
  // Fields of a newer version, and names: of two the one that comes later in a fixed order.
  const rest: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)].sort()))
    if (!known.has(key)) {
      const [here, there] = [own(one, key), own(other, key)];
      rest[key] = here === undefined ? there : greater(here, there);
    }
  return withoutCleared({
    ...(rest as Pick<ProgressRecord, 'roadmap' | 'content' | 'device'>),
    format: one.format,
    version: Math.max(one.version, other.version),
    marks: registers(one.marks, other.marks, (mark) => [mark[1], mark[2]]),
    reviews: union(one.reviews, other.reviews),
    states: registers(one.states, other.states, (state) => [state[0], state[1]]),
    values: registers(one.values, other.values, (value) => [value[1], value[2]]),
    cleared: maxima(one.cleared, other.cleared),
  });
}

/** Drops what was removed later than it was written. */
export function withoutCleared(record: ProgressRecord): ProgressRecord {
  const { cleared } = record;
  const stays = (id: string, time: number) =>
    time > Math.max(...['all', `lesson:${lessonOf(id)}`, id].map((scope) => own(cleared, scope) ?? 0));
  const only = <Item>(part: Record<string, Item>, timeOf: (item: Item) => number) =>
    Object.fromEntries(Object.entries(part).filter(([id, item]) => stays(id, timeOf(item))));
  return {
    ...record,
    marks: only(record.marks, (mark) => mark[1]),
    reviews: record.reviews.filter(([id, time]) => stays(id, time)),
    states: only(record.states, (state) => state[0]),
    values: only(record.values, (value) => value[1]),
  };
}

/**
 * Removes everything, or all that belongs to some scopes, so that no older copy brings it back.
 *
 * @param scopes keys of `cleared`: `all`, `lesson:<slug>` or single ids
 * @param time `nextTime` of the record
 */
export function reset(record: ProgressRecord, scopes: readonly string[], time: number): ProgressRecord {
  const cleared = { ...record.cleared, ...Object.fromEntries(scopes.map((scope) => [scope, time])) };
  return withoutCleared({ ...record, cleared });
}

/**
 * The record as it was before a change that is taken back, with what was done since.
 *
 * @param since when that change was made
 */
export function undo(before: ProgressRecord, now: ProgressRecord, since: number): ProgressRecord {
  const later = <Item>(part: Record<string, Item>, timeOf: (item: Item) => number) =>
    Object.fromEntries(Object.entries(part).filter(([, item]) => timeOf(item) > since));
  return merge(before, {
    ...before,
    marks: later(now.marks, (mark) => mark[1]),
    reviews: now.reviews.filter((review) => review[1] > since),
    states: later(now.states, (state) => state[0]),
    values: later(now.values, (value) => value[1]),
    cleared: later(now.cleared, (time) => time),
  });
}

/** Of two entries with an id the later one; at the same time the one that comes later in a fixed order. */
function registers<Item>(
  one: Record<string, Item>,
  other: Record<string, Item>,
  orderOf: (item: Item) => [time: number, device: string],
): Record<string, Item> {
  const merged = { ...one };
  for (const [id, item] of Object.entries(other)) {
    const kept = own(merged, id);
    if (kept === undefined || comesLater(item, kept, orderOf)) merged[id] = item;
  }
  return sorted(merged);
}

function comesLater<Item>(item: Item, kept: Item, orderOf: (item: Item) => [number, string]): boolean {
  const [time, device] = orderOf(item);
  const [keptTime, keptDevice] = orderOf(kept);
  if (time !== keptTime) return time > keptTime;
  if (device !== keptDevice) return device > keptDevice;
  return greater(item, kept) !== kept;
}

/** Every review once; of two of one question at one time the one that went worse. */
function union(one: readonly Review[], other: readonly Review[]): Review[] {
  const found = new Map<string, Review>();
  for (const review of [...one, ...other]) {
    const key = `${review[1]} ${review[0]}`;
    const kept = found.get(key);
    if (!kept || review[2] < kept[2] || (review[2] === kept[2] && greater(review, kept) !== kept))
      found.set(key, review);
  }
  return [...found.values()].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
}

function maxima(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const merged = { ...one };
  for (const [scope, time] of Object.entries(other)) merged[scope] = Math.max(own(merged, scope) ?? 0, time);
  return sorted(merged);
}

/** What stands in a part itself: keys are foreign words, and `constructor` is in every object. */
const own = <Item>(part: Record<string, Item>, key: string): Item | undefined =>
  Object.hasOwn(part, key) ? part[key] : undefined;

const sorted = <Item>(part: Record<string, Item>): Record<string, Item> =>
  Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The one of two values that is written later in the alphabet; the first when they are written the same. */
function greater<Item>(one: Item, other: Item): Item {
  return other !== undefined && canonical(other) > canonical(one) ? other : one;
}

/** The same text for the same value, in whatever order its keys stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? sorted(part as Record<string, unknown>) : part,
  );
}
