/** Keeps the plan in the reader’s record, so that it moves with it to another device. */
import type { ProgressStore } from '../progress/progress-store.ts';
import { readPlan, type KeptPlan } from './pace.ts';

/** Name of the plan among the values of the record. */
const name = 'plan';

/** The plan that is kept, if any. */
export async function keptPlan(store: ProgressStore): Promise<KeptPlan | undefined> {
  const { record } = await store.read();
  return readPlan(record.values[name]?.[0]);
}

/** Keeps a plan, or forgets it. @returns whether the browser has done it */
export async function keepPlan(store: ProgressStore, plan: KeptPlan | undefined): Promise<boolean> {
  const { trouble } = await store.change((record, time) => ({
    ...record,
    // Nothing stands for a plan that was forgotten, so that another device does not bring it back.
    values: { ...record.values, [name]: [plan ?? null, time, record.device] },
  }));
  return trouble === undefined;
}
