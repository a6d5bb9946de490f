/**
 * Keeps the plan on the device. Whoever else changes it (an imported record) calls `keepPlan`; it sends `roadmap:plan` on
 * `window`, by which the progress (`src/progress/`) takes it into the record, and so to another device.
 */
import { readPlan, type KeptPlan } from './pace.ts';

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
