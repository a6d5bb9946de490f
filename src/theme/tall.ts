/**
 * How tall the tall parts of a page will be, roughly. A browser lays out and draws only those that are near the window
 * (`content-visibility` in prose.css), and for all others takes this as their height until they come near.
 */

/** Steps in rem, so that few classes serve all parts. */
const steps = [8, 10, 12, 14, 17, 20, 24, 28, 34, 42, 52, 68, 88, 120, 180, 240];

/** Style attribute for a part, which a build makes a class of (src/page-files/style-classes.ts). */
export function tallStyle(rem: number): string {
  const [nearest] = steps.toSorted((one, other) => Math.abs(one - rem) - Math.abs(other - rem));
  return `--tall:${nearest}rem`;
}
