/** How a reader fares with a plan that they keep. */
import type { KeptPlan, PlanWishes } from '../progress/kept-plan.ts';
import { addDays, weekday } from './plan-sessions.ts';

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
