import { expect, test } from 'vitest';
import { shortPath } from './short-path.ts';

test.each([
  // The outline of a box, each side twice, as Mermaid draws it.
  [
    'M-9-5C-4-5 3-5 9-5M-9-5C-2-5 4-5 9-5M9-5C9-2 9 1 9 5M9-5C9-1 9 2 9 5M9 5C4 5-2 5-9 5M9 5C6 5-5 5-9 5M-9 5C-9 2-9-2-9-5M-9 5C-9 1-9-3-9-5',
    'M-9-5H9V5H-9Z',
  ],
  // A line of no length, and one that is drawn back.
  ['M0 0C0 0 0 0 0 0M0 0C0 2 0 5 0 9M0 9C0 4 0 3 0 0', 'M0 0V9'],
  ['M0,0 L4,0 L4.5,6', 'M0 0H4L4.5 6'],
  // A way whose parts lie on one line is one line, and a curve stays one.
  ['M0 0C3 0 6 0 9 0L12 .1', 'M0 0L12 .1'],
  ['M0 0C3 0 6 4 9 9L9 12', 'M0 0C3 0 6 4 9 9V12'],
  // A curve that leads beyond its end and back is no line.
  ['M0 0C20 0 20 0 9 0M0 1C1 9 2 9 3 1', 'M0 0C20 0 20 0 9 0M0 1C1 9 2 9 3 1'],
  // Arcs, closed and relative paths are written as they are.
  ['M 0 0 A 3 3 0 0 1 6 -1 Z', 'M0 0A3 3 0 0 1 6-1Z'],
  ['M0 0l3 0z', 'M0 0l3 0z'],
])('%s is written %s', (path, short) => {
  expect(shortPath(path, false)).toBe(short);
});

test('pieces that would enclose something are not put together where they are filled', () => {
  expect(shortPath('M0 0L4 0M4 0L4 4M0 4L0 0M4 4L0 4', false)).toBe('M0 0H4V4H0Z');
  expect(shortPath('M0 0L4 0M4 0L4 4M0 4L0 0M4 4L0 4', true)).toBe('M0 0H4V4M0 4V0M4 4H0');
});
