import { expect, test } from 'vitest';
import { sorted } from './markdown.ts';

const line = (file: string, rule: string) => `${file}:12:3 error ${rule} Something [Expected: 1; Actual: 2]`;

test('in pages only what readers lose has to be mended, and the form of the source is one line', () => {
  const lost = line('content/docs/a.mdx', 'MD056/table-column-count');
  const forms = Array.from({ length: 1200 }, () => line('content/docs/a.mdx', 'MD012/no-multiple-blanks'));
  const own = line('README.md', 'MD012/no-multiple-blanks');
  const found = sorted([...forms, lost, own, line('content/docs/b.md', 'MD004/ul-style')]);
  expect(found.wrong).toEqual([lost, own]);
  expect(found.looks).toMatch(
    /^In 1,201 places .*: 1200 no-multiple-blanks, 1 ul-style\. `npx markdownlint-cli2 --fix/,
  );
  expect(sorted([])).toEqual({ wrong: [] });
});
