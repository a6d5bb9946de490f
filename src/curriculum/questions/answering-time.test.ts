import { expect, test } from 'vitest';
import { answeringMinutes } from './answering-time.ts';
import { questionTypes } from '../schema/schema.ts';

test('each question takes the time of its kind, and what is begun is a whole minute', () => {
  expect(answeringMinutes([{ type: 'choice' }, { type: 'number' }, { type: 'several' }])).toBe(6);
});

test('a question of any kind takes one to three minutes, as readers are told', () => {
  for (const type of questionTypes) {
    const minutes = answeringMinutes([{ type }, { type }]) / 2;
    expect(minutes, type).toBeGreaterThanOrEqual(1);
    expect(minutes, type).toBeLessThanOrEqual(3);
  }
});

test('a lesson without questions takes no time for them', () => {
  expect(answeringMinutes([])).toBe(0);
});
