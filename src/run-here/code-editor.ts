/** A plain field for code: line numbers, the tab key, undo by the browser, and a way out by keyboard. */
import { element } from '../theme/elements.ts';

export interface CodeEditor {
  element: HTMLElement;
  field: HTMLTextAreaElement;
  /** Says what became of the text. */
  note: HTMLElement;
  /** Marks a line, and a place in it from 1; nothing without one. */
  mark(line?: number): void;
}

let count = 0;

/**
 * @param label for screen readers
 * @param keys what keys do, in words
 * @param run called by Ctrl or ⌘ and Enter
 */
export function codeEditor(text: string, label: string, keys: string, run: () => void): CodeEditor {
  const help = element('p', { className: 'run-keys', textContent: keys, id: `run-keys-${(count += 1)}` });
  const field = element('textarea', {
    value: text,
    spellcheck: false,
    autocapitalize: 'off',
    wrap: 'off',
    dir: 'ltr',
    ariaLabel: label,
  });
  field.setAttribute('autocorrect', 'off');
  field.setAttribute('aria-describedby', help.id);
  const numbers = element('div', { className: 'run-numbers', ariaHidden: 'true' });
  let marked: number | undefined;
  const draw = () => {
    const lines = field.value.split('\n').length;
    field.rows = Math.min(Math.max(lines, 2), 30);
    if (numbers.childElementCount !== lines)
      numbers.replaceChildren(
        ...Array.from({ length: lines }, (_, index) => element('span', { textContent: String(index + 1) })),
      );
    [...numbers.children].forEach((one, index) => one.classList.toggle('wrong', index + 1 === marked));
    numbers.scrollTop = field.scrollTop;
  };
  let leaves = false;
  field.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      event.preventDefault();
      run();
    } else if (key === 'Escape') leaves = true;
    else if (key === 'Tab' && !leaves && !ctrlKey && !metaKey && !altKey) {
      event.preventDefault();
      indent(field, shiftKey);
    } else if (key !== 'Shift') leaves = false;
  });
  field.addEventListener('blur', () => (leaves = false));
  field.addEventListener('input', () => {
    marked = undefined;
    draw();
  });
  field.addEventListener('scroll', () => (numbers.scrollTop = field.scrollTop));
  draw();
  // A text that is set puts the cursor behind it, and a narrow field would begin at the end of its lines.
  field.setSelectionRange(0, 0);
  const box = element('div', { className: 'run-code' });
  box.append(numbers, field);
  const whole = element('div', { className: 'run-editor' });
  const note = element('p', { className: 'run-kept' });
  note.setAttribute('role', 'status');
  whole.append(box, help, note);
  return {
    element: whole,
    field,
    note,
    mark(line) {
      marked = line;
      draw();
    },
  };
}

/** Indents the chosen lines by two blanks, or takes two away. */
function indent(field: HTMLTextAreaElement, back: boolean): void {
  const { value, selectionStart, selectionEnd } = field;
  if (!back && selectionStart === selectionEnd) return write(field, '  ');
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const lines = value.slice(start, selectionEnd).split('\n');
  const changed = lines.map((line) => (back ? line.replace(/^ {1,2}|^\t/, '') : `  ${line}`)).join('\n');
  field.setSelectionRange(start, selectionEnd);
  write(field, changed);
  field.setSelectionRange(start, start + changed.length);
}

/** Types a text in the place of what is chosen. The old command is the only one whose changes a reader can undo. */
function write(field: HTMLTextAreaElement, text: string): void {
  if (document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
