/** For tests: generated histories of one reader on several devices whose clocks are off. */
import fc from 'fast-check';
import { merge, reset } from './merge.ts';
import { emptyRecord, markStates, nextTime, type ProgressRecord } from './record.ts';

export const ids = [
  'topic:flour/gluten',
  'topic:flour/rye',
  'topic:dough/kneading',
  'lesson:flour',
  'lesson:dough',
  'build:dough',
  'project:white-loaf',
  'question:flour/what-holds-gas',
  // Of a newer roadmap.
  'recipe:unheard-of',
];

const id = fc.constantFrom(...ids);
const question = fc.constantFrom(...ids.filter((one) => /question|recipe/.test(one)));
const action = fc.oneof(
  fc.record({
    kind: fc.constant('mark' as const),
    id,
    state: fc.constantFrom(...markStates, 'paused'),
    revision: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('review' as const), id: question, rating: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('state' as const), id: question, stability: fc.integer({ min: 0, max: 999 }) }),
  fc.record({ kind: fc.constant('value' as const), id: fc.constantFrom('track', 'plan'), value: fc.jsonValue() }),
  fc.record({ kind: fc.constant('reset' as const), id: fc.constantFrom('all', 'lesson:flour', 'topic:flour/rye') }),
  fc.record({ kind: fc.constant('pull' as const), from: fc.nat(2) }),
);
const step = fc.record({ device: fc.nat(2), passed: fc.integer({ min: -30, max: 300 }), action });

/** Three records of one reader, after some steps on three devices that also read each other’s files. */
export const histories = fc
  .record({
    steps: fc.array(step, { maxLength: 40 }),
    clocks: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -5000, max: 5000 }))),
  })
  .map(({ steps, clocks }) => {
    const devices = ['a', 'b', 'c'].map((device) => emptyRecord('bread', device, '1'));
    let now = 1_790_000_000;
    for (const { device, passed, action } of steps) {
      now += passed;
      const record = devices[device]!;
      devices[device] = act(record, action, nextTime(record, now + clocks[device]!), devices);
    }
    return devices as [ProgressRecord, ProgressRecord, ProgressRecord];
  });

type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

function act(record: ProgressRecord, action: Action, time: number, devices: readonly ProgressRecord[]): ProgressRecord {
  const { device } = record;
  switch (action.kind) {
    case 'mark':
      return { ...record, marks: { ...record.marks, [action.id]: [action.state, time, device, action.revision] } };
    case 'review':
      return { ...record, reviews: [...record.reviews, [action.id, time, action.rating, 1]] };
    case 'state':
      return { ...record, states: { ...record.states, [action.id]: [time, device, action.stability, 5, 1, 0] } };
    case 'value':
      return { ...record, values: { ...record.values, [action.id]: [action.value, time, device] } };
    case 'reset':
      return reset(record, [action.id], time);
    case 'pull':
      return { ...merge(record, devices[action.from]!), device };
  }
}
