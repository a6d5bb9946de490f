/** Lines of a note that know where they come from, and what became of them. */

export interface Line {
  text: string;
  /** Line of the body that it comes from, from 1. */
  origin: number;
}

/** Something that could not be brought over as it was. */
export interface Leftover {
  /** Line of the body, from 1. */
  line: number;
  what: string;
}

/** How often each kind of mark was rewritten. */
export type Counts = Map<string, number>;

export const count = (counts: Counts, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

export const linesOf = (body: string): Line[] => body.split('\n').map((text, index) => ({ text, origin: index + 1 }));
