/** How a reader fares with a plan that they keep. */
import { addDays, isStart, weekday, type PlanWishes } from './plan-sessions.ts';

/** A plan that is kept: the wishes it was made with, and what was left to learn on that day. */
export interface KeptPlan extends PlanWishes {
  /** Slug of the track; none for all phases. */
  track?: string;
  /** Minutes that were left when the plan was made. */
  left: number;
}

export interface Pace {
  /** Minutes ahead of the plan; behind when negative. */
  ahead: number;
  /** The same in days of the plan, to the nearest whole one. */
  days: number;
}

/**
 * Compares a plan with what is done. Days before today count in full, today does not count yet.
 *
 * @param left minutes that are left now
 */
export function paceOf(plan: KeptPlan, left: number, today: string): Pace {
  const perDay = (plan.hoursPerWeek * 60) / plan.days.length;
  const expected = Math.min(plan.left, planDays(plan, today) * perDay);
  const ahead = plan.left - left - expected;
  return { ahead, days: Math.round(ahead / perDay) };
}

/** How many days of a plan lie before a day. */
function planDays({ start, days }: PlanWishes, today: string): number {
  let count = 0;
  for (let date = start; date < today; date = addDays(date, 1)) if (days.includes(weekday(date))) count += 1;
  return count;
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
    Array.isArray(plan.days) &&
    plan.days.length > 0 &&
    plan.days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return isSound ? (plan as KeptPlan) : undefined;
}

const isPositive = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1e6;
