import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, reset, undo } from './merge.ts';
import { pack, unpack } from './pack.ts';
import { preview } from './preview.ts';
import { progressJsonSchema, recordSchema } from './record-schema.ts';
import { histories, ids } from './record-histories.ts';
import {
  emptyRecord,
  lastTime,
  latest,
  nextTime,
  readRecord,
  version,
  withoutFuture,
  type ProgressRecord,
} from './record.ts';

const parsed = (source: unknown) => {
  const result = readRecord(source);
  if ('refused' in result) throw new Error(result.refused);
  return result.record;
};
const numbers = Object.fromEntries(
  ids.filter((id) => !id.startsWith('build:')).map((id, index) => [id, (index + 1) * 7]),
);
const data = { roadmap: 'bread', numbers };

describe('merging the records of several devices', () => {
  test('gives the same in whatever order they meet', () => {
    fc.assert(fc.property(histories, ([a, b]) => void expect(merge(a, b)).toEqual(merge(b, a))));
  });
  test('gives the same in whatever groups they meet', () => {
    fc.assert(fc.property(histories, ([a, b, c]) => void expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))));
  });
  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(histories, ([a, b]) => {
        const once = merge(a, b);
        expect(merge(once, b)).toEqual(once);
        expect(merge(once, once)).toEqual(once);
      }),
    );
  });
  test('never brings back what was removed later than it was written, and loses nothing else', () => {
    fc.assert(
      fc.property(histories, ([a, b]) => {
        const cleared = merge(a, reset(b, ['all'], nextTime(merge(a, b))));
        expect([cleared.marks, cleared.reviews, cleared.states, cleared.values]).toEqual([{}, [], {}, {}]);
        const lesson = merge(a, reset(b, ['lesson:flour'], nextTime(merge(a, b))));
        expect(Object.keys(lesson.marks).filter((id) => /flour/.test(id))).toEqual([]);
        expect(lesson.marks['topic:dough/kneading']).toEqual(merge(a, b).marks['topic:dough/kneading']);
      }),
    );
  });
  test('lets the last thing a reader did on a device that has seen all win, however wrong its clock', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 2_000_000_000 }), ([a, b, c], clock) => {
        const all = merge(merge(a, b), c);
        const last = { ...all, marks: { ...all.marks, [ids[0]!]: ['skip', nextTime(all, clock), 'z'] } };
        for (const other of [a, b, c]) expect(merge(other, last as ProgressRecord).marks[ids[0]!]![0]).toBe('skip');
      }),
    );
  });
  test('takes the later of two marks, and of two reviews at one time the one that went worse', () => {
    const one = parsed({ ...emptyRecord('bread'), marks: { x: ['done', 5, 'a'] }, reviews: [['q', 5, 3]] });
    const two = parsed({ ...emptyRecord('bread'), marks: { x: ['none', 6, 'a'] }, reviews: [['q', 5, 1]] });
    expect(merge(one, two)).toMatchObject({ marks: { x: ['none', 6, 'a'] }, reviews: [['q', 5, 1]] });
  });
  test('at one time takes the mark of the device that comes later, and what was removed at that time is gone', () => {
    const mark = (state: string, device: string) =>
      parsed({ ...emptyRecord('bread'), marks: { x: [state, 5, device] } });
    expect(merge(mark('skip', 'a'), mark('done', 'b')).marks).toEqual({ x: ['done', 5, 'b'] });
    expect(merge(mark('done', 'a'), parsed({ ...emptyRecord('bread'), cleared: { x: 5 } })).marks).toEqual({});
    expect(merge(mark('done', 'a'), parsed({ ...emptyRecord('bread'), cleared: { x: 4 } })).marks).toHaveProperty('x');
  });
  test('takes ids and fields that every object has as words like any other', () => {
    const here = { ...emptyRecord('bread'), marks: { constructor: ['done', 5, 'a'], toString: ['done', 5, 'a'] } };
    const there = parsed({ ...emptyRecord('bread'), constructor: 'x', cleared: { constructor: 4, toString: 6 } });
    for (const merged of [merge(parsed(here), there), merge(there, parsed(here))]) {
      expect(merged.cleared).toEqual({ constructor: 4, toString: 6 });
      expect(merged.marks).toEqual({ constructor: ['done', 5, 'a'] });
      expect(Object.entries(merged)).toContainEqual(['constructor', 'x']);
    }
    const undone = undo(parsed(here), merge(parsed(here), there), 3);
    expect(undone.cleared).toEqual({ constructor: 4, toString: 6 });
  });
  test('keeps the fields of a later version that it does not know', () => {
    const one = { ...emptyRecord('bread'), notes: { x: 1 } };
    const two = { ...emptyRecord('bread'), badges: [2] };
    expect(merge(one, two)).toMatchObject({ notes: { x: 1 }, badges: [2] });
    expect(merge(two, one)).toEqual(merge(one, two));
  });
});

