/** Says whether what a reader wrote is right, and what is wrong about it. */
import type { WantedResult, WantedTest } from '../curriculum/exercises/exercise.ts';
import type { RunError, RunResult } from '../runtimes/runtime.ts';
import { compareRows, type RowsFault } from './compare-rows.ts';
import { readOutcomes, type TestOutcome } from './tests-code.ts';

/** How SQL went. */
export type SqlVerdict =
  | { kind: 'right' }
  /** It ended by an error that was not wanted; `asked`: not the code of the reader, but what is asked after it. */
  | { kind: 'error'; error: RunError; asked: boolean }
  /** It should have ended by an error, and came to its end. */
  | { kind: 'no-error'; wanted: string }
  /** It ended by another error than the wanted one. */
  | { kind: 'other-error'; wanted: string; error: RunError }
  | { kind: 'no-table' }
  | RowsFault;

type Ran = Pick<RunResult, 'tables' | 'error'>;

/**
 * @param own how the code of the reader ended
 * @param asked how what is asked after it ended; nothing where nothing is asked
 */
export function judgeSql(
  { query, columns, rows, ordered, error: wanted }: WantedResult,
  own: Ran,
  asked?: Ran,
): SqlVerdict {
  const last = query === undefined ? own : asked;
  if (own.error && (query !== undefined || wanted === undefined))
    return { kind: 'error', error: own.error, asked: false };
  if (!last) return { kind: 'no-table' };
  if (wanted !== undefined) {
    if (!last.error) return { kind: 'no-error', wanted };
    return last.error.code === wanted ? { kind: 'right' } : { kind: 'other-error', wanted, error: last.error };
  }
  if (last.error) return { kind: 'error', error: last.error, asked: true };
  const table = last.tables?.at(-1);
  if (!table) return { kind: 'no-table' };
  return compareRows({ columns, rows: rows ?? [], ordered }, table) ?? { kind: 'right' };
}

/** How a function went. */
export interface TestsVerdict {
  isRight: boolean;
  /** What the code itself ended with, before or between tests. */
  error?: RunError;
  /** In the order of the tests; those that did not come to their end are missing. */
  outcomes: TestOutcome[];
  /** What the code printed. */
  printed: string;
}

/** @param output everything that code and tests printed */
export function judgeTests(
  tests: readonly WantedTest[],
  { error }: Pick<RunResult, 'error'>,
  output: string,
): TestsVerdict {
  const { outcomes, printed } = readOutcomes(output);
  const isRight = !error && outcomes.length === tests.length && outcomes.every((one) => one.isRight);
  return { isRight, ...(error && { error }), outcomes, printed };
}
