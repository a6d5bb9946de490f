/** Texts of data as HTML within a line. */
import { inlineMarkdown } from '../markdown/inline-markdown.ts';
import type { PageLanguage } from './page-language.ts';

/** @returns HTML whose links lead into the language of the page */
export const inlineText = (text: string, { href }: Pick<PageLanguage, 'href'>): string =>
  inlineMarkdown(text).replace(/(<a href=")(\/[^"]*)/g, (_all, open: string, to: string) => open + href(to));
