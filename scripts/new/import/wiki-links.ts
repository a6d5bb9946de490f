/** Rewrites `[[Page#part|words]]` and `![[picture.png]]`, as programs for notes write them. */
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { count, type Counts, type Leftover, type Line } from './lines.ts';
import type { Surroundings } from './surroundings.ts';

/** A link or a picture in double brackets, with a letter in its name. */
const link = /(!?)\[\[([^\]|#\n"'[]*\p{L}[^\]|#\n"'[]*)(?:#([^\]|\n]*))?(?:\|([^\]\n]*))?\]\](?!\()/gu;

/**
 * @param counts what was rewritten is added here
 * @param left what could not be is added here
 * @returns the lines, with links of Markdown outside of code
 */
export function rewriteWikiLinks(
  lines: readonly Line[],
  around: Surroundings,
  counts: Counts,
  left: Leftover[],
): Line[] {
  let fence = false;
  return lines.map(({ text, origin }) => {
    if (/^\s*(?:`{3,}|~{3,})/.test(text)) fence = !fence;
    if (fence) return { text, origin };
    const own = text.replace(link, (all: string, put: string, name: string, part, words, offset: number) => {
      // An odd number of marks before it: it stands in code.
      if ((text.slice(0, offset).match(/`/g)?.length ?? 0) % 2 === 1) return all;
      const shown = (words ?? name) as string;
      const file = put && around.fileAt(name);
      if (file) {
        count(counts, 'wiki links');
        return `![${path.posix.basename(name).replace(/\.\w+$/, '')}](<${file.startsWith('/') ? file : `/${file}`}>)`;
      }
      const page = around.pageNamed(name.trim());
      if (page !== undefined) {
        count(counts, 'wiki links');
        return `[${shown}](${page}${part ? `#${new GithubSlugger().slug(part as string)}` : ''})`;
      }
      if (words === undefined && !around.isWiki) return `\\${all.replace(/^!/, '')}`;
      left.push({ line: origin, what: `\`${all}\` leads to no page of the folder, and is text now` });
      return shown;
    });
    return { text: own, origin };
  });
}
