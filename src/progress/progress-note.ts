/** A line at the foot of the window that says something once, moves nothing, and can be closed. */
import { addStyles } from '../theme/add-styles.ts';
import { button } from '../theme/elements.ts';
import styles from './progress-note.css?inline';

addStyles(styles);

export interface Note {
  words: string;
  link?: { href: string; words: string };
  /** Name of the button that closes it. */
  close: string;
}

let note: HTMLElement | undefined;

/** Shows a note in the place of the one before. */
export function tell({ words, link, close }: Note): void {
  if (!note) {
    note = Object.assign(document.createElement('div'), { className: 'progress-note' });
    note.role = 'status';
    document.body.append(note);
  }
  const text = document.createElement('p');
  text.textContent = words;
  const parts: HTMLElement[] = [text];
  if (link) parts.push(Object.assign(document.createElement('a'), { href: link.href, textContent: link.words }));
  parts.push(button(close, () => note!.replaceChildren()));
  // A live region speaks what comes into it after it is there.
  requestAnimationFrame(() => note!.replaceChildren(...parts));
}
