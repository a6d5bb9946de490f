/** Renders the few marks that texts in data files may use. */
import { micromark } from 'micromark';

/** Marks that make blocks, pictures or HTML; their characters stay what they are. */
const unused = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/**
 * Renders one paragraph of Markdown: code, bold, italics and links. HTML in it is shown as text, and links to scripts
 * lose their address (by micromark’s defaults).
 *
 * @returns HTML without the enclosing paragraph
 */
export function inlineMarkdown(text: string): string {
  return micromark(text.replace(/\s*\n\s*/g, ' ').trim(), { extensions: [{ disable: { null: unused } }] }).replace(
    /^<p>([\s\S]*)<\/p>$/,
    '$1',
  );
}
