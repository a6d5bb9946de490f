/**
 * When each question or card comes back. Nothing of it is stored: it follows from the answers of the record, so devices
 * whose records are merged come to the same days.
 *
 * The scheduler is FSRS (https://github.com/open-spaced-repetition/ts-fsrs) with whole days: no steps of minutes, no
 * chance. What is answered right the first time comes back after three days, then after weeks, then after months; what
 * is forgotten comes back on the next day.
 */
import { createEmptyCard, fsrs, State, type Card, type Grade } from 'ts-fsrs';
import type { ProgressRecord, Review, ReviewState } from '../record/record.ts';
import { dayOf, type DueDays } from './day.ts';

const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 3650 });

/** What can come back: a question, or one of its cards. */
export interface ReviewItem {
  /** `question:caching/half`, `question:caching/half#age` */
  id: string;
  /** Id of the question, where the item is one of its cards. */
  of?: string;
  /** Revision of the question today, from 1. */
  revision: number;
}

/** Where an item stands. Times are seconds since 1970. */
export interface Standing {
  /** When it comes back. */
  due: number;
  last: number;
  stability: number;
  difficulty: number;
  reps: number;
  lapses: number;
  /** Most days after which it was remembered, since it was last forgotten. */
  held: number;
  /** Highest revision that was answered. */
  revision: number;
  /** The meaning was changed since it was last answered, so it comes back once. */
  changed: boolean;
}

/** Answers within so many seconds are one occasion, of which the worst counts: trying again is no remembering. */
const occasion = 8 * 60 * 60;
const day = 24 * 60 * 60;

/**
 * Where each item stands that was answered.
 *
 * @param was id of an earlier day → what it is called today (`RoadmapData`)
 */
export function standings(
  { reviews, states }: Pick<ProgressRecord, 'reviews' | 'states'>,
  items: Iterable<ReviewItem>,
  was: Readonly<Record<string, readonly string[]>> = {},
): Map<string, Standing> {
  const namesOf = (id: string) => (Object.hasOwn(was, id) ? was[id]! : [id]);
  const answers = new Map<string, Review[]>();
  for (const review of reviews)
    if (review[2] >= 1 && review[2] <= 4)
      for (const id of namesOf(review[0])) {
        const known = answers.get(id);
        if (known) known.push(review);
        else answers.set(id, [review]);
      }
  const snapshots = new Map<string, ReviewState>();
  for (const [id, state] of Object.entries(states))
    for (const name of namesOf(id)) if ((snapshots.get(name)?.[0] ?? -1) < state[0]) snapshots.set(name, state);
  const found = new Map<string, Standing>();
  for (const item of items) {
    const own = answers.get(item.id) ?? [];
    // Before a card was answered itself, the question it is of speaks for it.
    const first = Math.min(...own.map((review) => review[1]));
    const before = item.of === undefined ? [] : (answers.get(item.of) ?? []).filter((review) => review[1] < first);
    const snapshot = snapshots.get(item.id) ?? (item.of === undefined ? undefined : snapshots.get(item.of));
    const standing = replay([...before, ...own], readState(snapshot), item.revision);
    if (standing) found.set(item.id, standing);
  }
  return found;
}

/** Plays the answers of an item through the scheduler, from where a snapshot of it stands. */
function replay(reviews: readonly Review[], snapshot: Standing | undefined, revision: number): Standing | undefined {
  let standing = snapshot;
  const later = reviews.filter((review) => review[1] > (snapshot?.last ?? -1));
  for (const { time, rating, seen } of occasions(later)) {
    const next = scheduler.next(cardOf(standing, time), new Date(time * 1000), rating).card;
    const gap = standing ? Math.floor((time - standing.last) / day) : 0;
    standing = {
      due: Math.floor(next.due.getTime() / 1000),
      last: time,
      stability: next.stability,
      difficulty: next.difficulty,
      reps: next.reps,
      lapses: next.lapses,
      held: rating === 1 ? 0 : Math.max(standing?.held ?? 0, gap),
      revision: Math.max(standing?.revision ?? 0, seen),
      changed: false,
    };
  }
  return standing && { ...standing, changed: standing.revision < revision };
}

