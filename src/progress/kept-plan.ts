/**
 * The plan that a reader keeps on the device. Who changes it (the page of the plan, an imported record) calls `keepPlan`;
 * that sends `roadmap:plan` on `window`, by which it comes into the record, and so to another device.
 */

/** What a reader plans with. */
export interface PlanWishes {
  /** The first day, `2026-12-01`. */
  start: string;
  hoursPerWeek: number;
  /** Days of the week, 1 is Monday and 7 Sunday. */
  days: readonly number[];
}

/** A plan that is kept: the wishes it was made with, and what was left to learn on that day. */
export interface KeptPlan extends PlanWishes {
  /** Slug of the track; none for all phases. */
  track?: string;
  /** Minutes that were left when the plan was made. */
  left: number;
  /** Tracks of which the reader has taken a calendar file, an empty name for all phases: what may be in their calendar. */
  calendars?: string[];
}

/** Sent on `window` after the plan has changed. */
export const planEvent = 'roadmap:plan';

const key = (base: string) => `progress ${base} plan`;

/** The plan that is kept, if any. @param base address of the first page of the site, with a slash at the end */
export function keptPlan(base: string): KeptPlan | undefined {
  try {
    return readPlan(JSON.parse(localStorage.getItem(key(base)) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Keeps a plan, or forgets it. @returns whether the browser has done it */
export function keepPlan(base: string, plan: KeptPlan | undefined): boolean {
  try {
    if (plan) localStorage.setItem(key(base), JSON.stringify(plan));
    else localStorage.removeItem(key(base));
    dispatchEvent(new Event(planEvent));
    return true;
  } catch {
    return false;
  }
}

/** Reads a plan that was kept; nothing where it has another shape, for example because a later version kept it. */
export function readPlan(value: unknown): KeptPlan | undefined {
  const plan = value as Partial<KeptPlan> | undefined | null;
  const isSound =
    typeof plan === 'object' &&
    plan !== null &&
    isStart(plan.start) &&
    isPositive(plan.hoursPerWeek) &&
    typeof plan.left === 'number' &&
    (plan.track === undefined || typeof plan.track === 'string') &&
    (plan.calendars === undefined ||
      (Array.isArray(plan.calendars) && plan.calendars.every((track) => typeof track === 'string'))) &&
    Array.isArray(plan.days) &&
    plan.days.length > 0 &&
    plan.days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return isSound ? (plan as KeptPlan) : undefined;
}

const isPositive = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1e6;

/** Whether a plan can begin on a day: one of the years 2000 to 2200, because dates with more digits cannot be counted on. */
export const isStart = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:20\d\d|21\d\d|2200)-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
