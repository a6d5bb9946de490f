import { expect, test } from 'vitest';
import { drawEach, LostBrowserError } from './redraw.ts';

const drawAllBut = (guilty: string) => async (some: readonly string[]) => {
  if (some.includes(guilty)) throw new LostBrowserError('lost');
  return some.map((one) => one.toUpperCase());
};
const named = (item: string, { message }: Error) => `${item}: ${message}`;

test('the one that ends the browser is named, and all others are drawn', async () => {
  expect(await drawEach(['a', 'b', 'c'], drawAllBut('b'), named)).toEqual(['A', 'b: lost', 'C']);
});

test('what ends no browser is drawn together', async () => {
  const batches: number[] = [];
  const draw = async (some: readonly string[]) => (batches.push(some.length), some);
  expect(await drawEach(['a', 'b'], draw, named)).toEqual(['a', 'b']);
  expect(batches).toEqual([2]);
});

test('another error is not hidden', async () => {
  const draw = async () => Promise.reject(new Error('no browser'));
  await expect(drawEach(['a', 'b'], draw, named)).rejects.toThrow('no browser');
});
