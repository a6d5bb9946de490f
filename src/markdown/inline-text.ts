/** Texts of data as HTML within a line, with links that lead from where it stands. */
import { inlineMarkdown } from './inline-markdown.ts';

/**
 * @param text a paragraph of Markdown
 * @param place `href` gives the address for a path from the root of the site, as authors write it: `/tracks/`
 * @returns HTML without the enclosing paragraph
 */
export const inlineText = (text: string, { href }: { href(to: string): string }): string =>
  inlineMarkdown(text).replace(/(<a href=")(\/[^"]*)/g, (_all, open: string, to: string) => open + href(to));
