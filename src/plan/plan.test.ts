import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { LearningData, LearningLesson } from '../ready-next/learning-data.ts';
import { calendarFile, cancellingFile, type CalendarOptions } from './calendar-file.ts';
import { readPlan, type KeptPlan, type PlanWishes } from '../progress/kept-plan.ts';
import { paceOf } from './pace.ts';
import { inWeeks, keysOf, minutesEach, minutesOf, planSessions, unitsOf, weekday } from './plan-sessions.ts';

const lesson = (
  slug: string,
  topics: LearningLesson['topics'],
  more: Partial<LearningLesson> = {},
): LearningLesson => ({
  slug,
  title: slug.toUpperCase(),
  path: `/phases/${slug}/`,
  n: 1,
  hours: [2, 4],
  topics,
  ...more,
});

const data: LearningData = {
  lessons: [
    lesson(
      'keys',
      [
        { id: 'one', title: 'One', n: 11, depth: 0, needs: ['keys/two'] },
        { id: 'two', title: 'Two, too; “2”', n: 12, depth: 1 },
      ],
      { build: 'build', n: 10 },
    ),
    lesson('joins', [{ id: 'inner', title: 'Inner', n: 21, depth: 0 }], { needs: ['keys'], n: 20 }),
    lesson('extra', [{ id: 'more', title: 'More', n: 31, depth: 0 }], { path: '/supplements/extra/', n: 30 }),
  ],
  tracks: [{ slug: 'way', title: 'Way', stages: [{ title: 'S', to: ['joins/inner', 'keys', 'joins#gone', 'extra'] }] }],
};
const wishes: PlanWishes = { start: '2026-12-01', hoursPerWeek: 2, days: [2, 4] };
const ids = (keys: string[], done: string[] = []) => unitsOf(data, keys, (id) => done.includes(id)).map(({ id }) => id);

describe('what is to be learned', () => {
  test('comes in the order of prerequisites, each once, and a build task behind its topics', () => {
    expect(ids(['joins', 'keys', 'keys/one'])).toEqual([
      'topic:keys/two',
      'topic:keys/one',
      'build:keys',
      'topic:joins/inner',
    ]);
  });

  test('is all phases, or what a track leads to, without what is done', () => {
    expect(keysOf(data)).toEqual(['keys', 'joins']);
    expect(ids(keysOf(data, 'way'), ['topic:keys/two', 'build:keys'])).toEqual([
      'topic:keys/one',
      'topic:joins/inner',
      'topic:extra/more',
    ]);
  });

  test('takes the time of its lesson, shared evenly', () => {
    expect(minutesEach(data.lessons[0]!)).toBe(60);
    expect(minutesEach(data.lessons[1]!)).toBe(180);
  });
});

