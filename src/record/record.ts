/**
 * The record: everything that is remembered of a reader, as it is stored, exported and merged.
 *
 * - Times are seconds since 1970. A device never gives the same time twice and never one before what it has seen
 *   (`nextTime`), so the order of what one reader does is kept even where clocks are off.
 * - Ids are those of the day they were written. They are resolved at reading (`reading.ts`), never rewritten here.
 * - What this version does not know (ids, fields, states) is kept as it is: a newer copy may have written it.
 */

/** What a reader says of a topic, lesson, build task or project, and of exercises only that they are done; `none` takes back what was said before. */
export const markStates = ['none', 'reading', 'done', 'skip'] as const;
export type MarkState = (typeof markStates)[number];

/** State, time, device, and the revision of the topic that the reader saw (1 when left out). */
export type Mark = [state: string, time: number, device: string, revision?: number, ...unknown[]];
/** Id of the question or card, time, rating from 1 (again) to 4 (easy), and the revision that was answered. */
export type Review = [id: string, time: number, rating: number, revision?: number, ...unknown[]];
/** Time, device, and where a scheduler stands: stability, difficulty, count of reviews and of lapses. */
export type ReviewState = [time: number, device: string, ...numbers: unknown[]];
/** Anything else that moves with the reader, such as the chosen track. */
export type Value = [value: unknown, time: number, device: string, ...unknown[]];

export interface ProgressRecord {
  format: typeof format;
  version: number;
  /** Which roadmap it belongs to. */
  roadmap: string;
  /** Version of the content it was last read with. */
  content: string;
  /** The device that wrote it. */
  device: string;
  marks: Record<string, Mark>;
  reviews: Review[];
  states: Record<string, ReviewState>;
  values: Record<string, Value>;
  /**
   * Up to when everything was removed: `all`, `lesson:<slug>` for a lesson with all that is in it, or one id. It stays,
   * so that a copy from before cannot bring back what was removed.
   */
  cleared: Record<string, number>;
  [unknown: string]: unknown;
}

/** No time is later, whatever a clock or a file says: the year 2200. Behind a later one no next one could be counted. */
export const lastTime = 7_258_118_400;

export const format = 'roadmap-progress';
export const version = 1;

/** A record with nothing in it. */
export const emptyRecord = (roadmap: string, device = '', content = ''): ProgressRecord => ({
  format,
  version,
  roadmap,
  content,
  device,
  marks: {},
  reviews: [],
  states: {},
  values: {},
  cleared: {},
});

/** Why a text or a stored value cannot be read. `newer`: by a later version of this site; it must be kept as it is. */
export type Refusal = 'not-json' | 'foreign' | 'newer' | 'damaged';
export type Parsed = { record: ProgressRecord; dropped: number } | { refused: Refusal };

/**
 * Reads what claims to be a record, from a file or the store.
 *
 * @returns the record and how many of its entries could not be read, or why it is none
 */
export function readRecord(source: unknown): Parsed {
  let data = source;
  if (typeof source === 'string')
    try {
      data = JSON.parse(source);
    } catch {
      return { refused: 'not-json' };
    }
  if (!isObject(data) || data.format !== format) return { refused: 'foreign' };
  if (typeof data.version !== 'number') return { refused: 'damaged' };
  if (data.version > version) return { refused: 'newer' };
  if (!isFlat(data, deepest)) return { refused: 'damaged' };
  let dropped = 0;
  const only = <Item>(part: unknown, isItem: (item: unknown) => boolean): Record<string, Item> => {
    if (part === undefined) return {};
    if (!isObject(part)) {
      dropped += 1;
      return {};
    }
    const entries = Object.entries(part);
    const good = entries.filter(([id, item]) => id !== '__proto__' && isItem(item));
    dropped += entries.length - good.length;
    return Object.fromEntries(good) as Record<string, Item>;
  };
  const reviews = Array.isArray(data.reviews) ? data.reviews : [];
  const goodReviews = reviews.filter(isReview);
  dropped += reviews.length - goodReviews.length + Number(data.reviews !== undefined && !Array.isArray(data.reviews));
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  const record: ProgressRecord = {
    ...data,
    format,
    version,
    roadmap: word(data.roadmap),
    content: word(data.content),
    device: word(data.device),
    marks: only<Mark>(data.marks, isMark),
    reviews: goodReviews,
    states: only<ReviewState>(data.states, isReviewState),
    values: only<Value>(data.values, isValue),
    cleared: only<number>(data.cleared, isTime),
  };
  return { record, dropped };
}

