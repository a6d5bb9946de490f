/** Compares what a run printed with what was recorded, as tests of samples do, and shows the difference by lines. */
import { diffArrays } from 'diff';
import { isChosenFrom, isWithin, tidy, withoutNumbers } from '../samples/compare-output.ts';
import { element } from '../theme/elements.ts';
import type { Translator } from '../strings/translator.ts';
import type { RunBlock } from '../curriculum/runs/runs.ts';

type Recorded = NonNullable<RunBlock['recorded']>;

/** Whether a run printed what is recorded. */
export const isSame = ({ text, compare }: Recorded, output: string): boolean =>
  compare === 'excerpt'
    ? isChosenFrom(text, output, withoutNumbers)
    : isWithin(text, output, compare === 'numbers' ? withoutNumbers : tidy);

/** The recorded and the printed lines, each difference marked by a sign and a word, not by color alone. */
export function difference({ text, compare }: Recorded, output: string, t: Translator): HTMLElement {
  const steady = compare === 'expect' ? tidy : withoutNumbers;
  const lines = (whole: string) => whole.replace(/^\n+|\s+$/g, '').split('\n');
  const [recorded, printed] = [lines(text), lines(output)];
  const list = element('pre', { className: 'run-difference', dir: 'ltr', tabIndex: 0 });
  list.setAttribute('role', 'group');
  list.ariaLabel = t('run.compare');
  const key = (line: string) => steady(line).trim();
  let at = [0, 0];
  for (const { value, added, removed } of diffArrays(recorded.map(key), printed.map(key))) {
    const from = added ? printed.slice(at[1], at[1]! + value.length) : recorded.slice(at[0], at[0]! + value.length);
    at = [at[0]! + (added ? 0 : value.length), at[1]! + (removed ? 0 : value.length)];
    for (const line of from) {
      const row = element(added ? 'ins' : removed ? 'del' : 'span');
      row.append(
        element('span', { textContent: added ? '+ ' : removed ? '− ' : '  ', ariaHidden: 'true' }),
        ...(added || removed
          ? [
              element('span', {
                className: 'sr-only',
                textContent: `${t(added ? 'run.compare.more' : 'run.compare.missing')}: `,
              }),
            ]
          : []),
        line,
      );
      list.append(row);
    }
  }
  const legend = element('p', { className: 'run-legend' });
  legend.append(
    element('del', { textContent: `− ${t('run.compare.missing')}` }),
    ' ',
    element('ins', { textContent: `+ ${t('run.compare.more')}` }),
  );
  const box = element('div');
  box.append(legend, list);
  return box;
}
