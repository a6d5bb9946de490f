/** Shows what a run has printed: tables as tables, the rest as text, and the error. */
import { element, paragraph } from '../theme/elements.ts';
import type { Translator } from '../strings/translator.ts';
import type { ResultTable, RunError, RunResult } from '../runtimes/runtime.ts';

/**
 * @param title name of the block
 * @returns elements in the order in which they were printed
 */
export function resultParts(
  { tables = [], isCut, error }: RunResult,
  printed: string,
  title: string,
  t: Translator,
): Node[] {
  // The error is shown by itself.
  const output = printed.slice(0, error?.inSetup ? undefined : error?.from);
  const parts: Node[] = [];
  let at = 0;
  const text = (from: number, to: number) => {
    const lines = output.slice(from, to).replace(/^\n+|\s+$/g, '');
    if (!lines) return;
    // What is wide scrolls, and what scrolls can be reached by keyboard.
    const pre = element('pre', { textContent: lines, tabIndex: 0, dir: 'ltr', className: 'run-text' });
    pre.setAttribute('role', 'group');
    pre.ariaLabel = t('run.output', { title });
    parts.push(pre);
  };
  for (const table of tables) {
    text(at, table.from);
    parts.push(tableOf(table, t('run.output', { title }), t));
    at = table.to;
  }
  text(at, output.length);
  if (isCut) parts.push(paragraph(t('run.cut'), 'run-note'));
  return parts;
}

/** A table of rows. @param title what it shows, for screen readers */
export function tableOf(
  { columns, rows, numbers, count }: Omit<ResultTable, 'from' | 'to'>,
  title: string,
  t: Translator,
): HTMLElement {
  const head = element('tr');
  head.append(...columns.map((name) => element('th', { textContent: name, scope: 'col' })));
  const body = element('tbody');
  body.append(
    ...rows.map((row) => {
      const line = element('tr');
      line.append(
        ...row.map((value, column) =>
          element('td', {
            textContent: value ?? 'NULL',
            className: value === null ? 'null' : numbers.includes(column) ? 'number' : '',
          }),
        ),
      );
      return line;
    }),
  );
  const table = element('table');
  const thead = element('thead');
  thead.append(head);
  table.append(
    element('caption', {
      textContent: count > rows.length ? t('run.rows.first', { shown: rows.length, count }) : t('run.rows', { count }),
    }),
    thead,
    body,
  );
  const box = element('div', {
    className: 'run-table',
    tabIndex: 0,
    dir: 'ltr',
    ariaLabel: title,
  });
  box.setAttribute('role', 'group');
  box.append(table);
  return box;
}

/**
 * What an error says, with its code and the marked place.
 *
 * @param code the text that ran
 * @param seconds how long it may have run
 */
export function errorPart(error: RunError, code: string, seconds: number, t: Translator): HTMLElement {
  const box = element('div', { className: 'run-error' });
  if (error.limit) {
    box.append(paragraph(error.limit === 'time' ? t('run.limit.time', { count: seconds }) : t('run.limit.memory')));
    return box;
  }
  const heading = element('p');
  const name = element('strong', {
    textContent: error.code ? t('run.error.code', { code: error.code }) : t('run.error'),
  });
  heading.append(name);
  if (error.line && !error.inSetup) heading.append(` ${t('run.error.line', { line: error.line })}`);
  heading.append(': ', element('bdi', { textContent: error.message, dir: 'ltr' }));
  box.append(heading);
  if (error.inSetup) box.append(paragraph(t('run.error.setup')));
  else if (error.line) {
    const line = code.split('\n')[error.line - 1] ?? '';
    const column = Math.max(0, (error.column ?? 1) - 1);
    const word = /^[\w$.]+|^\S/.exec(line.slice(column))?.[0] ?? '';
    const pre = element('pre', { dir: 'ltr' });
    if (error.column && word)
      pre.append(line.slice(0, column), element('mark', { textContent: word }), line.slice(column + word.length));
    else pre.append(line);
    box.append(pre);
  }
  if (error.details) box.append(element('pre', { dir: 'ltr', textContent: error.details.join('\n') }));
  return box;
}
