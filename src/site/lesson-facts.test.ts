import { expect, test } from 'vitest';
import type { Lesson } from '../curriculum/model/model.ts';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { lessonTime } from './lesson-facts.ts';

const t = translator(english, 'en');
const timeOf = (hours: Lesson['hours'], minutes: number, questions: number) =>
  lessonTime(t, {
    hours,
    reading: { minutes, sections: [] },
    questions: Array.from({ length: questions }, () => ({ type: 'choice' }) as Lesson['questions'][number]),
  });

test('the time of a lesson is split into reading, exercises and what is left to build', () => {
  const { line, how } = timeOf([10, 16], 65, 30);
  expect(line).toBe('10–16 h: 1 h 5 min reading, 30 min exercises, the rest building');
  expect(how).toMatch(/^1 h 5 min to read [\s\S]* 30 min to answer [\s\S]* rest of the 10 to 16 hours /);
});

test('a lesson without questions has no exercises', () => {
  const { line, how } = timeOf([2, 2], 40, 0);
  expect(line).toBe('2 hours: 40 min reading, the rest building');
  expect(how).not.toContain('answer');
});

test('hours that are over with reading and answering leave no rest', () => {
  const { line, how } = timeOf([1, 1], 45, 15);
  expect(line).toBe('1 hour: 45 min reading, 15 min exercises');
  expect(how).not.toContain('rest');
});
