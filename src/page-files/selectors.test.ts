import { expect, test } from 'vitest';
import { neededWords, pseudoElement, specificity, splitList, subjectWords } from './selectors.ts';

test('a list is split at the commas that stand outside of brackets', () => {
  expect(splitList('a, :is(b, c) > d,[title="x,y"]')).toEqual(['a', ':is(b, c) > d', '[title="x,y"]']);
});

test.each([
  ['ul.big:where(.astro-1) > li:not(.x)', ['ul', '.big', '.astro-1', 'li']],
  ['.sl-markdown-content :is(h1, h2) a', ['.sl-markdown-content', 'a']],
  ['html:has(.splash) #top::before', ['html', '#top']],
  ['a[href^="https://x.y"]:hover', ['a']],
  ['.md\\:hidden', ['.md:hidden']],
])('%s needs no more than %j in a page', (selector, words) => {
  expect(neededWords(selector)).toEqual(words);
});

test('what a selector finds is told from what stands around it', () => {
  expect(subjectWords('ul.big > li.row::before')).toEqual(['li', '.row']);
  expect(subjectWords('.a :is(.b .c, p) .d:where(.e)')).toEqual(['.d', '.e']);
  expect(subjectWords('.a > *')).toEqual([]);
  expect(pseudoElement('.a::marker')).toBe('::marker');
  expect(pseudoElement('.a:hover')).toBe('');
});

// The numbers are those of the examples in the specification.
test.each([
  ['*', 0],
  ['li', 1],
  ['ul li', 2],
  ['ul ol+li', 3],
  ['h1 + *[rel=up]', 101],
  ['ul ol li.red', 103],
  ['li.red.level', 201],
  ['#x34y', 10_000],
  ['#s12:not(FOO)', 10_001],
  ['.foo :is(.bar, #baz)', 10_100],
  ['a:where(#x, .y):hover::before', 102],
])('%s is as specific as %i', (selector, value) => {
  expect(specificity(selector)).toBe(value);
});
