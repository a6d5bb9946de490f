import { describe, expect, test } from 'vitest';
import { merge } from '../record/merge.ts';
import { emptyRecord, type ProgressRecord, type Review } from '../record/record.ts';
import { dayOf } from './day.ts';
import { daysAfter, dueByDay, isDue, retention, standings, withStates, type ReviewItem } from './schedule.ts';
import { mix, Session } from '../review/session.ts';

const day = 24 * 60 * 60;
/** Noon of a Tuesday. */
const start = Date.UTC(2026, 11, 1, 12) / 1000;
const at = (days: number, hours = 0) => start + days * day + hours * 3600;
const half: ReviewItem = { id: 'question:caching/half', revision: 1 };
const recordOf = (...reviews: Review[]): ProgressRecord => ({ ...emptyRecord('r', 'a'), reviews });
const standingOf = (reviews: Review[], item = half, was = {}) =>
  standings(recordOf(...reviews), [item], was).get(item.id);
const answer = (days: number, rating: number, id = half.id): Review => [id, at(days), rating];
const daysUntil = (reviews: Review[]) => (standingOf(reviews)!.due - reviews.at(-1)![1]) / day;

describe('schedule', () => {
  test('what is answered right comes back after days, weeks, months', () => {
    const reviews: Review[] = [];
    const gaps: number[] = [];
    for (let now = 0, index = 0; index < 4; index += 1) {
      reviews.push(answer(now, 3));
      gaps.push(daysUntil(reviews));
      now += gaps.at(-1)!;
    }
    expect(gaps).toEqual([3, 14, 57, 196]);
  });

  test('what is forgotten comes back on the next day', () => {
    const reviews = [answer(0, 1)];
    expect(isDue(standingOf(reviews)!, at(0, 11))).toBe(false);
    expect(isDue(standingOf(reviews)!, at(1, -7))).toBe(true);
    expect(daysUntil([answer(0, 3), answer(3, 3), answer(17, 1)])).toBeLessThan(5);
  });

  test('easy waits longer than good, good longer than hard', () => {
    const [hard, good, easy] = [2, 3, 4].map((rating) => daysUntil([answer(0, 3), answer(3, rating)]));
    expect(hard).toBeLessThan(good!);
    expect(good).toBeLessThan(easy!);
  });

  test('tells beforehand when each rating brings it back', () => {
    const known = standingOf([answer(0, 3)])!;
    const after = [1, 2, 3, 4].map((rating) => daysUntil([answer(0, 3), answer(3, rating)]));
    expect(daysAfter(known, at(3))).toEqual(after);
    expect(daysAfter(undefined, at(0))[2]).toBe(3);
  });

  test('a day ends at four in the morning', () => {
    const local = (hour: number) => new Date(2026, 11, 2, hour).getTime() / 1000;
    expect(dayOf(local(3))).toBe(dayOf(local(0)));
    expect(dayOf(local(3)) + 1).toBe(dayOf(local(5)));
    expect(dayOf(local(5))).toBe(dayOf(local(23)));
  });

  test('answers of one sitting are one, the worst of them', () => {
    const wrongThenRight = standingOf([answer(0, 1), [half.id, at(0, 0.1), 3]])!;
    const rightThenWrong = standingOf([answer(0, 3), [half.id, at(0, 1), 1]])!;
    expect(wrongThenRight).toEqual(standingOf([answer(0, 1)]));
    expect(rightThenWrong).toEqual(wrongThenRight);
  });

  test('remembering is told of until it is forgotten', () => {
    expect(standingOf([answer(0, 3), answer(6, 3)])!.held).toBe(6);
    expect(standingOf([answer(0, 3), answer(6, 3), answer(21, 2)])!.held).toBe(15);
    expect(standingOf([answer(0, 3), answer(6, 3), answer(90, 1)])!.held).toBe(0);
    const found = standings(recordOf(answer(0, 3), answer(20, 3), answer(0, 3, 'question:a/b')), [
      half,
      { id: 'question:a/b', revision: 1 },
    ]);
    expect(retention(found.values())).toEqual({ answered: 2, held: [1, 1, 0] });
  });

  test('a raised revision brings a question back once', () => {
    const changed = { ...half, revision: 2 };
    const standing = standingOf([answer(0, 4)], changed)!;
    expect(standing.changed).toBe(true);
    expect(isDue(standing, at(0, 1))).toBe(true);
    const again = standingOf([answer(0, 4), [half.id, at(1), 4, 2]], changed)!;
    expect(again.changed).toBe(false);
    expect(isDue(again, at(1, 1))).toBe(false);
    expect(again.reps).toBe(2);
  });

  test('a card goes on from its question, and then on its own', () => {
    const card: ReviewItem = { id: `${half.id}#age`, of: half.id, revision: 1 };
    expect(standingOf([answer(0, 3)], card)).toEqual(standingOf([answer(0, 3)]));
    const own = standingOf([answer(0, 3), answer(3, 1, card.id), answer(4, 3)], card)!;
    expect(own.lapses).toBe(1);
    expect(own.last).toBe(at(3));
  });

  test('answers under an earlier name count', () => {
    const was = { 'question:cache/half': [half.id] };
    const renamed = standingOf([answer(0, 3, 'question:cache/half'), answer(3, 3)], half, was);
    expect(renamed).toEqual(standingOf([answer(0, 3), answer(3, 3)]));
  });

  test('two devices come to the same days in whatever order they are merged', () => {
    const one = recordOf(answer(0, 3), answer(20, 1));
    const other = { ...recordOf(answer(0, 3), answer(4, 3), answer(40, 3)), device: 'b' };
    const [here, there] = [merge(one, other), merge(other, one)];
    expect(standings(here, [half])).toEqual(standings(there, [half]));
    expect(standings(here, [half]).get(half.id)!.reps).toBe(4);
  });

  test('a link takes along where each question stands, and later answers are played on it', () => {
    const whole = recordOf(answer(0, 3), answer(3, 3), answer(17, 1), answer(18, 3));
    const found = standings(whole, [half]);
    const moved = { ...withStates(whole, found), reviews: [] };
    const { due, ...rest } = found.get(half.id)!;
    const arrived = standings(moved, [half]).get(half.id)!;
    expect(arrived).toMatchObject(rest);
    expect(Math.abs(arrived.due - due)).toBeLessThanOrEqual(2 * day);
    const next = answer(40, 3);
    const later = standings({ ...moved, reviews: [next] }, [half]).get(half.id)!;
    expect(later.reps).toBe(5);
    expect(later.stability).toBeCloseTo(standingOf([...whole.reviews, next])!.stability, 5);
  });

  test('states and ratings of another shape change nothing', () => {
    const states = { [half.id]: [at(0), 'x', 'a', null] as const, 'question:a/b': [at(0), 'x', -1, 0, 0] as const };
    const record = { ...recordOf([half.id, at(1), 9]), states: states as unknown as ProgressRecord['states'] };
    expect(standings(record, [half, { id: 'question:a/b', revision: 1 }]).size).toBe(0);
  });

  test('days tell how much comes back', () => {
    const found = standings(recordOf(answer(0, 1), answer(0, 3, 'question:a/b')), [
      half,
      { id: 'question:a/b', revision: 1 },
    ]);
    const today = dayOf(at(0));
    expect(dueByDay(found.values(), at(0))).toEqual([
      [today + 1, 1],
      [today + 3, 1],
    ]);
    expect(dueByDay(found.values(), at(9))).toEqual([[today + 9, 2]]);
  });
});

