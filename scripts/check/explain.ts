import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import { problemGuide } from '../../src/curriculum/problems/problem-guide.ts';
import { problemCodes, severityOf } from '../../src/curriculum/problems/problems.ts';

/** Prints what a problem means and how to mend it; an unknown code fails the command. */
export function explain(code: string): void {
  const known = problemCodes.find((one) => one === code);
  if (!known) {
    console.error(`There is no problem \`${code}\`.${didYouMean(nearest(code, problemCodes))}`);
    console.error(`There are: ${problemCodes.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const { meaning, cause, example, fix } = problemGuide[known];
  const indented = example.replace(/^/gm, '    ');
  console.log(`${known} (${severityOf(known)})\n\n${meaning}\n\nUsual cause: ${cause}\n\n${indented}\n\nFix: ${fix}`);
}
