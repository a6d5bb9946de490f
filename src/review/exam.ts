/** An exam: questions against a clock that can be stopped, and what comes out. Times are milliseconds. */
import { mix } from './session.ts';
import type { PlacedItem } from '../schedule/review-data.ts';

/** How many questions an exam has, where there are so many. */
export const examLength = 20;

/** Chooses the questions of an exam, spread over the topics of what was chosen. */
export function chooseExam(items: readonly PlacedItem[], seed: string): PlacedItem[] {
  const byTopic = [...Map.groupBy(mix(items, seed), ({ topic }) => topic).values()];
  const chosen: PlacedItem[] = [];
  for (let round = 0; chosen.length < Math.min(examLength, items.length); round += 1)
    for (const group of byTopic) {
      const item = group[round];
      if (item && chosen.length < examLength) chosen.push(item);
    }
  return mix(chosen, seed);
}

/** A clock that runs down; what passes while it is stopped does not count, and how often it was stopped does. */
export class ExamClock {
  readonly limit: number;
  #used = 0;
  #since: number | undefined;
  pauses = 0;

  constructor(limit: number, now: number) {
    this.limit = limit;
    this.#since = now;
  }

  get isPaused(): boolean {
    return this.#since === undefined;
  }

  used(now: number): number {
    return Math.min(this.limit, this.#used + (this.#since === undefined ? 0 : now - this.#since));
  }

  left(now: number): number {
    return this.limit - this.used(now);
  }

  pause(now: number): void {
    if (this.isPaused) return;
    this.#used = this.used(now);
    this.#since = undefined;
    this.pauses += 1;
  }

  resume(now: number): void {
    this.#since ??= now;
  }
}

export interface ExamReport {
  right: number;
  wrong: number;
  /** Questions that nobody came to. */
  open: number;
  /** Sections to read again, with how many of their questions went wrong or were left open; the worst first. */
  read: { item: PlacedItem; missed: number }[];
}

/** @param answers whether each question was right, by its id */
export function reportOf(items: readonly PlacedItem[], answers: ReadonlyMap<string, boolean>): ExamReport {
  const missed = items.filter(({ id }) => answers.get(id) !== true);
  const right = items.length - missed.length;
  const open = items.filter(({ id }) => !answers.has(id)).length;
  const read = [...Map.groupBy(missed, ({ topic }) => topic).values()]
    .map((group) => ({ item: group[0]!, missed: group.length }))
    .sort((a, b) => b.missed - a.missed);
  return { right, wrong: missed.length - open, open, read };
}
