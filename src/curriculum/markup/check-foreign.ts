/** Tells marks of other programs that make sites, which would stand in the page as text, and how to write them here. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { alertKinds } from '../../markdown/alert-kinds.ts';
import { placeIn } from '../files/content-files.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

interface Mark {
  /** Fits the whole mark, where it stands in the text of a block. */
  pattern: RegExp;
  of: string;
  cure: string;
  /** Whether it could be meant as text, and is only told. */
  isUnsure?: boolean;
}

const marks: readonly Mark[] = [
  {
    pattern: /^(?:!!!|\?\?\?\+?)[ \t]+\w.*/gm,
    of: 'a box of MkDocs',
    cure: 'Write `:::note[Title]`, the text, and `:::`; the kinds are `note`, `tip`, `caution` and `danger`.',
  },
  {
    pattern: /^={3}!?[ \t]+".*"/gm,
    of: 'a tab of MkDocs',
    cure: 'Write `<Tabs>` with a `<TabItem label="…">` for each.',
  },
  {
    pattern: /(?<!\\)!\[\[[^\]\n]+\]\]/g,
    of: 'a picture or page of Obsidian put in',
    cure: 'Write `![what it shows](./name.png)`; a page cannot stand in another one, link to it.',
  },
  {
    pattern: /(?<!\\)\[\[(?:toc|_TOC_)\]\]|^\[TOC\]$|^\{:toc\}/gim,
    of: 'a table of contents',
    cure: 'Remove it: every page has one beside its text.',
  },
  {
    pattern: /(?<![\\!\w\])])\[\[(?!["'\d\s[-])[^\][\n]*\p{L}[^\][\n]*\]\]/gu,
    of: 'a link of a wiki',
    cure: 'Write `[words](/phases/slug/)`, with the path of the page from the root of the site.',
  },
  {
    pattern: /\{\{[<%][^]{0,200}?[%>]\}\}/g,
    of: 'a shortcode of Hugo',
    cure: 'Write what it stands for, in Markdown or with a component.',
  },
  {
    pattern: /\{%[^]{0,200}?%\}/g,
    of: 'a mark of a template',
    cure: 'Write what it stands for, or put it in backticks where it is text.',
  },
  {
    pattern: /^::(?!:)[a-z][\w-]*(?:\[|\{|$).*/gm,
    of: 'a block of another program',
    cure: 'Link to what it shows: films and frames of other sites are not loaded.',
  },
  {
    pattern: /\$\$[^$]{1,500}\$\$/g,
    of: 'a formula',
    cure: 'Formulas have no notation here: write it in words and code, as in `time = size / rate`, or show a picture of it.',
  },
  {
    pattern: /(?<![\\$\w])\$(?=[^\s$])[^$\n]*[\\^_][^$\n]*(?<=[^\s$\\])\$(?![\w$])/g,
    of: 'a formula',
    cure: 'Formulas have no notation here: write it in words and code, as in `time = size / rate`.',
    isUnsure: true,
  },
  {
    pattern: /(?<![=\\\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])/g,
    of: 'marked text of another program',
    cure: 'Write `<mark>…</mark>`, or `**…**`.',
    isUnsure: true,
  },
  {
    pattern: /(?<=^[^\n]*\S[^\n]*\n):[ \t]+\S.*/gm,
    of: 'a definition of another program',
    cure: 'Write a list with the term in bold, or `<dl>` with `<dt>` and `<dd>`.',
    isUnsure: true,
  },
];

/** Kinds of alerts that GitHub draws; here they become boxes. */
const alert = /^\[!(\w+)\]/;

/**
 * Adds a problem for each mark in the text of a page that another program draws and this site does not.
 *
 * @param source the text of the page, as it was parsed
 */
export function checkForeign(tree: Root, source: string, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, (node: Nodes) => {
    const isWide = /^(?:paragraph|heading|tableCell|leafDirective)$/.test(node.type);
    if (!isWide) return;
    const start = node.position?.start.offset ?? 0;
    const text = withoutCode(node, source);
    let told = text;
    for (const { pattern, of, cure, isUnsure } of marks)
      for (const { 0: written, index } of text.matchAll(pattern)) {
        if (told.slice(index, index + written.length).trim() === '') continue;
        told = told.slice(0, index) + written.replace(/[^\n]/g, ' ') + told.slice(index + written.length);
        const place = { ...placeOf(node), ...placeIn(source, start + index) };
        const code = isUnsure ? 'markup-unsure' : 'markup-foreign';
        problems.push(problem(code, place, { written: written.trim().split('\n')[0]!, of, cure }));
      }
  });
  visit(tree, 'blockquote', (quote) => {
    const [first] = quote.children;
    if (first?.type !== 'paragraph') return;
    const text = source.slice(first.position?.start.offset, first.position?.end.offset);
    const kind = alert.exec(text)?.[1];
    if (kind === undefined || alertKinds.has(kind.toLowerCase())) return;
    const cure = `Kinds are ${[...alertKinds.keys()].map((one) => `\`[!${one.toUpperCase()}]\``).join(', ')}.`;
    problems.push(problem('markup-foreign', placeOf(quote), { written: `[!${kind}]`, of: 'a box of Obsidian', cure }));
  });
}

/** The text of a block as it is written, with blanks in the place of code, HTML, expressions and components in it. */
function withoutCode(block: Nodes, source: string): string {
  const start = block.position?.start.offset ?? 0;
  let text = source.slice(start, block.position?.end.offset);
  visit(block, (node: Nodes) => {
    const isOther =
      node.type === 'inlineCode' ||
      node.type === 'html' ||
      node.type === 'mdxTextExpression' ||
      (node.type === 'mdxJsxTextElement' && node.children.length === 0);
    if (!isOther) return;
    const [from, to] = [(node.position?.start.offset ?? 0) - start, (node.position?.end.offset ?? 0) - start];
    text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, '\u0001') + text.slice(to);
  });
  return text;
}
