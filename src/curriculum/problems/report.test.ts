import { expect, test } from 'vitest';
import { problemGuide } from './problem-guide.ts';
import { ContentError } from './content-error.ts';
import { problem, problemCodes } from './problems.ts';
import { problemsAsAnnotations, problemsAsData, reportProblems } from './report.ts';

const page = 'content/docs/a, b.mdx';
const problems = [
  problem('heading-empty', { file: page, line: 12, column: 3 }),
  problem('review-overdue', { file: page, line: 9, column: 11 }, { reviewed: '2024-01-15', months: 12 }),
  problem('file-missing', { file: 'content/site.yaml' }, { path: 'content/site.yaml' }),
];

test('problems are grouped by file and sorted by line; warnings are marked and counted apart', () => {
  expect(reportProblems(problems)).toMatchInlineSnapshot(`
    "content/docs/a, b.mdx
      9:11    Warning: The page was last reviewed on 2024-01-15, more than 12 months ago. Check its statements and set \`reviewed\` to that day. [review-overdue]
      12:3    This heading has no words, and so no address. Write them, or remove it. [heading-empty]

    content/site.yaml
      -       The file \`content/site.yaml\` is missing. Create it, or restore it from the repository. [file-missing]

    2 problems and 1 warning in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain heading-empty\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('warnings alone are told to be harmless', () => {
  expect(reportProblems([problems[1]!])).toMatch(/1 warning in content\. A warning does not keep the site from/);
});

test('programs get code, place, message and where it is explained', () => {
  expect(problemsAsData(problems)[0]).toEqual({
    code: 'review-overdue',
    severity: 'warning',
    file: page,
    line: 9,
    column: 11,
    message: expect.stringContaining('2024-01-15'),
    help: '/make-it-yours/problems/#review-overdue',
  });
  expect(problemsAsData(problems)[2]).toMatchObject({ code: 'file-missing', line: null, column: null });
});

test('GitHub gets one line a problem, with its characters escaped', () => {
  const broken = problem('heading-one', { file: page, line: 3, column: 1 }, { text: '50 %\nof it' });
  expect(problemsAsAnnotations([broken])).toBe(
    '::error file=content/docs/a%2C b.mdx,line=3,col=1,title=heading-one::“50 %25%0Aof it” is a heading of the first level, and the title of the page is that already. Write `##`.',
  );
  expect(problemsAsAnnotations([problems[2]!])).toMatch(
    /^::error file=content\/site\.yaml,title=file-missing::The file/,
  );
});

test('a failed build tells errors and keeps warnings to itself', () => {
  expect(new ContentError(problems).message).not.toContain('review-overdue');
});

test('every problem is explained in whole sentences', () => {
  for (const code of problemCodes) {
    const { meaning, cause, fix, example } = problemGuide[code];
    for (const text of [meaning, cause, fix]) expect(text, code).toMatch(/^[A-Z`‘“].*[.]$/s);
    expect(example.trim(), code).not.toBe('');
  }
});
