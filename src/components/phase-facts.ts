/** Words for the facts of a phase. */
import type { Level } from '../curriculum/schema.ts';

export const levelNames: Record<Level, string> = {
  beginner: 'Beginner',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
};

/** `[10, 16]` → `10 to 16 hours`, `[1, 1]` → `1 hour` */
export function hoursText([least, most]: readonly [number, number]): string {
  return least === most ? `${least} ${least === 1 ? 'hour' : 'hours'}` : `${least} to ${most} hours`;
}