/** A roadmap in which everything needs only what stands before it. */
const roadmaps = fc
  .array(
    fc.record({ topics: fc.integer({ min: 1, max: 6 }), most: fc.integer({ min: 1, max: 40 }), seed: fc.nat(1000) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((shapes): LearningData => ({
    tracks: [],
    lessons: shapes.map(({ topics, most, seed }, at) =>
      lesson(
        `l${at}`,
        Array.from({ length: topics }, (_, index) => ({
          id: `t${index}`,
          title: `T${index}`,
          n: at * 10 + index + 1,
          depth: 0 as const,
          ...(index > 0 && (seed + index) % 3 === 0 && { needs: [`l${at}/t${(seed + index) % index}`] }),
        })),
        {
          n: at + 1,
          hours: [most / 2, most],
          ...(at > 0 && seed % 2 === 0 && { needs: [`l${seed % at}`] }),
          ...(seed % 5 === 0 && { build: 'build' }),
        },
      ),
    ),
  }));
const allWishes = fc.record({
  start: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  hoursPerWeek: fc.integer({ min: 1, max: 40 }),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});

describe('any plan', () => {
  test('has every topic once, in the order of prerequisites, on the days wished, with all its time', () => {
    fc.assert(
      fc.property(roadmaps, allWishes, fc.nat(), (roadmap, some, shuffle) => {
        const keys = keysOf(roadmap).toSorted((a, b) => ((a.length + shuffle) % 3) - ((b.length * shuffle) % 3));
        const units = unitsOf(roadmap, keys, () => false);
        const sessions = planSessions(units, some);
        const first = new Map<string, number>();
        sessions
          .flatMap(({ parts }) => parts)
          .forEach(({ unit }, index) => first.has(unit.id) || first.set(unit.id, index));
        const topics = roadmap.lessons.flatMap((one) => one.topics.map(({ id }) => `topic:${one.slug}/${id}`));
        const builds = roadmap.lessons.flatMap((one) => (one.build ? [`build:${one.slug}`] : []));
        expect([...first.keys()].sort()).toEqual([...topics, ...builds].sort());
        for (const one of roadmap.lessons)
          for (const topic of one.topics) {
            const at = first.get(`topic:${one.slug}/${topic.id}`)!;
            for (const need of topic.needs ?? []) expect(first.get(`topic:${need}`)!).toBeLessThan(at);
            for (const slug of one.needs ?? [])
              for (const before of roadmap.lessons.find((other) => other.slug === slug)!.topics)
                expect(first.get(`topic:${slug}/${before.id}`)!).toBeLessThan(at);
          }
        for (const { date } of sessions) {
          expect(some.days).toContain(weekday(date));
          expect(date >= some.start).toBe(true);
        }
        expect(sessions.map(({ date }) => date)).toEqual([...new Set(sessions.map(({ date }) => date))].sort());
        const hours = roadmap.lessons.reduce((sum, one) => sum + (one.hours[0] + one.hours[1]) / 2, 0);
        expect(minutesOf(sessions) / 60).toBeCloseTo(hours, 6);
        const room = (some.hoursPerWeek * 60) / some.days.length;
        for (const session of sessions) expect(minutesOf([session])).toBeLessThan(room + 2);
      }),
      { numRuns: 200 },
    );
  });
});

test('a plan goes from day to day and on into the next week', () => {
  const sessions = planSessions(
    unitsOf(data, ['keys', 'joins'], () => false),
    wishes,
  );
  expect(
    sessions.map(({ date, parts }) => [
      date,
      ...parts.map(({ unit, minutes, continues }) => `${unit.n} ${minutes}${continues ? ' …' : ''}`),
    ]),
  ).toEqual([
    ['2026-12-01', '12 60'],
    ['2026-12-03', '11 60'],
    ['2026-12-08', '10 60'],
    ['2026-12-10', '21 60 …'],
    ['2026-12-15', '21 60 …'],
    ['2026-12-17', '21 60'],
  ]);
  expect([...inWeeks(sessions).keys()]).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
  expect(planSessions([], wishes)).toEqual([]);
});

describe('a plan that is kept', () => {
  const plan: KeptPlan = { ...wishes, left: 600 };

  test('tells whether the reader is ahead or behind; today does not count yet', () => {
    expect(paceOf(plan, 600, '2026-12-01')).toEqual({ ahead: 0, days: 0 });
    expect(paceOf(plan, 600, '2026-12-04')).toEqual({ ahead: -120, days: -2 });
    expect(paceOf(plan, 450, '2026-12-04')).toEqual({ ahead: 30, days: 1 });
    expect(paceOf(plan, 0, '2027-12-04').ahead).toBe(0);
  });

  test('is read with care', () => {
    expect(readPlan(plan)).toEqual(plan);
    expect(readPlan({ ...plan, calendars: ['', 'way'] })).toEqual({ ...plan, calendars: ['', 'way'] });
    for (const wrong of [
      undefined,
      null,
      'plan',
      {},
      { ...plan, days: [] },
      { ...plan, days: [8] },
      { ...plan, start: '2026-99-01' },
      { ...plan, start: '9999-12-31' },
      { ...plan, start: '1999-12-31' },
      { ...plan, start: ['2026-12-01'] },
      { ...plan, track: {} },
      { ...plan, calendars: 'way' },
      { ...plan, calendars: [5] },
      { ...plan, hoursPerWeek: 0 },
    ])
      expect(readPlan(wrong)).toBeUndefined();
  });
});

describe('the calendar file', () => {
  const options: CalendarOptions = {
    site: 'bread.example/roadmap',
    now: new Date('2026-11-29T10:11:12.345Z'),
    address: (path) => `https://bread.example/roadmap${path}`,
    words: {
      name: 'Bread',
      title: (unit) => `Learn: ${unit.title ?? 'Build it'}`,
      text: (unit) => `${unit.minutes} minutes of ${unit.lesson.title}\nخبز `.repeat(4),
    },
  };
  /** A version of the plan that is made two minutes later. */
  const later = { ...options, now: new Date('2026-11-29T10:13:12.345Z') };
  const sequence = 29_932_451;
  const units = unitsOf(data, ['keys', 'joins'], () => false);
  const sessions = planSessions(units, wishes);
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return {
      method: calendar.getFirstPropertyValue('method'),
      events: calendar.getAllSubcomponents('vevent').map((component) => ({
        event: new ICAL.Event(component),
        status: component.getFirstPropertyValue('status'),
        stamp: String(component.getFirstPropertyValue('dtstamp')),
      })),
    };
  };

  test('is read back by another library as it was meant', () => {
    const { method, events } = read(calendarFile(sessions, [], options));
    expect(method).toBe('PUBLISH');
    expect(
      events.map(({ event, status }) => [
        event.uid,
        String(event.startDate),
        String(event.endDate),
        event.sequence - sequence,
        status,
      ]),
    ).toEqual([
      ['topic-12.roadmap@bread.example', '2026-12-01', '2026-12-02', 0, 'CONFIRMED'],
      ['topic-11.roadmap@bread.example', '2026-12-03', '2026-12-04', 0, 'CONFIRMED'],
      ['build-10.roadmap@bread.example', '2026-12-08', '2026-12-09', 0, 'CONFIRMED'],
      ['topic-21.roadmap@bread.example', '2026-12-10', '2026-12-18', 0, 'CONFIRMED'],
    ]);
    expect(events[0]!.event.summary).toBe('Learn: Two, too; “2”');
    expect(events[0]!.event.description).toBe(options.words.text(units[0]!));
    expect(events[0]!.stamp).toBe('2026-11-29T10:11:12Z');
    expect(events.some(({ event }) => event.isRecurring())).toBe(false);
  });

  test('has lines of at most 75 octets that end in CRLF, and no character is cut', () => {
    const text = calendarFile(sessions, [], options);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r]/);
    }
    expect(text).not.toContain('\uFFFD');
  });

  test('of a later version keeps the names, raises the sequence, and takes back what is done', () => {
    const left = units.slice(1);
    const { events } = read(calendarFile(planSessions(left, { ...wishes, start: '2027-01-05' }), [units[0]!], later));
    expect(
      events.map(({ event, status }) => `${event.uid.split('.')[0]} ${event.sequence - sequence} ${status as string}`),
    ).toEqual(['topic-11 2 CONFIRMED', 'build-10 2 CONFIRMED', 'topic-21 2 CONFIRMED', 'topic-12 2 CANCELLED']);
  });

  test('can be taken back as a whole', () => {
    const { method, events } = read(cancellingFile(units, later));
    expect(method).toBe('CANCEL');
    expect(events.map(({ event, status }) => [event.sequence - sequence, status])).toEqual(
      units.map(() => [2, 'CANCELLED']),
    );
  });
});