/** The time of the next thing this device writes: now, or just after the latest it has seen. */
export function nextTime(record: ProgressRecord, now = seconds()): number {
  return Math.min(Math.max(now, latest(record) + 1), lastTime);
}

/** Now, in the unit of the record. */
export const seconds = (): number => Math.floor(Date.now() / 1000);

/** The latest time in a record; 0 where there is none. */
export function latest({ marks, reviews, states, values, cleared }: ProgressRecord): number {
  const times = [
    Object.values(marks).map((mark) => mark[1]),
    reviews.map((review) => review[1]),
    Object.values(states).map((state) => state[0]),
    Object.values(values).map((value) => value[1]),
    Object.values(cleared),
  ];
  return times.flat().reduce((last, time) => Math.max(last, time), 0);
}

/** How far a clock may be ahead before its times are not believed, in seconds. */
const ahead = 24 * 60 * 60;

/** Whether a value is a time that a clock can have given by now. */
export const isBelieved = (value: unknown, now = seconds()): value is number => isTime(value) && value <= now + ahead;

/**
 * Takes times from the future back to now, so that a device whose clock is wrong cannot win for years. Done with what
 * comes from elsewhere, before it is merged; never with the store, because then the wrong clock may be our own.
 */
export function withoutFuture(record: ProgressRecord, now = seconds()): ProgressRecord {
  const at = (time: number) => (isBelieved(time, now) ? time : now);
  const each = <Item>(part: Record<string, Item>, change: (item: Item) => Item) =>
    Object.fromEntries(Object.entries(part).map(([id, item]) => [id, change(item)]));
  return {
    ...record,
    marks: each(record.marks, ([state, time, ...rest]) => [state, at(time), ...rest]),
    reviews: record.reviews.map(([id, time, ...rest]) => [id, at(time), ...rest]),
    states: each(record.states, ([time, ...rest]) => [at(time), ...rest]),
    values: each(record.values, ([value, time, ...rest]) => [value, at(time), ...rest]),
    cleared: each(record.cleared, at),
  };
}

/** Slug of the lesson that an id is part of; nothing for projects, stages and values. */
export function lessonOf(id: string): string | undefined {
  return /^(?:topic|question|exercise|lesson|build|code):([^/#]+)/.exec(id)?.[1];
}

/** How deep values may stand in each other: what is merged is walked through, and a stack ends. */
const deepest = 100;
const isFlat = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((part) => isFlat(part, levels - 1)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTime = (value: unknown): value is number => isCount(value) && value <= lastTime;
const isMark = (item: unknown): item is Mark =>
  Array.isArray(item) &&
  typeof item[0] === 'string' &&
  isTime(item[1]) &&
  typeof item[2] === 'string' &&
  (item[3] === undefined || isCount(item[3]));
const isReview = (item: unknown): item is Review =>
  Array.isArray(item) &&
  typeof item[0] === 'string' &&
  isTime(item[1]) &&
  Number.isInteger(item[2]) &&
  (item[3] === undefined || isCount(item[3]));
const isReviewState = (item: unknown): item is ReviewState =>
  Array.isArray(item) && isTime(item[0]) && typeof item[1] === 'string';
const isValue = (item: unknown): item is Value => Array.isArray(item) && isTime(item[1]) && typeof item[2] === 'string';
