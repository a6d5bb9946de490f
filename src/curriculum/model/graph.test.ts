import { expect, test } from 'vitest';
import { findCycles, reduce, reverse } from './graph.ts';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

test('a graph without circles has none, diamonds included', () => {
  expect(findCycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
});
test('each circle is found once, a node that needs itself too', () => {
  expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['a'], d: ['d'] }))).toEqual([
    ['a', 'b', 'c', 'a'],
    ['d', 'd'],
  ]);
});
test('reversing tells what a phase opens', () => {
  expect(reverse(graph({ a: [], b: ['a'], c: ['a', 'gone'] }))).toEqual(graph({ a: ['b', 'c'], b: [], c: [] }));
});
test('an edge that a longer way says already is left out, however long that way is', () => {
  const shortcut = graph({ a: [], b: ['a'], c: ['b', 'a'], d: ['c', 'a', 'b'], e: ['d', 'a'] });
  expect(reduce(shortcut)).toEqual(graph({ a: [], b: ['a'], c: ['b'], d: ['c'], e: ['d'] }));
});
test('two ways of the same length both stay, and what is named twice or unknown is no edge', () => {
  const diamond = graph({ a: [], b: ['a'], c: ['a', 'a'], d: ['b', 'c', 'gone'] });
  expect(reduce(diamond)).toEqual(graph({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }));
});
