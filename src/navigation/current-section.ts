/** Which section of a page a reader is in: plain numbers, so that it can be tested. */

/** A place that the table of contents links to. */
export interface Target {
  id: string;
  /** Its upper edge, in px from that of the window. */
  top: number;
  /** How far below the upper edge of the window a jump to it ends. */
  landing: number;
}

/** A heading counts a little before it stands where a jump would put it. */
const early = 32;

/**
 * The last section that has begun. Where the page ends, the last ones cannot come up to their place: there the one that
 * the address names counts, else the last that can be seen.
 *
 * @param targets in the order of the page
 * @param view height of the window, whether the page is at its end, and the id that the address names
 */
export function currentSection(
  targets: readonly Target[],
  { height, isAtEnd, named }: { height: number; isAtEnd: boolean; named: string },
): string | undefined {
  const begun = targets.findLast(({ top, landing }) => top <= landing + early);
  if (isAtEnd) {
    const seen = targets.filter(({ top }) => top >= 0 && top < height);
    return (seen.find(({ id }) => id === named) ?? seen.at(-1) ?? begun)?.id;
  }
  return (begun ?? targets[0])?.id;
}
