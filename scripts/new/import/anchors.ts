/** Finds the sections that links between pages of the folder mean, once all pages are written. */
import { headingAnchors } from '../../../src/markdown/heading-anchors.ts';
import { mdx } from './readable-mdx.ts';

/** An anchor without signs, which every program leaves out in its own way: `5.5_responsive_design` → `55responsivedesign` */
export const lettersOf = (anchor: string): string => anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Anchors of a page of MDX: those of its headings, and those that elements have. */
export const anchorsOf = (text: string): string[] => [
  ...headingAnchors(mdx.parse(text), text).values(),
  ...[...text.matchAll(/<[a-z][^<>]*\sid=["']([^"']+)["']/g)].map(([, id]) => id!),
];

/**
 * Mends anchors in links to other pages: `[a](/phases/b/#5.5_c)` → `[a](/phases/b/#55-c)`, or without the anchor.
 *
 * @param anchors of all pages, by their addresses
 * @param lose is told of each anchor that no page has
 */
export function mendAnchors(
  text: string,
  anchors: ReadonlyMap<string, readonly string[]>,
  lose: (anchor: string) => void,
): string {
  return text.replace(/\]\((\/[^\s()#]+)#([^\s()]+)\)/g, (all: string, address: string, anchor: string) => {
    const there = anchors.get(address);
    if (there === undefined || there.includes(anchor)) return all;
    const alike = there.find((one) => lettersOf(one) === lettersOf(anchor));
    if (alike === undefined) lose(anchor);
    return `](${address}${alike === undefined ? '' : `#${alike}`})`;
  });
}
