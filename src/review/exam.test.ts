import { describe, expect, test } from 'vitest';
import { chooseExam, ExamClock, examLength, reportOf } from './exam.ts';
import { examItems, isIn, itemsOf, type ReviewData, type ReviewQuestion } from '../schedule/review-data.ts';

const question = (id: string, more: Partial<ReviewQuestion> = {}): ReviewQuestion => ({
  id,
  topic: 'redis',
  graded: true,
  ...more,
});
const lesson = (slug: string, ...questions: ReviewQuestion[]) => ({
  ...{ slug, title: slug, path: `phases/${slug}/`, topics: {} },
  questions,
});
const data: ReviewData = {
  words: {},
  lessons: [
    lesson(
      'caching',
      ...Array.from({ length: 30 }, (_, index) => question(`c${index}`)),
      question('talk', { graded: undefined, long: true }),
      question('hidden', { review: false }),
      question('two', { topic: 'cdn', cards: ['a', 'b'], revision: 3 }),
    ),
    lesson('brokers', question('kafka', { topic: 'kafka' }), question('rabbit', { topic: 'rabbit' })),
  ],
  tracks: [{ slug: 'short', title: 'Short', to: ['caching/cdn', 'brokers'] }],
};

describe('what is asked', () => {
  test('cards come in the place of their question, long ones on request, and what stays in its page never', () => {
    const ids = itemsOf(data).map(({ id }) => id);
    expect(ids).toContain('question:caching/two#a');
    for (const id of ['two', 'talk', 'hidden']) expect(ids).not.toContain(`question:caching/${id}`);
    expect(itemsOf(data, { long: true }).map(({ id }) => id)).toContain('question:caching/talk');
    expect(itemsOf(data).find(({ id }) => id.endsWith('#b'))).toMatchObject({
      of: 'question:caching/two',
      revision: 3,
      topic: 'caching/cdn',
    });
  });

  test('a track asks for its lessons and topics', () => {
    const inTrack = examItems(data).filter((item) => isIn(item, 'track:short', data));
    expect(inTrack.map(({ question: { id } }) => id)).toEqual(['two', 'kafka', 'rabbit']);
    expect(examItems(data).filter((item) => isIn(item, 'lesson:brokers', data))).toHaveLength(2);
    expect(examItems(data).filter((item) => isIn(item, 'track:unknown', data))).toEqual([]);
  });

  test('an exam has twenty questions that can be graded, of as many topics as there are', () => {
    const exam = chooseExam(examItems(data), 'seed');
    expect(exam).toHaveLength(examLength);
    expect(new Set(exam.map(({ id }) => id)).size).toBe(examLength);
    expect(new Set(exam.map(({ topic }) => topic)).size).toBe(4);
    expect(exam.every(({ question: { graded } }) => graded)).toBe(true);
    expect(chooseExam(examItems(data), 'other')).not.toEqual(exam);
  });
});

describe('exam', () => {
  test('the clock stands still in a pause, which is counted, and ends at nothing', () => {
    const clock = new ExamClock(60_000, 1000);
    clock.pause(11_000);
    clock.pause(12_000);
    expect([clock.left(500_000), clock.isPaused, clock.pauses]).toEqual([50_000, true, 1]);
    clock.resume(500_000);
    clock.resume(501_000);
    expect(clock.left(510_000)).toBe(40_000);
    expect([clock.left(900_000), clock.used(900_000)]).toEqual([0, 60_000]);
  });

  test('the report counts what is right, wrong and open, and names the weakest section first', () => {
    const items = examItems(data).filter(({ id }) => /c[01]$|kafka|rabbit/.test(id));
    const answers = new Map([
      ['question:caching/c0', false],
      ['question:brokers/kafka', false],
      ['question:brokers/rabbit', true],
    ]);
    const { read, ...counts } = reportOf(items, answers);
    expect(counts).toEqual({ right: 1, wrong: 2, open: 1 });
    expect(read.map(({ item, missed }) => [item.topic, missed])).toEqual([
      ['caching/redis', 2],
      ['brokers/kafka', 1],
    ]);
  });
});
