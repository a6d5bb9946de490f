import path from 'node:path';
import { checkCodeFiles } from '../../src/curriculum/checking/check-code-files.ts';
import type { Problem } from '../../src/curriculum/problems/problems.ts';
import { reportProblems } from '../../src/curriculum/problems/report.ts';
import { repository } from '../run-program.ts';
import { run } from './run.ts';

/** markdownlint over pages and READMEs. It runs the settings that it finds in a folder, so there must be none. */
export function checkMarkdown(): boolean | Promise<boolean> {
  const problems: Problem[] = [];
  checkCodeFiles(path.resolve(repository), problems);
  if (problems.length > 0) {
    console.log(reportProblems(problems));
    return false;
  }
  return run('markdownlint-cli2/markdownlint-cli2-bin.mjs', [
    'content/docs/**/*.{md,mdx}',
    '*.md',
    'src/**/*.md',
    'scripts/**/*.md',
  ]);
}
