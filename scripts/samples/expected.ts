/** Compares what a sample printed with what its page shows. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isChosenFrom, isWithin, tidy, withoutNumbers } from '../../src/samples/compare-output.ts';
import { SampleFault, type CheckContext, type Expectations } from './check.ts';

/**
 * Prepares a comparison: the files go from the working copy, so that one a program writes is known to be new.
 *
 * A program may also write `output/a.txt` to `target/output/a.txt`, where Maven’s tests put what they make.
 *
 * @param expectations files of expected output, relative to the sample folder
 * @returns asserts that the lines of each file stand in the output in one piece, or in what the program wrote to that
 *   file; a line `…` stands for any number of lines
 */
export function expectOutput(
  { folder }: CheckContext,
  { expect = [], numbers = [], excerpt = [] }: Expectations,
): (output: string) => void {
  const wanted = [...expect, ...numbers, ...excerpt].map((file) => {
    const absolute = path.join(folder, file);
    const text = readFileSync(absolute, 'utf8');
    rmSync(absolute);
    const modules = ['.', ...readdirSync(folder)].map((name) => path.join(folder, name, 'target', file));
    return {
      file,
      text,
      written: [absolute, ...modules],
      compare: expect.includes(file) ? tidy : withoutNumbers,
      chosen: excerpt.includes(file),
    };
  });
  return (output) => {
    for (const { file, text, written, compare, chosen } of wanted) {
      const made = written.find((one) => existsSync(one));
      const printed = made === undefined ? output : readFileSync(made, 'utf8');
      if (!(chosen ? isChosenFrom : isWithin)(text, printed, compare)) {
        // With SAMPLES_KEEP_OUTPUT=/some/folder one can look at what it printed.
        const keep = process.env.SAMPLES_KEEP_OUTPUT;
        if (keep) writeFileSync(path.join(keep, file.replaceAll('/', '_')), printed);
        throw new SampleFault(
          `The output does not hold the lines of \`${file}\`.\n${differences(text, printed, compare)}`,
        );
      }
    }
  };
}

function differences(text: string, printed: string, compare: (text: string) => string): string {
  const got = new Set(compare(printed).split('\n'));
  const lost = compare(text)
    .split('\n')
    .filter((line) => line !== '…' && !got.has(line));
  const show = (lines: readonly string[]) =>
    lines
      .slice(0, 12)
      .map((line) => `    ${line.slice(0, 200)}`)
      .join('\n');
  return lost.length > 0
    ? `Lines that are not there:\n${show(lost)}\n  It printed:\n${show(compare(printed).split('\n'))}`
    : '  Its lines are there, but not in one piece.';
}
