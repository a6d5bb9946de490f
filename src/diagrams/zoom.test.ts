import { expect, test } from 'vitest';
import { firstScale, firstScroll, fitScale, scrollFor, within } from './zoom.ts';

const phone = { width: 390, height: 700 };
const screen = { width: 1280, height: 760 };

test('a diagram opens at the size its text is read at, or larger, on a phone and on a screen', () => {
  const drawing = { width: 640, height: 400 };
  expect(firstScale(drawing, phone)).toBe(1);
  expect(fitScale(drawing, phone)).toBeLessThan(0.6);
  expect(firstScale(drawing, screen)).toBeGreaterThan(1.5);
});

test('a diagram that is only a little wider than a phone opens whole', () => {
  const drawing = { width: 480, height: 400 };
  expect(firstScale(drawing, phone)).toBe(fitScale(drawing, phone));
  expect(firstScale(drawing, phone)).toBeGreaterThan(0.75);
});

test('a wide diagram opens at its start, which in Arabic is on the right', () => {
  expect(firstScroll({ width: 800, height: 900 }, phone, false)).toEqual({ left: 0, top: 0 });
  expect(firstScroll({ width: 800, height: 900 }, phone, true)).toEqual({ left: 410, top: 0 });
  expect(firstScroll({ width: 300, height: 200 }, phone, true)).toEqual({ left: 0, top: 0 });
});

test('a diagram whose first corner is empty opens at what is nearest to it, where that shows more', () => {
  const label = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });
  const size = { width: 800, height: 1000 };
  const table = [300, 340, 380, 720, 760].map((top) => label(60, top));
  expect(firstScroll(size, phone, false, [label(600, 20), ...table])).toEqual({ left: 0, top: 228 });
  const mirrored = table.map(({ top }) => label(660, top));
  expect(firstScroll(size, phone, true, [label(100, 20), ...mirrored])).toEqual({ left: 410, top: 228 });
  // What begins at the corner, or fits from top to bottom, opens there.
  expect(firstScroll(size, phone, false, [label(20, 20), ...table])).toEqual({ left: 0, top: 0 });
  expect(firstScroll({ width: 800, height: 600 }, phone, false, [label(20, 280), label(600, 20)])).toEqual({
    left: 0,
    top: 0,
  });
});

test('what is under the pointer stays there', () => {
  // A point at a quarter of a drawing of 400 px, 60 px from the edge of the window: twice as large it lies at 200 px.
  expect(scrollFor(0.25, 60, 800)).toBe(140);
});

test('no gesture makes a drawing vanish or fill memory', () => {
  expect(within(0)).toBeGreaterThan(0);
  expect(within(1000)).toBeLessThan(10);
});
