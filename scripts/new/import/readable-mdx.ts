/** Rewrites what MDX cannot read until it can: comments, addresses in brackets, elements left open, brackets that are text. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { count, type Counts, type Leftover, type Line } from './lines.ts';

/** How pages are parsed in the end. */
export const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** A comment, code, which stays as it is, an element that has no content, or an address in brackets. */
const pieces = new RegExp(
  [
    '<!--([^]*?)-->',
    String.raw`(?:^|\n)[ >]*(?:[-*+] +|\d+[.)] +)?(\x60{3,}|~{3,})[^\n]*\n(?:[^]*?\n)?[ >]*\2[\x60~]*[ \t]*(?=\n|$)`,
    /(?<!`)(?:`[^`\n]+`|``[^\n]+?``)(?!`)/.source,
    /<(br|hr|img|wbr|source|track)\b((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'=<>`/{]+))?)*)\s*>/.source,
    /(?<!\]\()<(https?:\/\/[^\s<>]+)>/.source,
  ].join('|'),
  'gi',
);

/**
 * @param lines a page of Markdown or MDX
 * @param counts what was rewritten is added here
 * @param left what MDX cannot read, and what is text for that reason, is added here
 * @returns text that MDX can read
 */
export function readableMdx(lines: readonly Line[], counts: Counts, left: Leftover[]): string {
  let text = lines
    .map((line) => line.text)
    .join('\n')
    .replace(pieces, (all: string, comment?: string, _fence?: string, name?: string, rest = '', address?: string) => {
      if (comment !== undefined) return jsComment(comment, counts);
      if (name !== undefined) return `<${name}${rest} />`;
      return address === undefined ? all : `[${address}](${address})`;
    });
  for (let tries = 0; tries < 500; tries += 1) {
    try {
      mdx.parse(text);
      return text;
    } catch (error) {
      const { line = 1, column = 1, reason = '' } = error as { line?: number; column?: number; reason?: string };
      const [, tagLine, tagColumn] = /\((\d+):(\d+)-/.exec(reason) ?? [];
      const written = text.split('\n');
      const at = Math.min(Number(tagLine ?? line), written.length) - 1;
      const from = Number(tagColumn ?? column);
      const found = written[at] ?? '';
      let mark = Math.max(found.lastIndexOf('<', from - 1), found.lastIndexOf('{', from - 1));
      while (mark >= 0 && found[mark - 1] === '\\')
        mark = mark === 0 ? -1 : Math.max(found.lastIndexOf('<', mark - 1), found.lastIndexOf('{', mark - 1));
      if (mark < 0) mark = found.search(/(?<!\\)[<{]/);
      if (mark < 0 && !/^(?:import|export)\b/.test(found)) return text.replace(/(?<!\\)[<{]/g, '\\$&');
      written[at] = mark < 0 ? `\\${found}` : `${found.slice(0, mark)}\\${found.slice(mark)}`;
      left.push({
        line: lines[at]?.origin ?? at + 1,
        what: `\`${(mark < 0 ? found : found.slice(mark)).slice(0, 30)}\` was no MDX, and is text now`,
      });
      text = written.join('\n');
    }
  }
  return text;
}

/** A comment of HTML as one of MDX, by the text in it. */
export function jsComment(words: string, counts: Counts): string {
  count(counts, 'comments');
  return `{/*${words.replaceAll('*/', '* /')}*/}`;
}
