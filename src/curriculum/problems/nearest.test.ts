import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('a slip of the fingers finds the name that was meant', () => {
  expect(nearest('relational-database', ['caching', 'relational-databases'])).toBe('relational-databases');
  expect(nearest('kubernets', ['kubernetes', 'kafka'])).toBe('kubernetes');
  expect(nearest('cahcing', ['caching', 'testing'])).toBe('caching');
});
test('nothing is offered when nothing is near', () => {
  expect(nearest('graphql', ['caching', 'testing'])).toBeUndefined();
});
