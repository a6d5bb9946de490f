/** Days by the reader’s clock, and what pages know of the days on which questions come back. */

/** A day ends at four in the morning, as Anki has it: who learns at night still learns on the same day. */
const nightEnds = 4 * 60 * 60;
const day = 24 * 60 * 60;

/** Number of the day that a time (seconds since 1970) is in; days that follow each other have numbers that do. */
export function dayOf(time: number): number {
  const offset = new Date(time * 1000).getTimezoneOffset() * 60;
  return Math.floor((time - offset - nightEnds) / day);
}

/** A time in a day, for writing its date. */
export const noonOf = (number: number): Date => new Date((number * day + 12 * 60 * 60) * 1000);

/** How many questions come back on which day. A copy stands in `localStorage`, so that pages can say it at once. */
export type DueDays = [day: number, count: number][];

/** Sent on `window` after the copy has changed. */
export const dueEvent = 'roadmap:due';

/** @param base address of the first page of the site, with a slash at the end */
export const dueKey = (base: string): string => `progress ${base} due`;

/** How many are due by today; 0 where nothing is known. */
export function dueToday(base: string, today = dayOf(Date.now() / 1000)): number {
  try {
    const days: unknown = JSON.parse(localStorage.getItem(dueKey(base)) ?? '[]');
    if (!Array.isArray(days)) return 0;
    return days.reduce<number>((sum, entry: unknown) => {
      const [at, count] = Array.isArray(entry) ? (entry as unknown[]) : [];
      return Number.isSafeInteger(at) && Number.isSafeInteger(count) && (at as number) <= today
        ? sum + (count as number)
        : sum;
    }, 0);
  } catch {
    return 0;
  }
}
