/** Rewrites what other programs add to Markdown line by line, outside of blocks of code. */

/** Something that could not be brought over as it was. */
export interface Leftover {
  /** Line of the body, from 1. */
  line: number;
  what: string;
}

/** Boxes of other programs, and those that they become. */
const boxes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    note: 'note info abstract summary todo important seealso question faq help example quote cite details secondary',
    tip: 'tip hint success check done',
    caution: 'caution warning attention',
    danger: 'danger error bug failure fail missing critical',
  }).flatMap(([box, names]) => names.split(' ').map((name) => [name, box])),
);

/** How often each kind of mark was rewritten. */
export type Counts = Map<string, number>;

const count = (counts: Counts, what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);

/**
 * Rewrites boxes, tables of contents, anchors of headings and templates.
 *
 * @param counts what was rewritten is added here
 * @param left what could not be is added here
 * @returns the text, which line of the body each of its lines comes from, and the anchors that headings named themselves,
 * by the lines of the body
 */
export function rewriteMarks(
  body: string,
  counts: Counts,
  left: Leftover[],
): { text: string; origins: number[]; anchors: Map<number, string> } {
  const lines = body.split('\n');
  const anchors = new Map<number, string>();
  let fence: string | undefined;
  /** Indentation of the box of MkDocs that is open. */
  let box: number | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    let line = lines[index]!;
    if (box !== undefined && line.trim() !== '') {
      const indent = /^ */.exec(line)![0].length;
      if (indent > box) line = line.slice(Math.min(indent, box + 4));
      else {
        // The line before the next text is blank, so that the box can end there.
        lines[index - 1] = `${lines[index - 1]!.trim() === '' ? '' : `${lines[index - 1]!}\n`}${' '.repeat(box)}:::\n`;
        box = undefined;
      }
    }
    const [, mark] = /^\s*(?:> ?)*(?:[-*+] +)?(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim().replace(/^[> ]*/, '') === mark) fence = undefined;
      lines[index] = line;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      lines[index] = line;
      continue;
    }
    const mkdocs = /^( *)(?:!!!|\?\?\?\+?) +(\w+)(?: +"([^"]*)")?\s*$/.exec(line);
    if (mkdocs) {
      const [, indent = '', kind = '', title] = mkdocs;
      lines[index] = `${indent}:::${boxes[kind.toLowerCase()] ?? 'note'}${title ? `[${title}]` : ''}`;
      box = indent.length;
      count(counts, 'boxes');
      continue;
    }
    line = line.replace(
      /^(\s*(?:> ?)*)(:{3,})\s*(\w+)(?:\[([^\]]*)\])?[ \t]*([^{\n]*?)[ \t]*(?:\{[^}]*\})?$/,
      (all, indent, colons, kind: string, label, words) => {
        const known = boxes[kind.toLowerCase()];
        if (known === undefined || (known === kind && words === '')) return all as string;
        count(counts, 'boxes');
        const title = (label ?? words) as string;
        return `${indent}${colons}${known}${title ? `[${title}]` : ''}`;
      },
    );
    line = line.replace(/^(\s*)(> *)\[!(\w+)\][-+]?[ \t]*(.*)$/, (all, indent, quote, kind: string, title) => {
      if (/^(?:note|tip|important|warning|caution)$/i.test(kind) && title === '') return all as string;
      count(counts, 'boxes');
      const alert = { note: 'NOTE', tip: 'TIP', caution: 'WARNING', danger: 'CAUTION' }[
        boxes[kind.toLowerCase()] ?? 'note'
      ];
      return `${indent}${quote}[!${alert}]${title ? `\n${indent}${quote}**${title}**\n${indent}${quote}` : ''}`;
    });
    if (/^\s*(?:\[\[_?toc_?\]\]|\[TOC\]|\{:toc\}|\* TOC)\s*$/i.test(line)) {
      count(counts, 'tables of contents, removed');
      line = '';
    }
    line = line.replace(/^(#{1,6} .*?)[ \t]*\{#([\w-]+)[^}]*\}[ \t]*$/, (_all, heading, id) => {
      anchors.set(index + 1, id);
      count(counts, 'anchors of headings');
      return heading as string;
    });
    line = line.replace(/^( *)={3}[!+]? +"(.*)"\s*$/, (_all, indent, title) => {
      left.push({ line: index + 1, what: `the tab “${title}” became a line in bold` });
      return `${indent}**${title}**`;
    });
    line = line.replace(/\{\{[<%].*?[%>]\}\}|\{%.*?%\}/g, (written) => {
      left.push({ line: index + 1, what: `\`${written}\` was taken out` });
      return '';
    });
    line = line.replace(/(?<![=\\\w`])==(?=[^\s=])([^=\n`]*[^\s=`])==(?![=\w`])/g, (_all, words) => {
      count(counts, 'marked texts');
      return `<mark>${words}</mark>`;
    });
    lines[index] = line;
  }
  if (box !== undefined) lines.push(`${' '.repeat(box)}:::`, '');
  const origins = lines.flatMap((line, index) => line.split('\n').map(() => index + 1));
  return { text: lines.join('\n'), origins, anchors };
}
