/**
 * Reads the text of a page in MDX, and says of everything in it that is no MDX how to write it, all in one run: what is
 * told is left out, and the rest is read again.
 */
import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { placeIn } from '../files/content-files.ts';
import { problem, type Problem } from '../problems/problems.ts';

/** What Markdown has and MDX has not: how it looks, and how it is written here. */
const foreign: { pattern: RegExp; reason: string; cure(written: string): string }[] = [
  {
    pattern: /<!--[^]*?-->/g,
    reason: 'a comment of HTML stands here.',
    cure: (written) => `Write \`{/* ${short(written.slice(4, -3))} */}\`, or remove it.`,
  },
  {
    pattern: /(?<!\]\()<(?:https?:\/\/|mailto:)[^\s<>]+>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>/g,
    reason: 'an address stands in angle brackets.',
    cure: (written) => {
      const address = written.slice(1, -1);
      const target = address.includes('@') && !address.startsWith('mailto:') ? `mailto:${address}` : address;
      return `Write \`[${short(address)}](${short(target)})\`.`;
    },
  },
  {
    pattern: /<(?:br|hr|wbr|img|source|track|col)\b(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`/]+))?)*\s*>/gi,
    reason: 'an element that holds nothing is not closed.',
    cure: (written) => `Write \`${short(written.slice(0, -1).trimEnd())} />\`.`,
  },
  {
    pattern: /(?<=^#{1,6} .*)\{#[\w-]*\}[ \t]*$/gm,
    reason: 'a heading names its own anchor.',
    cure: (written) =>
      `Take \`${written.trim()}\` out: the anchor is made from the words of the heading, and \`<span id="${written.trim().slice(2, -1)}"></span>\` before it keeps old links.`,
  },
  {
    pattern: /(?<!=)\{\{[-~]?[\w.|$ -]{1,80}\}\}|\{%[^]{0,200}?%\}/g,
    reason: 'a mark of a template stands here.',
    cure: (written) =>
      `Put \`${short(written)}\` in backticks where it is text, and remove it where another program filled it in.`,
  },
  {
    pattern: /<[%?][^]{0,200}?[%?]>/g,
    reason: 'a mark of a template stands here.',
    cure: (written) => `Put \`${short(written)}\` in backticks.`,
  },
];

/** Faults of one page that are told at most; behind so many there is one cause, which is known by then. */
const most = 50;

/**
 * @param parse reads a text of MDX, and throws where it is none
 * @returns what can be read; undefined when nothing can. Faults are added to `problems`
 */
export function parseMdx(
  source: string,
  file: string,
  parse: (source: string) => Root,
  problems: Problem[],
): Root | undefined {
  let text = withoutForeign(source, file, problems);
  for (let left = most; left > 0; left -= 1) {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      const fault = faultOf(error as ParserError);
      problems.push(problem('mdx-syntax', { file, line: fault.line, column: fault.column }, fault));
      const next = fault.line === undefined ? undefined : withoutMark(text, fault.line, fault.column ?? 1);
      if (next === undefined) return undefined;
      text = next;
    }
  }
  return undefined;
}

/** Tells what is written as in Markdown, and gives the text back with blanks in its place. */
function withoutForeign(source: string, file: string, problems: Problem[]): string {
  let isCode: ((offset: number) => boolean) | undefined;
  let text = source;
  for (const { pattern, reason, cure } of foreign)
    for (const { 0: written, index } of source.matchAll(pattern)) {
      isCode ??= codeIn(source);
      if (isCode(index) || text.slice(index, index + written.length).trim() === '') continue;
      problems.push(problem('mdx-syntax', { file, ...placeIn(source, index) }, { reason, cure: cure(written) }));
      text = text.slice(0, index) + blank(written) + text.slice(index + written.length);
    }
  return text;
}

const blank = (text: string) => text.replace(/[^\n\r]/g, ' ');
const short = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/** A text of JavaScript or of an attribute, behind the brace or sign that begins it. */
const inQuotes =
  /(?<=\{\s*|\w=|^export const [^\n]*=\s*)(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`)/gm;

/** Where a text has code or fields, in which everything is text; what comments and texts of MDX hold counts too. */
function codeIn(source: string): (offset: number) => boolean {
  const ranges = [/\{\/\*[^]*?\*\/\}/g, inQuotes].flatMap((pattern) =>
    [...source.matchAll(pattern)].map(({ 0: all, index }): [number, number] => [index, index + all.length]),
  );
  visit(markdown.parse(source), (node: Nodes) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    // What is indented is no code in MDX.
    const isFence = node.type === 'code' && /^\s*(?:`{3}|~{3})/.test(source.slice(start, start + 12));
    if (isFence || node.type === 'inlineCode' || node.type === 'yaml') ranges.push([start, end]);
  });
  return (offset) => ranges.some(([start, end]) => offset >= start && offset < end);
}

interface ParserError {
  reason?: string;
  message?: string;
  line?: number;
  column?: number;
  cause?: { message?: string };
}

/** What the parser says, and what to do about it. */
function faultOf(error: ParserError): { reason: string; cure?: string; line?: number; column?: number } {
  const said = (error.reason ?? error.message ?? String(error)).replace(/\.$/, '');
  // A tag left open is told without a place, but with the place of the tag in its words.
  const [, inLine, inColumn] = /\((\d+):(\d+)-/.exec(said) ?? [];
  const because = error.cause?.message?.replace(/\s*\(\d+:\d+\)$/, '');
  const isOpaque = because !== undefined && said.includes('with acorn');
  return {
    reason: `${isOpaque ? `${said.replace(' with acorn', '')}: ${because}` : said}.`,
    cure: cureOf(said, because),
    line: error.line ?? (inLine === undefined ? undefined : Number(inLine)),
    column: error.column ?? (inColumn === undefined ? undefined : Number(inColumn)),
  };
}

function cureOf(said: string, because = ''): string | undefined {
  const [, open] = /closing tag for `<([^>`]*)>`/.exec(said) ?? [];
  if (open !== undefined)
    return `Close it with \`</${open}>\` in the same paragraph, box or list item; around several of them it stands alone on its line, with blank lines inside.`;
  const [, twice] = /Identifier '(\w+)' has already been declared/.exec(because) ?? [];
  if (twice !== undefined) return `\`${twice}\` is imported or declared twice: remove one of the two.`;
  if (/only import\/exports are supported|import\/exports/.test(said))
    return 'Leave a blank line behind the last line of `import` and `export`; a text that starts with one of these words starts with another, or with `\\`.';
  if (/closing slash|closing tag/i.test(said)) return 'Remove the closing tag, or add the one that opens the element.';
  if (/expression|brace/i.test(said)) return 'Where `{` is text, write `\\{`, or put it in backticks.';
  if (/name|attribute|character/i.test(said)) return 'Where `<` is text, write `\\<`, or put it in backticks.';
  return undefined;
}

/** The text without the mark at a place, or the one before it, so that the rest can be read. */
function withoutMark(text: string, line: number, column: number): string | undefined {
  const lines = text.split('\n');
  const found = lines[line - 1];
  if (found === undefined) return undefined;
  if (/^(?:import|export)\b/.test(found)) {
    lines[line - 1] = blank(found);
    return lines.join('\n');
  }
  const at = Math.max(found.lastIndexOf('<', column - 1), found.lastIndexOf('{', column - 1));
  const mark = at >= 0 ? at : found.search(/[<{}]/);
  if (mark < 0) return undefined;
  lines[line - 1] = `${found.slice(0, mark)} ${found.slice(mark + 1)}`;
  return lines.join('\n');
}
