/** Renders the few marks that texts in data files may use. */
import { compile, parse, postprocess, preprocess } from 'micromark';

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
  const line = text.replace(/\s*\n\s*/g, ' ').trim();
  // Most texts of a roadmap have no mark at all.
  if (withoutMarks.test(line)) return line;
  const events = postprocess(parser.document().write(preprocess()(line, undefined, true)));
  return compile()(events).replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}

const withoutMarks = /^[\p{L}\p{N} ,.;:()'’“”?!%/+=…–—-]*$/u;
/** Setting it up takes longer than reading a text; without definitions and containers it keeps nothing of one. */
const parser = parse({ extensions: [{ disable: { null: unused } }] });
