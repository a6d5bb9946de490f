import { expect, test } from 'vitest';
import { currentSection } from './current-section.ts';

/** Sections at these places of the window, 844 px high; a jump ends 100 px below its upper edge. */
const at = (tops: Record<string, number>, view: { isAtEnd?: boolean; named?: string } = {}) =>
  currentSection(
    Object.entries(tops).map(([id, top]) => ({ id, top, landing: 100 })),
    { height: 844, isAtEnd: false, named: '', ...view },
  );

test('the section that began last is the current one, and the first before any has begun', () => {
  expect(at({ _top: -900, joins: 100, keys: 600 })).toBe('joins');
  expect(at({ _top: -900, joins: -500, keys: 600 })).toBe('joins');
  expect(at({ _top: 200, joins: 500 })).toBe('_top');
  expect(at({})).toBe(undefined);
});

test('at the end of the page it is the one that was jumped to, or the last one in sight', () => {
  const tops = { _top: -9000, joins: -300, checkpoint: 300, reading: 600 };
  expect(at(tops, { isAtEnd: true, named: 'checkpoint' })).toBe('checkpoint');
  expect(at(tops, { isAtEnd: true, named: 'joins' })).toBe('reading');
  expect(at(tops, { isAtEnd: true })).toBe('reading');
  expect(at({ _top: -9000, joins: -300, notes: 900 }, { isAtEnd: true })).toBe('joins');
});
