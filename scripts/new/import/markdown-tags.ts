/** Sets what stands in `<figure markdown>` and `<div markdown="1">` apart from its tags, so that MDX reads it as Markdown. */
import type { Line } from './lines.ts';

const opening = /^(\s*)<(\w+)([^<>]*?)\s+markdown(?:=(?:"\w*"|'\w*'|\w+))?((?:\s[^<>]*)?)>\s*$/;

interface Tag {
  name: string;
  /** Blanks before the tag. */
  blanks: number;
  /** Blanks by which all that stands in it stands further in than its tag. */
  step: number;
}

/**
 * `<figure markdown>⏎    ![a](b.png)⏎</figure>` → `<figure>⏎⏎![a](b.png)⏎⏎</figure>`
 *
 * Lines of an element lose the blanks that all of them have, and code keeps its own.
 */
export function withoutMarkdownTags(lines: readonly Line[]): Line[] {
  const open: Tag[] = [];
  const written: Line[] = [];
  let fence: string | undefined;
  /** A caption that is not at its end yet. */
  let caption: Line | undefined;
  for (const [index, { text, origin }] of lines.entries()) {
    const blanks = text.length - text.trimStart().length;
    const isEnd = fence === undefined && text.trim() === `</${open.at(-1)?.name}>`;
    const further = open.filter((tag) => blanks >= tag.blanks + tag.step);
    const own = text.slice(further.reduce((sum, { step }) => sum + step, 0));
    const mark = /^\s*(?:> ?)*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence) && text.trim().replace(/^[> ]*/, '') === mark) fence = undefined;
      written.push({ text: own, origin });
      continue;
    }
    if (open.length > 0 && /^\s*<figcaption\b/.test(own)) caption = { text: own.trimEnd(), origin };
    else if (caption && !isEnd) caption.text += ` ${own.trim()}`;
    // A caption stands in one line; MDX wants its end where its beginning is.
    if (caption && (isEnd || caption.text.includes('</figcaption>'))) {
      const whole = caption.text.includes('</figcaption>') ? caption.text : `${caption.text}</figcaption>`;
      written.push({ text: '', origin: caption.origin }, { text: whole, origin: caption.origin });
      caption = undefined;
      if (!isEnd) continue;
    }
    if (caption) continue;
    const [, start, name, before = '', after = ''] = opening.exec(own) ?? [];
    if (name !== undefined) open.push({ name, blanks, step: stepOf(lines, index, name) });
    else if (isEnd) open.pop();
    const line = name === undefined ? own : `${start}<${name}${before}${after}>`;
    const isTag = isEnd || name !== undefined;
    written.push(...(isTag ? ['', line, ''] : [line]).map((one) => ({ text: one, origin })));
  }
  return caption ? [...written, caption] : written;
}

/** By how much every line of the element that a line opens, but for its caption, stands further in: 4 at most. */
function stepOf(lines: readonly Line[], index: number, name: string): number {
  const indentOf = (text: string) => text.length - text.trimStart().length;
  let step = 4;
  let depth = 0;
  let isCaption = false;
  for (const { text } of lines.slice(index + 1)) {
    const words = text.trim();
    if (words === `</${name}>` && depth === 0) break;
    if (words === `</${name}>`) depth -= 1;
    else if (opening.exec(text)?.[2] === name) depth += 1;
    isCaption ||= words.startsWith('<figcaption');
    if (words !== '' && !isCaption) step = Math.min(step, indentOf(text) - indentOf(lines[index]!.text));
    if (words.includes('</figcaption>')) isCaption = false;
  }
  return Math.max(0, step);
}
