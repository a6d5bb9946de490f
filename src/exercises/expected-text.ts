/** What an exercise expects, in words for pages that are read without a script. */
import type { Exercise } from '../curriculum/exercises/exercise.ts';
import { codeSpan } from '../curriculum/questions/question.ts';
import type { Translator } from '../strings/translator.ts';

/** A table of text, an error, or tests one by one. */
export interface ExpectedText {
  /** Code that is asked after that of the reader. */
  query?: string;
  rows?: { columns: readonly string[]; rows: readonly (readonly (string | null)[])[] };
  /** Lines of Markdown. */
  lines: string[];
}

/** @param t words of the language of the page */
export function expectedText({ result, tests = [] }: Exercise, t: Translator): ExpectedText {
  const lines = tests.map(({ call, is, raises }) =>
    raises === undefined
      ? t('exercise.test.is', { call: codeSpan(call), value: codeSpan(is!) })
      : t('exercise.test.raises', { call: codeSpan(call), error: codeSpan(raises) }),
  );
  if (result?.error !== undefined) lines.push(t('exercise.expected.error', { code: result.error }));
  return {
    ...(result?.query !== undefined && { query: result.query }),
    ...(result?.rows && { rows: { columns: result.columns ?? [], rows: result.rows } }),
    lines,
  };
}
