/** Compares what a sample printed with what its page shows. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SampleFault, type CheckContext } from './check.ts';

/**
 * Prepares a comparison: the files go from the working copy, so that one a program writes is known to be new.
 *
 * @param files expected output, relative to the sample folder
 * @returns asserts that the lines of each file stand in the output in one piece, or that the program wrote that very file
 */
export function expectOutput({ folder }: CheckContext, files: readonly string[] = []): (output: string) => void {
  const wanted = files.map((file) => {
    const absolute = path.join(folder, file);
    const text = readFileSync(absolute, 'utf8');
    rmSync(absolute);
    return { file, absolute, text };
  });
  return (output) => {
    for (const { file, absolute, text } of wanted) {
      const printed = existsSync(absolute) ? readFileSync(absolute, 'utf8') : output;
      if (!isWithin(text, printed))
        throw new SampleFault(`The output does not hold the lines of \`${file}\`.\n${differences(text, printed)}`);
    }
  };
}

/** Whether the lines of a text stand in another in one piece; spaces at the ends of lines do not count. */
export function isWithin(text: string, other: string): boolean {
  return `\n${tidy(other)}\n`.includes(`\n${tidy(text)}\n`);
}

/** What differs in each run of the same SQL: times, estimates (ANALYZE takes a random sample), cached pages, processes. */
const differing: [RegExp, string][] = [
  [/\bPID \d+/g, 'PID n'],
  [/\(cost=[\d.]+ rows=\d+ width=\d+/g, '(cost=n rows=n width=n'],
  [/\bBuffers: .+/g, 'Buffers: n'],
  [/\bactual time=[\d.]+/g, 'actual time=n'],
  [/\b(Planning|Execution) Time: [\d.]+ ms/g, '$1 Time: n ms'],
];

/** Without spaces at the ends of lines, empty lines at the ends of the text and what differs anyway. */
export function tidy(text: string): string {
  const steady = differing.reduce((now, [pattern, word]) => now.replace(pattern, word), text);
  const lines = steady.replaceAll('\r\n', '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

function differences(text: string, printed: string): string {
  const got = new Set(tidy(printed).split('\n'));
  const lost = tidy(text)
    .split('\n')
    .filter((line) => !got.has(line));
  const show = (lines: readonly string[]) =>
    lines
      .slice(0, 12)
      .map((line) => `    ${line.slice(0, 200)}`)
      .join('\n');
  return lost.length > 0
    ? `Lines that are not there:\n${show(lost)}\n  It printed:\n${show(tidy(printed).split('\n'))}`
    : '  Its lines are there, but not in one piece.';
}
