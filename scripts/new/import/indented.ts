/** Writes an end to what MkDocs groups by indentation: boxes, folds and tabs, which may stand in each other and in lists. */
import { boxOf } from './boxes.ts';
import { count, type Counts, type Leftover, type Line } from './lines.ts';

/** `!!! note "Title"`, `??? tip`, `???+ tip`, `=== "Tab"` */
const opening = /^( *)(?:(!!!|\?\?\?\+?) *([\w-]+)[\w -]*?(?: *"(.*)")?|={3}[!+]? +"(.*)")\s*$/;

/** Blanks by which the content of a group stands further in. */
const step = 4;

interface Group {
  kind: 'box' | 'fold' | 'tab';
  /** Blanks before its mark, in the text that was read. */
  indent: number;
  /** Its opening line among those that were written, and how many boxes stand in each other in it. */
  start: number;
  boxes: number;
}

/** Whether a text has such groups. */
export const hasGroups = (lines: readonly Line[]): boolean => lines.some(({ text }) => opening.test(text));

/**
 * `??? tip "Hint"⏎    Text.` → `<details>⏎<summary>Hint</summary>⏎⏎Text.⏎⏎</details>`
 *
 * @param counts what was rewritten is added here
 * @param left blocks of code that were never closed are added here
 */
export function closeGroups(lines: readonly Line[], counts: Counts, left: Leftover[]): Line[] {
  return new Groups(counts, left).read(lines);
}

class Groups {
  readonly #counts: Counts;
  readonly #written: Line[] = [];
  readonly #open: Group[] = [];
  #origin = 0;

  readonly #left: Leftover[];

  constructor(counts: Counts, left: Leftover[]) {
    this.#counts = counts;
    this.#left = left;
  }

  read(lines: readonly Line[]): Line[] {
    let fence: string | undefined;
    for (const { text: line, origin } of lines) {
      const indent = line.length - line.trimStart().length;
      const isOut = line.trim() !== '' && indent < (this.#open.at(-1)?.indent ?? -step) + step;
      if (fence !== undefined && isOut) {
        // The code ends with the group that it stands in.
        this.#left.push({ line: this.#origin, what: 'a block of code was never closed, and ends here now' });
        while (this.#written.at(-1)?.text.trim() === '') this.#written.pop();
        this.#write(this.#blanks(this.#open.at(-1)!.indent + step) + fence);
        fence = undefined;
      }
      if (fence !== undefined || line.trim() === '') {
        this.#origin = origin;
        this.#write(this.#dedented(line));
        if (fence !== undefined && line.trim() === fence) fence = undefined;
        continue;
      }
      const [all, , mark, kind = '', title, tab] = opening.exec(line) ?? [];
      while (this.#open.length > 0 && indent < this.#open.at(-1)!.indent + step)
        this.#close(tab !== undefined && this.#open.at(-1)!.indent === indent);
      this.#origin = origin;
      if (all === undefined) {
        fence = /^\s*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
        this.#write(this.#dedented(line));
      } else if (tab !== undefined) this.#openTab(indent, tab);
      else if (mark === '!!!') this.#openBox(indent, kind, title);
      else this.#openFold(indent, mark === '???+', title ?? capital(kind));
    }
    while (this.#open.length > 0) this.#close(false);
    return this.#written;
  }

  #write(...texts: string[]): void {
    for (const text of texts) this.#written.push({ text, origin: this.#origin });
  }

  /** A line of a group without the blanks that put it into the group. */
  #dedented(line: string): string {
    const blanks = line.length - line.trimStart().length;
    return line.slice(Math.min(blanks, step * this.#open.length));
  }

  /** Blanks before the marks of a group that opens or closes now. */
  #blanks(indent: number): string {
    return ' '.repeat(Math.max(0, indent - step * this.#open.length));
  }

  #openBox(indent: number, kind: string, title: string | undefined): void {
    count(this.#counts, 'boxes');
    const box = boxOf(kind) ?? 'note';
    const words = title ?? (kind.toLowerCase() === box ? '' : capital(kind));
    const blanks = this.#blanks(indent);
    this.#blankBefore();
    this.#open.push({ kind: 'box', indent, start: this.#written.length, boxes: 1 });
    this.#write(`${blanks}:::${box}${words.trim() === '' ? '' : `[${words.replace(/[[\]]/g, '\\$&')}]`}`);
  }

  #openFold(indent: number, isOpen: boolean, title: string): void {
    count(this.#counts, 'folds');
    const blanks = this.#blanks(indent);
    this.#blankBefore();
    this.#open.push({ kind: 'fold', indent, start: this.#written.length, boxes: 0 });
    this.#write(
      `${blanks}<details${isOpen ? ' open' : ''}>`,
      `${blanks}<summary>${title.replaceAll('<', '&lt;')}</summary>`,
      '',
    );
  }

  #openTab(indent: number, title: string): void {
    count(this.#counts, 'tabs');
    const blanks = this.#blanks(indent);
    this.#blankBefore();
    const isFurther = this.#written.at(-2)?.text === `${blanks}</TabItem>`;
    this.#open.push({ kind: 'tab', indent, start: this.#written.length, boxes: 0 });
    if (!isFurther) this.#write(`${blanks}<Tabs>`, '');
    this.#write(`${blanks}<TabItem label="${title.replaceAll('"', '&quot;')}">`, '');
  }

  /** @param isFollowed whether another tab follows */
  #close(isFollowed: boolean): void {
    const group = this.#open.pop()!;
    const blanks = this.#blanks(group.indent);
    while (this.#written.at(-1)?.text.trim() === '') this.#written.pop();
    if (group.kind === 'box') {
      // A box that holds others has more colons than they.
      const colons = ':'.repeat(2 + group.boxes);
      const start = this.#written[group.start]!;
      start.text = start.text.replace(/:::/, colons);
      this.#write(`${blanks}${colons}`, '');
    } else if (group.kind === 'fold') this.#write('', `${blanks}</details>`, '');
    else this.#write('', `${blanks}</TabItem>`, '', ...(isFollowed ? [] : [`${blanks}</Tabs>`, '']));
    const outer = this.#open.at(-1);
    if (outer) outer.boxes = Math.max(outer.boxes, group.boxes + (outer.kind === 'box' ? 1 : 0));
  }

  #blankBefore(): void {
    if (this.#written.length > 0 && this.#written.at(-1)!.text.trim() !== '') this.#write('');
  }
}

const capital = (word: string) => word.replace(/^./u, (letter) => letter.toUpperCase());
