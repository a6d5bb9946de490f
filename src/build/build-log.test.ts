import { expect, test } from 'vitest';
import { isTold } from './build-log.ts';

const told = (label: string | null, level: 'info' | 'warn' | 'error', message: string, building = true) =>
  isTold({ label, level, message }, building);

test('a build tells what our steps did and when it is done, not each file', () => {
  expect(told('search-index', 'info', '58 pages are searchable')).toBe(true);
  expect(told('build', 'info', '68 page(s) built in 41.01s')).toBe(true);
  expect(told('SKIP_FORMAT', 'info', '  ├─ /404.html')).toBe(false);
  expect(told('build', 'info', 'output: "static"')).toBe(false);
  expect(told('content', 'info', 'Reloaded data from a.mdx', false)).toBe(true);
});

test('warnings are told, but for the kind that no author can end', () => {
  const directive = (name: string) =>
    `[MODULE_LEVEL_DIRECTIVE] The semantics of the module level directive "${name}" in "content/docs/a.mdx" may not be preserved`;
  expect(told('vite', 'warn', directive('use astro:head-inject'))).toBe(false);
  expect(told('vite', 'warn', directive('use client'))).toBe(true);
  expect(told('content', 'warn', 'Entry docs → phases/gone was not found.')).toBe(true);
  expect(told('astro-expressive-code', 'warn', 'Error while highlighting: unknown language "javva"')).toBe(true);
  expect(told('vite', 'error', 'anything')).toBe(true);
});
