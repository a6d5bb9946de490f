/** Makes a page of MDX of a note: what has an equivalent is rewritten, and the rest is listed. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Counts, Leftover } from './lines.ts';
import { rewriteMarks } from './marks.ts';
import type { Note } from './notes.ts';
import { PageText } from './page-text.ts';
import { mdx, readableMdx } from './readable-mdx.ts';
import type { Surroundings } from './surroundings.ts';
import { rewriteWikiLinks } from './wiki-links.ts';

export interface Converted {
  text: string;
  title: string | undefined;
  left: Leftover[];
  counts: Counts;
}

const markdown = unified().use(remarkParse).use(remarkGfm);

/**
 * Rewrites the body of a note: its lines, then the tree that they make.
 *
 * @param isPart whether it is a part of pages, whose headings stay as they are
 */
export function convertPage(note: Note, around: Surroundings, isPart = false): Converted {
  const counts: Counts = new Map();
  const left: Leftover[] = [];
  const { isMdx } = note;
  const marked = rewriteMarks(note.body, { isMdx, textOf: around.textOf.bind(around) }, counts, left);
  const lines = rewriteWikiLinks(marked.lines, around, counts, left);
  const source = isMdx ? readableMdx(lines, counts, left) : lines.map(({ text }) => text).join('\n');
  const page = new PageText(note, source, isMdx ? mdx.parse(source) : markdown.parse(source), {
    lines,
    anchors: marked.anchors,
    around,
    counts,
    left,
  });
  const { title, lines: converted } = page.convert(isPart);
  const sound = readableMdx(converted, counts, left);
  left.sort((a, b) => a.line - b.line);
  return { text: `${sound.replace(/\n{3,}/g, '\n\n').trim()}\n`, title, left, counts };
}
