import { expect, test } from 'vitest';
import { withoutDeadProperties } from './dead-properties.ts';

const without = (css: string, ...read: string[]) => withoutDeadProperties(css, new Set(read));

test('values that nothing reads are gone, and those that only they read', () => {
  expect(without(':root{--a:1;--b:var(--a);--c:2}p{top:var(--c)}')).toBe(':root{--c:2}p{top:var(--c)}');
  expect(without('p{--a:1;--b:2}', '--b')).toBe('p{--b:2}');
  expect(without('@container style(--a:1){p{top:0}}p{--a:1}')).toContain('p{--a:1}');
});

test('values of the root that are always set again are gone', () => {
  const read = 'p{top:var(--a)}';
  expect(without(`@layer x{:root{--a:1}:root[data-theme=dark]{--a:2}}:root{--a:3}${read}`)).toBe(
    `@layer x{}:root{--a:3}${read}`,
  );
  expect(without(`@media print{:root{--a:1}}:root{--a:2}${read}`)).toBe(`@media print{}:root{--a:2}${read}`);
});

test.each([
  [':root{--a:1}@media print{:root{--a:2}}'],
  [':root{--a:1}:root[data-theme=dark]{--a:2}'],
  [':root[data-theme=dark]{--a:2}:root{--a:1}'],
  ['@layer x{main{--a:2}}:root{--a:1}'],
])('values that may hold stay: %s', (css) => {
  expect(without(css, '--a')).toBe(css);
});
