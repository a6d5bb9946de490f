import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keepElsewhere, withKeptElsewhere } from './kept-elsewhere.ts';
import { placeKey, readPending, readPlace, readShown, shownKey, pendingKey } from './kept-here.ts';
import { keptPlan } from './kept-plan.ts';
import { reset } from '../record/merge.ts';
import { show } from '../record/reading.ts';
import { emptyRecord, type Value } from '../record/record.ts';

const base = '/roadmap/';
const kept = new Map<string, string>();
const keep = (key: string, value: unknown) => void kept.set(key, JSON.stringify(value));

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('location', new URL('https://bread.example/roadmap/progress/'));
  vi.stubGlobal('dispatchEvent', () => true);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

const place = { path: 'phases/flour/#gluten', title: 'Flour', time: 1_790_000_000 };
const foreign = [
  ['/', { ...place, path: '/evil.example/login#x' }],
  ['/', { ...place, path: '\\evil.example/' }],
  ['/', { ...place, path: '/[' }],
  [base, { ...place, path: '../' }],
  [base, { ...place, path: 5 }],
  [base, { ...place, title: {} }],
  [base, 'phases/flour/'],
  [base, [null]],
] as const;

describe('the place to go on at', () => {
  test('is in this site', () => {
    keep(placeKey(base), place);
    expect(readPlace(base)).toEqual(place);
    expect(readPlace('/', place)).toEqual(place);
    expect(readPlace('/')).toBeUndefined();
  });
  test.each(foreign)('under %s is never %j, neither from here nor from a record', (root, wrong) => {
    keep(placeKey(root), wrong);
    expect(readPlace(root)).toBeUndefined();
    keep(placeKey(root), place);
    const values: Record<string, Value> = { place: [wrong, 1_800_000_000, 'b'], track: [{}, 1_800_000_000, 'b'] };
    keepElsewhere({ ...emptyRecord('bread'), values }, root);
    expect(readPlace(root)).toEqual(place);
    expect([...kept.keys()].some((key) => key.startsWith('roadmap:track'))).toBe(false);
  });
  test('comes from a record, and goes with it', () => {
    const record = { ...emptyRecord('bread'), values: { place: [place, 5, 'b'], track: ['weekend', 5, 'b'] } };
    keepElsewhere(record as never, base);
    expect(readPlace(base)).toEqual(place);
    expect([...kept.values()]).toContain('weekend');
    keepElsewhere({ ...record, values: { place: [null, 6, 'b'], track: [null, 6, 'b'] } } as never, base);
    expect(readPlace(base)).toBeUndefined();
    expect([...kept.values()]).not.toContain('weekend');
  });
  test('gives its time to the record only where a clock can have given it', () => {
    const timeWith = (time: unknown) => {
      keep(placeKey(base), { ...place, time });
      return withKeptElsewhere(emptyRecord('bread', 'a'), base, 7).values.place![1];
    };
    expect(timeWith(1_790_000_000)).toBe(1_790_000_000);
    for (const wrong of [Number.MAX_SAFE_INTEGER, 9e9, -1, 1.5, '5', null, {}]) expect(timeWith(wrong)).toBe(7);
    keep(`progress ${base} values`, 5);
    expect(timeWith(7)).toBe(7);
  });
});

test('the plan moves with the record, and goes when everything is removed', () => {
  const plan = { start: '2026-12-01', hoursPerWeek: 6, days: [1, 3], left: 600, calendars: ['weekend'] };
  keep(`progress ${base} plan`, plan);
  const record = withKeptElsewhere(emptyRecord('bread', 'a'), base, 7);
  expect(record.values.plan).toEqual([plan, 7, 'a']);
  kept.clear();
  keepElsewhere(record, base);
  expect(keptPlan(base)).toEqual(plan);
  keepElsewhere({ ...record, values: { plan: [{ ...plan, days: [] }, 8, 'b'] } }, base);
  expect(keptPlan(base)).toEqual(plan);
  keepElsewhere(reset(record, ['all'], 9), base);
  expect(keptPlan(base)).toBeUndefined();
});

test('what the reader removes stays removed, also when the page was left right after it was chosen', () => {
  const key = `roadmap:track:${import.meta.env.BASE_URL}`;
  localStorage.setItem(key, 'weekend');
  const stored = withKeptElsewhere(emptyRecord('bread', 'a'), base, 7);
  expect(stored.values.track).toEqual(['weekend', 7, 'a']);
  // Here the page was left: nothing was put back.
  localStorage.removeItem(key);
  expect(withKeptElsewhere(stored, base, 8).values.track).toEqual([null, 8, 'a']);
});

test('marks that wait are those that can be kept, whatever stands there', () => {
  const mark = { id: 'topic:flour/gluten', state: 'done', revision: 2 };
  keep(pendingKey(base), [null, 5, 'x', {}, { id: 1, state: 'done' }, { ...mark, revision: 'x' }, mark]);
  expect(readPending(base)).toEqual([mark]);
  for (const wrong of [{}, 5, 'x', null, [null]]) {
    keep(pendingKey(base), wrong);
    expect(readPending(base)).toEqual([]);
  }
});

test('what pages show is read only in its whole shape', () => {
  const data = {
    roadmap: 'bread',
    version: '1',
    words: {},
    lessons: [{ slug: 'flour', title: '', path: '', hours: [1, 2] as const, topics: [{ id: 'gluten', title: '' }] }],
    projects: [],
    stages: { 'weekend/1': ['lesson:flour'] },
    was: {},
    numbers: {},
  };
  const shown = show({ ...emptyRecord('bread'), marks: { 'topic:flour/gluten': ['done', 5, 'a'] } }, data, 9);
  expect(Object.keys(shown.lessons)).toEqual(['flour']);
  keep(shownKey(base), shown);
  expect(readShown(base)).toEqual(shown);
  const wrong = [
    [],
    'x',
    5,
    { lessons: {} },
    { ...shown, lessons: null },
    { ...shown, lessons: { flour: {} } },
    { ...shown, lessons: { flour: 5 } },
    { ...shown, all: 5 },
    { ...shown, tracks: { weekend: {} } },
  ];
  for (const one of wrong) {
    keep(shownKey(base), one);
    expect(readShown(base), JSON.stringify(one)).toBeUndefined();
  }
});
