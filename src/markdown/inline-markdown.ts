/** Renders the few marks that texts in data files may use. */
import { micromark } from 'micromark';

/**
 * Renders one paragraph of Markdown without block marks. HTML in it is shown as text, and links to scripts lose their
 * address (both by micromark’s defaults).
 *
 * @returns HTML without the enclosing paragraph
 */
export function inlineMarkdown(text: string): string {
  return micromark(text.replace(/\s*\n\s*/g, ' ').trim()).replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