/** Answers that are one occasion: when it began, its worst rating, and the highest revision that was seen. */
function occasions(reviews: readonly Review[]): { time: number; rating: Grade; seen: number }[] {
  const list: { time: number; rating: Grade; seen: number }[] = [];
  for (const [, time, rating, seen = 1] of reviews.toSorted((a, b) => a[1] - b[1] || a[2] - b[2])) {
    const last = list.at(-1);
    if (!last || time - last.time >= occasion) list.push({ time, rating: rating as Grade, seen });
    else {
      last.rating = Math.min(last.rating, rating) as Grade;
      last.seen = Math.max(last.seen, seen);
    }
  }
  return list;
}

function cardOf(standing: Standing | undefined, time: number): Card {
  if (!standing) return createEmptyCard(new Date(time * 1000));
  const { due, last, stability, difficulty, reps, lapses } = standing;
  const scheduled_days = Math.max(0, Math.round((due - last) / day));
  return {
    ...{ due: new Date(due * 1000), last_review: new Date(last * 1000), elapsed_days: 0, learning_steps: 0 },
    ...{ stability, difficulty, reps, lapses, scheduled_days, state: State.Review },
  };
}

/** What a snapshot says; nothing for one of another shape. */
function readState(state: ReviewState | undefined): Standing | undefined {
  const [last, , ...numbers] = state ?? [];
  const [stability, difficulty, reps, lapses = 0, held = 0, revision = 1] = numbers as number[];
  if (last === undefined || !numbers.every((one) => Number.isFinite(one))) return undefined;
  if (!(stability! > 0 && difficulty! >= 1 && difficulty! <= 10 && reps! >= 1)) return undefined;
  const interval = scheduler.next_interval(stability!, 0);
  return {
    ...{ due: last + interval * day, last, stability: stability!, difficulty: difficulty! },
    ...{ reps: reps!, lapses, held, revision, changed: false },
  };
}

/** After how many days an item would come back, by rating from 1 to 4. */
export const daysAfter = (standing: Standing | undefined, now: number): number[] =>
  ([1, 2, 3, 4] as Grade[]).map(
    (rating) => scheduler.next(cardOf(standing, now), new Date(now * 1000), rating).card.scheduled_days,
  );

/**
 * The record with a snapshot of each item, for a link, which leaves single answers behind.
 *
 * @param found `standings` of the record
 */
export function withStates(record: ProgressRecord, found: ReadonlyMap<string, Standing>): ProgressRecord {
  const states = { ...record.states };
  for (const [id, { last, stability, difficulty, reps, lapses, held, revision }] of found)
    states[id] = [last, record.device, stability, difficulty, reps, lapses, held, revision];
  return { ...record, states };
}

/** Whether an item is to be asked by now. */
export const isDue = ({ due, changed }: Pick<Standing, 'due' | 'changed'>, now: number): boolean =>
  changed || dayOf(due) <= dayOf(now);

/** How many items come back on which day; what is overdue or changed counts for today. */
export function dueByDay(found: Iterable<Standing>, now: number): DueDays {
  const counts = new Map<number, number>();
  const today = dayOf(now);
  for (const { due, changed } of found) {
    const at = changed ? today : Math.max(today, dayOf(due));
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b);
}

/** Days after which remembering is told of: five days, two weeks, two months. */
export const heldSteps = [5, 14, 60] as const;

/** How many items were remembered after each of these, and how many were answered at all. */
export function retention(found: Iterable<Standing>): { answered: number; held: number[] } {
  const all = [...found];
  return {
    answered: all.length,
    held: heldSteps.map((step) => all.filter(({ held }) => held >= step).length),
  };
}
