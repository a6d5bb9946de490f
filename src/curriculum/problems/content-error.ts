import { isError, type Problem } from './problems.ts';
import { reportProblems } from './report.ts';

/** Thrown when the content has problems; its message is the whole report. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(reportProblems(problems.filter(isError)));
    this.name = 'ContentError';
    this.problems = problems;
    this.stack = `\n${this.message}`;
  }

  /** Astro gives a hint about browsers to every error that reads `document` or `window` here, as any content may. */
  override toString(): string {
    return this.name;
  }
}