describe('a record', () => {
  test('is read back from its text as it was, and fits the published schema', () => {
    fc.assert(
      fc.property(histories, ([record]) => {
        const text = JSON.stringify(record);
        expect(parsed(text)).toEqual(JSON.parse(text));
        recordSchema.parse(JSON.parse(text));
      }),
    );
    expect(progressJsonSchema('https://bread.example/progress.schema.json')).toMatchObject({
      $id: 'https://bread.example/progress.schema.json',
      required: expect.arrayContaining(['format', 'version', 'marks']) as unknown,
    });
  });
  test('is read whatever stands in it, and what can be read of it stays', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readRecord(value)));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (marks) => {
        const source = { ...emptyRecord('bread'), marks: { ...marks, [ids[0]!]: ['done', 7, 'a'] } };
        expect(parsed(JSON.stringify(source)).marks[ids[0]!]).toEqual(['done', 7, 'a']);
      }),
    );
  });
  test.each([
    ['{', 'not-json'],
    ['[]', 'foreign'],
    ['{"format":"something else"}', 'foreign'],
    ['{"format":"roadmap-progress"}', 'damaged'],
    [JSON.stringify({ format: 'roadmap-progress', version: version + 1, marks: {} }), 'newer'],
  ])('%s is refused as %s', (source, reason) => {
    expect(readRecord(source)).toEqual({ refused: reason });
  });
  test('of an earlier day without some of its parts is read', () => {
    expect(parsed({ format: 'roadmap-progress', version: 1, roadmap: 'bread' })).toEqual(emptyRecord('bread'));
  });
  test('counts what could not be read', () => {
    const source = { ...emptyRecord('bread'), marks: { a: ['done'], b: ['done', 1, 'x'] }, reviews: [1, ['q', 1, 2]] };
    expect(readRecord(source)).toMatchObject({ dropped: 2 });
  });
  test('from a clock that is years ahead is taken back to now, and other times stay', () => {
    fc.assert(
      fc.property(histories, ([record]) => {
        const now = latest(record);
        expect(withoutFuture(record, now)).toEqual(record);
        const wrong = { ...record, marks: { ...record.marks, x: ['done', now + 9e7, 'z'] } } as ProgressRecord;
        expect(latest(withoutFuture(wrong, now))).toBe(now);
      }),
    );
  });
  test('gives no time from which no next one could be counted, and reads none', () => {
    const late = { ...emptyRecord('bread'), marks: { x: ['done', lastTime, 'a'] } };
    expect(nextTime(parsed(late), 5)).toBe(lastTime);
    for (const time of [lastTime + 1, Number.MAX_SAFE_INTEGER, 2 ** 53])
      expect(readRecord({ ...late, marks: { x: ['done', time, 'a'] } })).toMatchObject({ dropped: 1 });
  });
  test('in which values stand too deep in each other is refused, from a file and from the store', () => {
    const text = (levels: number) =>
      JSON.stringify(emptyRecord('bread')).replace(/}$/, `,"notes":${'['.repeat(levels)}${']'.repeat(levels)}}`);
    expect(readRecord(text(20_000))).toEqual({ refused: 'damaged' });
    expect(readRecord(JSON.parse(text(20_000)))).toEqual({ refused: 'damaged' });
    expect(parsed(text(50))).toHaveProperty('notes');
  });
  test('never gives a time twice', () => {
    fc.assert(
      fc.property(
        histories,
        fc.nat(),
        ([record], now) => void expect(nextTime(record, now)).toBeGreaterThan(latest(record)),
      ),
    );
  });
});

describe('taking back', () => {
  test('a reset brings everything back and keeps what was done since', () => {
    fc.assert(
      fc.property(histories, ([before]) => {
        const time = nextTime(before);
        const cleared = reset(before, ['all'], time);
        expect(undo(before, cleared, time)).toEqual(merge(before, before));
        const marked = { ...cleared, marks: { new: ['done', time + 1, 'a'] } } as ProgressRecord;
        expect(undo(before, marked, time).marks).toEqual({ ...before.marks, new: ['done', time + 1, 'a'] });
      }),
    );
  });
});

