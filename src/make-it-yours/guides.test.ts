import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownComponents } from '../curriculum/known-components.ts';
import { problemCodes } from '../curriculum/problems.ts';
import { guidePages } from './pages.ts';
import { problemGroups } from './problem-groups.ts';

const folder = new URL('guides/', import.meta.url);

test('every page has its text, and every text its page', () => {
  const texts = readdirSync(folder).map((name) => name.replace(/\.mdx$/, ''));
  expect([...guidePages.keys()].map((id) => id.split('/')[1] ?? 'index').sort()).toEqual(texts.sort());
});

test('every component of ours is shown with a live example', () => {
  const text = readFileSync(new URL('components.mdx', folder), 'utf8');
  for (const name of knownComponents.get('@components')!) {
    expect(text).toContain(`## ${name}\n`);
    expect(text).toContain(`<LiveExample of="${name}" />`);
  }
});

test('every problem stands in one group', () => {
  const grouped = problemGroups.flatMap((group) => group.codes);
  expect([...grouped].sort()).toEqual([...problemCodes].sort());
});
