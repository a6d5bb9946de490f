import { expect, test } from 'vitest';
import { findCycles, reverse } from './graph.ts';

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
