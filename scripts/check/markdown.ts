import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkCodeFiles } from '../../src/curriculum/checking/check-code-files.ts';
import type { Problem } from '../../src/curriculum/problems/problems.ts';
import { reportProblems } from '../../src/curriculum/problems/report.ts';
import { repository } from '../run-program.ts';

const program = path.join(repository, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
const pages = 'content/docs/**/*.{md,mdx}';

/** Rules about what a page loses or breaks; the others are about how its source looks, which no reader sees. */
const faults = /^(?:MD011|MD018|MD042|MD052|MD056)$/;

/** What markdownlint says of a line: `file:12:3 error MD012/no-multiple-blanks …`. */
const finding = /^\S.*?:\d+(?::\d+)? error (MD\d+)\/(\S+)/;

/** markdownlint over pages and READMEs. It runs the settings that it finds in a folder, so there must be none. */
export function checkMarkdown(): boolean {
  const problems: Problem[] = [];
  checkCodeFiles(path.resolve(repository), problems);
  if (problems.length > 0) {
    console.log(reportProblems(problems));
    return false;
  }
  const { findings, isSound } = lint([pages, '*.md', 'src/**/*.md', 'scripts/**/*.md']);
  const { wrong, looks } = sorted(findings);
  for (const line of wrong) console.log(line);
  if (looks !== undefined) console.log(looks);
  return isSound && wrong.length === 0;
}

/** Runs it. @returns its lines, and whether they are all that it had to say */
function lint(files: readonly string[]): { findings: string[]; isSound: boolean } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...files], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const findings = stderr.split('\n').filter((line) => finding.test(line));
  const isSound = status === 0 || (status === 1 && findings.length > 0);
  if (!isSound) console.log(stdout + stderr);
  return { findings, isSound };
}

/**
 * Tells what has to be mended from what only has another form than usual: in pages, which authors bring from anywhere.
 *
 * @param findings lines of markdownlint
 * @returns lines to print, and one that says how many others there are
 */
export function sorted(findings: readonly string[]): { wrong: string[]; looks?: string } {
  const isLooks = (line: string) => line.startsWith('content/') && !faults.test(finding.exec(line)?.[1] ?? '');
  const looks = findings.filter(isLooks);
  return { wrong: findings.filter((line) => !isLooks(line)), ...(looks.length > 0 && { looks: looksOf(looks) }) };
}

/** `In 71 places the source of pages has another form than usual: 70 no-multiple-blanks, 1 …` and what mends it. */
function looksOf(lines: readonly string[]): string {
  const rules = [...Map.groupBy(lines, (line) => finding.exec(line)![2]!)].sort(([, a], [, b]) => b.length - a.length);
  const counts = rules.map(([name, all]) => `${all.length} ${name}`).join(', ');
  return `In ${lines.length === 1 ? 'one place' : `${lines.length.toLocaleString('en')} places`} the source of pages has another form than usual, which no reader sees: ${counts}. \`npx markdownlint-cli2 --fix "${pages}"\` mends most of them.`;
}
