/** Ways to tell problems: for a terminal, for programs, and as annotations of GitHub. */
import type { Problem } from './problems.ts';

/** Path of the page that explains all codes, from the root of the site; a code is an anchor on it. */
export const guidePath = '/make-it-yours/problems/';

const byPlace = (a: Problem, b: Problem) =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0);

/**
 * Formats problems for a terminal: grouped by file, sorted by line, with a count at the end.
 *
 * @returns several lines without a trailing line break
 */
export function reportProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort(byPlace);
  const blocks = [...new Set(sorted.map((one) => one.file))].map((file) => {
    const lines = sorted
      .filter((one) => one.file === file)
      .map((one) => {
        const where = one.line ? `${one.line}:${one.column ?? 1}` : '-';
        return `  ${where.padEnd(7)} ${one.severity === 'warning' ? 'Warning: ' : ''}${one.message} [${one.code}]`;
      });
    return [file, ...lines].join('\n');
  });
  return [...blocks, ending(sorted)].join('\n\n');
}

function ending(problems: readonly Problem[]): string {
  const errors = problems.filter((one) => one.severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, word: string) => (number === 1 ? `1 ${word}` : `${number} ${word}s`);
  if (errors === 0)
    return `${count(warnings, 'warning')} in content. A warning does not keep the site from being built.`;
  const all = [count(errors, 'problem'), ...(warnings ? [count(warnings, 'warning')] : [])].join(' and ');
  const example = problems.find((one) => one.severity === 'error')!.code;
  return [
    `${all} in content. Nothing was built; an earlier build is untouched.`,
    `\`npm run check -- --explain ${example}\` explains a code with an example, and so does ${guidePath} on the site.`,
  ].join('\n');
}

/** One problem as programs read it. */
export interface ReportedProblem {
  code: string;
  severity: string;
  file: string;
  line: number | null;
  column: number | null;
  message: string;
  /** Path of its explanation, from the root of the site. */
  help: string;
}

/** Problems as plain data, sorted by file and line. */
export const problemsAsData = (problems: readonly Problem[]): ReportedProblem[] =>
  [...problems].sort(byPlace).map(({ code, severity, file, line, column, message }) => ({
    code,
    severity,
    file,
    line: line ?? null,
    column: column ?? null,
    message,
    help: `${guidePath}#${code}`,
  }));

/**
 * Problems as workflow commands, which GitHub shows beside the lines of a pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function problemsAsAnnotations(problems: readonly Problem[]): string {
  const text = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string | number) => text(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...problems]
    .sort(byPlace)
    .map(({ code, severity, file, line, column, message }) => {
      const place = [
        `file=${property(file)}`,
        ...(line ? [`line=${line}`, `col=${column ?? 1}`] : []),
        `title=${property(code)}`,
      ];
      return `::${severity} ${place.join(',')}::${text(message)}`;
    })
    .join('\n');
}