describe('a record in an address', () => {
  test('is read back, but for single reviews and what has no number', () => {
    fc.assert(
      fc.property(histories, ([record]) => {
        const found = unpack(pack(record, data).text, data)!;
        const { device } = record;
        const known = Object.entries(record.marks).filter(([, [state]]) => state !== 'paused');
        expect(found.record.marks).toEqual(
          Object.fromEntries(
            known.map(([id, [state, time, , revision]]) => [
              id,
              [state, time, device, ...(revision! > 1 ? [revision] : [])],
            ]),
          ),
        );
        expect(found.record.cleared).toEqual(record.cleared);
        expect(Object.keys(found.record.values)).toEqual(Object.keys(record.values));
        expect(Object.keys(found.record.states)).toEqual(Object.keys(record.states));
      }),
    );
  });
  test('is refused when it is damaged, and never breaks', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.string(), ([record], cut, noise) => {
        const { text } = pack(record, data);
        unpack(text.slice(0, cut % (text.length + 1)), data);
        unpack(text + noise, data);
      }),
    );
    expect(unpack('', data)).toBeUndefined();
    expect(unpack('%%%', data)).toBeUndefined();
  });
  test('is held to the rules of a file', () => {
    const record = {
      ...emptyRecord('bread', 'a'),
      marks: { [ids[0]!]: ['done', lastTime + 1, 'a'] },
    } as ProgressRecord;
    expect(unpack(pack(record, data).text, data)).toMatchObject({ record: { marks: {} }, left: 1 });
    const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    expect(unpack(pack({ ...record, values: { place: [deep, 5, 'a'] } }, data).text, data)).toBeUndefined();
  });
  test('says that it is of another roadmap, and counts numbers that are not known here', () => {
    const record = { ...emptyRecord('knots', 'a'), marks: { [ids[0]!]: ['done', 5, 'a'] } } as ProgressRecord;
    expect(unpack(pack(record, data).text, data)!.record.roadmap).toBe('');
    expect(unpack(pack(record, data).text, { roadmap: 'knots', numbers: {} })).toMatchObject({ left: 1 });
  });
  test('fits into what a phone reads for a few hundred topics', () => {
    const many = Array.from({ length: 300 }, (_, index) => `topic:x/${index}`);
    const record = emptyRecord('bread', 'a1b2c3');
    // Six topics an evening, every second day.
    many.forEach((id, index) => {
      const evening = Math.floor(index / 6) * 172_800;
      record.marks[id] = ['done', 1_790_000_000 + evening + (index % 6) * 1_300, 'a1b2c3'];
    });
    const { text } = pack(record, { roadmap: 'bread', numbers: Object.fromEntries(many.map((id, n) => [id, n + 1])) });
    expect(text.length).toBeLessThan(1400);
  });
});

test('a preview says what is new, what is later there, and what stays', () => {
  const was = { 'topic:old/rye': ['topic:flour/rye'] };
  const here = parsed({
    ...emptyRecord('bread', 'a'),
    marks: {
      'topic:flour/gluten': ['reading', 10, 'a'],
      'topic:flour/rye': ['done', 10, 'a'],
      'topic:dough/kneading': ['done', 10, 'a'],
      'lesson:dough': ['done', 3, 'a'],
    },
  });
  const there = parsed({
    ...emptyRecord('bread', 'b'),
    marks: {
      'topic:flour/gluten': ['done', 20, 'b'],
      'topic:old/rye': ['skip', 5, 'b'],
      'topic:dough/kneading': ['done', 5, 'b'],
      'project:white-loaf': ['reading', 5, 'b'],
      'recipe:unheard-of': ['done', 5, 'b'],
    },
    cleared: { 'lesson:dough': 4 },
  });
  const isKnown = (id: string) => !id.startsWith('recipe:');
  expect(preview(here, there, was, isKnown)).toMatchObject({
    added: ['project:white-loaf'],
    taken: [{ id: 'topic:flour/gluten', here: 'reading', there: 'done' }],
    kept: [{ id: 'topic:flour/rye', here: 'done', there: 'skip' }],
    same: 1,
    unknown: 1,
    removed: ['lesson:dough'],
  });
});
