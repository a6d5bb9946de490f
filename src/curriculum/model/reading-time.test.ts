import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../markup/page-source.ts';
import { readingTime, shownLines } from './reading-time.ts';

const words = (count: number) => 'word '.repeat(count);
const lines = (count: number) => Array.from({ length: count }, () => 'run();').join('\n');
const samples = path.join(mkdtempSync(path.join(tmpdir(), 'reading-')), 'samples');
mkdirSync(path.join(samples, 'oven'), { recursive: true });
writeFileSync(path.join(samples, 'oven/bake.sh'), `${lines(50)}\n# #region heat\n${lines(40)}\n# #endregion heat\n`);

const timeOf = (body: string) =>
  readingTime(readPage(`---\ntitle: T\n---\n\n${body}\n`, 'page.mdx', [])!, shownLines(samples));

test('words, lines of code and diagrams take their time, in the section they stand in', () => {
  const { minutes, sections } = timeOf(
    `${words(440)}\n\n## Text\n\n${words(660)}\n\n### Below\n\n${words(220)}\n\n## Code\n\n\`\`\`sh\n${lines(60)}\n\`\`\`\n\n` +
      '```mermaid\nflowchart LR\n```\n\n```mermaid\nflowchart LR\n```\n',
  );
  expect(sections).toEqual([
    { id: 'text', title: 'Text', minutes: 4 },
    { id: 'code', title: 'Code', minutes: 4 },
  ]);
  expect(minutes).toBe(10);
});

test('a sample counts with the lines that are shown', () => {
  const { sections } = timeOf(
    '## Region\n\n```sh sample="oven/bake.sh#heat"\n```\n\n## Whole\n\n```sh sample="oven/bake.sh"\n```\n',
  );
  expect(sections.map((one) => one.minutes)).toEqual([2, 5]);
});

test('tables are read, nothing takes less than a minute, and what is not there takes none', () => {
  const { sections } = timeOf(
    `## Table\n\n| A |\n| - |\n| ${words(660)} |\n\n## Empty\n\n## Lost\n\n\`\`\`sh sample="../../secret"\n\`\`\`\n`,
  );
  expect(sections.map((one) => one.minutes)).toEqual([3, 1, 1]);
});
