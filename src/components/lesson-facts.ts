/** Words for the facts of a lesson. */
import type { Depth, Level } from '../curriculum/schema.ts';
import type { TestedCode } from '../samples/tested-pages.ts';

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

/** The words before and after the date: `Code on this page was tested on` … `with Java 25.0.1.` */
export function testedText({ tested, shown, tools }: TestedCode): [string, string] {
  const what =
    tested === shown
      ? 'Code on this page was tested on'
      : `Of the ${shown} code files on this page ${tested} ${tested === 1 ? 'was' : 'were'} tested on`;
  return [what, tools.length > 0 ? ` with ${tools.join(', ')}.` : '.'];
}