describe('sitting', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id, topic: id }));

  test('what was forgotten comes again at the end, and only the first answer is kept', () => {
    const session = new Session(items);
    expect(session.rate(1)).toMatchObject({ isFirst: true });
    session.rate(3);
    session.rate(3);
    expect(session.current!.id).toBe('a');
    expect(session.rate(1)).toMatchObject({ isFirst: false });
    expect(session.current!.id).toBe('a');
    session.rate(3);
    expect(session.current).toBeUndefined();
    expect(session.answers.map(({ item, rating }) => [item.id, rating])).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 3],
    ]);
  });

  test('an answer can be taken back, any number of times', () => {
    const session = new Session(items);
    session.rate(1);
    session.rate(3);
    expect(session.undo()).toMatchObject({ item: { id: 'b' }, rating: 3, isFirst: true });
    expect(session.undo()).toMatchObject({ item: { id: 'a' }, rating: 1 });
    expect([session.current!.id, session.left, session.canUndo]).toEqual(['a', 3, false]);
    expect(session.undo()).toBeUndefined();
    expect(session.rate(3)).toMatchObject({ isFirst: true });
  });

  test('what was answered in another tab is left out', () => {
    const session = new Session(items);
    session.rate(1);
    session.keepOnly(({ id }) => id === 'nothing');
    expect([session.current!.id, session.left]).toEqual(['b', 2]);
  });

  test('topics are mixed, and the same day gives the same order', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `q${index}`, topic: `t${index % 3}` }));
    const mixed = mix(many, '20500');
    expect(mix(many.toReversed(), '20500')).toEqual(mixed);
    expect(mix(many, '20501')).not.toEqual(mixed);
    expect(new Set(mixed).size).toBe(30);
    const neighbors = mixed.slice(1).filter(({ topic }, index) => topic === mixed[index]!.topic);
    expect(neighbors.length).toBeLessThanOrEqual(3);
  });
});
