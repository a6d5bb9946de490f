/** Words for the facts of a lesson. */
import type { Depth, Level } from '../curriculum/schema.ts';

export const levelNames: Record<Level, string> = {
  beginner: 'Beginner',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
};

/** `[10, 16]` → `10 to 16 hours`, `[1, 1]` → `1 hour` */
export function hoursText([least, most]: readonly [number, number]): string {
  return least === most ? `${least} ${least === 1 ? 'hour' : 'hours'}` : `${least} to ${most} hours`;
}

/** `['beginner', 'advanced']` → `Beginner to advanced`, two of the same → `Beginner` */
export function levelsText([first, last]: readonly [Level, Level]): string {
  return first === last ? levelNames[first] : `${levelNames[first]} to ${levelNames[last].toLowerCase()}`;
}

export const depthNames: Record<Depth, string> = {
  must: 'Must know',
  should: 'Should know',
  could: 'Could know',
};
