/** Rewrites what other programs add to Markdown line by line, outside of blocks of code. */
import { boxOf } from './boxes.ts';
import { closeGroups, hasGroups } from './indented.ts';
import { withoutMarkdownTags } from './markdown-tags.ts';
import { count, linesOf, type Counts, type Leftover, type Line } from './lines.ts';

export interface Marked {
  lines: Line[];
  /** Anchors that headings named themselves, by the lines of the body. */
  anchors: Map<number, string>;
}

/** What the rewriting asks for. */
export interface MarkNeeds {
  /** Whether braces are expressions, as in MDX, and not attributes of MkDocs. */
  isMdx: boolean;
  /** Text of another file of the folder, for `--8<-- "file"`; undefined where there is none. */
  textOf(file: string): string | undefined;
}

/** An attribute list of MkDocs: `{ .md-button }`, `{: align=right width="130" }` */
const attributes = /\{:? *(?:(?:[.#][\w:-]+|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"']+)|:)(?: +|(?= *\})))+ *\}/;

/**
 * Rewrites boxes, folds, tabs, tables of contents, anchors of headings and templates.
 *
 * @param counts what was rewritten is added here
 * @param left what could not be is added here
 */
export function rewriteMarks(body: string, needs: MarkNeeds, counts: Counts, left: Leftover[]): Marked {
  const whole = withSnippets(linesOf(body), needs, counts, left);
  const grouped = !needs.isMdx && hasGroups(whole) ? closeGroups(whole, counts, left) : whole;
  const anchors = new Map<number, string>();
  const lines: Line[] = [];
  let fence: string | undefined;
  for (const { text, origin } of needs.isMdx ? grouped : withoutMarkdownTags(grouped)) {
    const [, mark] = /^\s*(?:> ?)*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})/.exec(text) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && text.trim().replace(/^[> ]*/, '') === mark) fence = undefined;
      lines.push({ text, origin });
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      lines.push({ text, origin });
      continue;
    }
    const leave = (what: string) => void left.push({ line: origin, what });
    const own = rewriteLine(text, { ...needs, counts, leave, name: (id) => void anchors.set(origin, id) });
    lines.push(...own.split('\n').map((one) => ({ text: one, origin })));
  }
  return { lines, anchors };
}

interface LineNeeds extends MarkNeeds {
  counts: Counts;
  leave(what: string): void;
  /** Notes the anchor that a heading names. */
  name(id: string): void;
}

function rewriteLine(line: string, { isMdx, counts, leave, name }: LineNeeds): string {
  let text = line.replace(
    /^(\s*(?:> ?)*)(:{3,})\s*(\w+)(?:\[([^\]]*)\])?[ \t]*([^{\n]*?)[ \t]*(?:\{[^}]*\})?$/,
    (all, indent, colons, kind: string, label, words) => {
      const known = boxOf(kind);
      if (known === undefined || (known === kind && words === '')) return all as string;
      count(counts, 'boxes');
      const title = (label ?? words) as string;
      return `${indent}${colons}${known}${title ? `[${title}]` : ''}`;
    },
  );
  text = text.replace(/^(\s*)(> *)\[!(\w+)\][-+]?[ \t]*(.*)$/, (all, indent, quote, kind: string, title) => {
    if (/^(?:note|tip|important|warning|caution)$/i.test(kind) && title === '') return all as string;
    count(counts, 'boxes');
    const alert = { note: 'NOTE', tip: 'TIP', caution: 'WARNING', danger: 'CAUTION' }[boxOf(kind) ?? 'note'];
    return `${indent}${quote}[!${alert}]${title ? `\n${indent}${quote}**${title}**\n${indent}${quote}` : ''}`;
  });
  if (/^\s*(?:\[\[_?toc_?\]\]|\[TOC\]|\{:toc\}|\* TOC)\s*$/i.test(text)) {
    count(counts, 'tables of contents, removed');
    return '';
  }
  text = text.replace(/^(#{1,6} .*?)[ \t]*\{:? *#([\w-]+)[^}]*\}[ \t]*$/, (_all, heading, id) => {
    name(id);
    count(counts, 'anchors of headings');
    return heading as string;
  });
  text = text.replace(/\{\{[<%].*?[%>]\}\}|\{%.*?%\}/g, (written) => {
    leave(`\`${written}\` was taken out`);
    return '';
  });
  if (!isMdx) {
    // Behind a link, a picture, marked words or a heading, or alone.
    text = text.replace(
      new RegExp(
        `(?<=[)\\]\`*_]) ?${attributes.source}#?|^(\\s*)${attributes.source}\\s*$|(?<=^#.*) ${attributes.source}\\s*$`,
      ),
      (_all, blanks: string | undefined) => {
        count(counts, 'lists of attributes, removed');
        return blanks ?? '';
      },
    );
    text = text.replace(/:(?:octicons|material|fontawesome|simple)-[\w-]+: ?/g, () => {
      count(counts, 'icons, removed');
      return '';
    });
  }
  return text.replace(/(?<![=\\\w`])==(?=[^\s=])([^=\n`]*[^\s=`])==(?![=\w`])/g, (_all, words) => {
    count(counts, 'marked texts');
    return `<mark>${words}</mark>`;
  });
}

/** `--8<-- "file"` becomes the lines of the file, as far in as it stands. */
function withSnippets(lines: readonly Line[], { textOf }: MarkNeeds, counts: Counts, left: Leftover[]): Line[] {
  return lines.flatMap((line) => {
    const [, indent, file] = /^( *)--8<-- +"([^"]+)"\s*$/.exec(line.text) ?? [];
    if (file === undefined) return line;
    const text = textOf(file);
    if (text === undefined) {
      left.push({ line: line.origin, what: `\`${file}\`, whose text stands here, is not in the folder` });
      return line;
    }
    count(counts, 'texts of other files');
    return text
      .trimEnd()
      .split('\n')
      .map((one) => ({ text: one === '' ? '' : `${indent}${one}`, origin: line.origin }));
  });
}
