import { describe, expect, test } from 'vitest';
import { show, type RoadmapData } from './reading.ts';
import { emptyRecord, type Mark } from './record.ts';

const topics = (...ids: string[]) => ids.map((id) => ({ id, title: id }));
const data: RoadmapData = {
  roadmap: 'bread',
  version: '1',
  words: {},
  lessons: [
    { slug: 'flour', title: 'Flour', path: '/flour/', hours: [2, 4], topics: topics('gluten', 'rye') },
    {
      slug: 'dough',
      title: 'Dough',
      path: '/dough/',
      hours: [4, 8],
      topics: topics('kneading'),
      build: { id: 'bake', title: 'Bake' },
    },
  ],
  projects: [{ id: 'loaf', title: 'Loaf', path: '/loaf/' }],
  stages: { 'weekend/1': ['topic:flour/rye', 'lesson:dough'], 'weekend/2': ['lesson:dough', 'topic:dough/kneading'] },
  was: {},
  numbers: {},
};
const read = (marks: Record<string, Mark>, changed: Partial<RoadmapData> = {}) =>
  show({ ...emptyRecord('bread'), marks }, { ...data, ...changed }, 9);

describe('what is shown of a record', () => {
  test('is nothing but what is left where nothing is marked', () => {
    expect(read({})).toEqual({
      version: '1',
      time: 9,
      lessons: {},
      projects: {},
      stages: { 'weekend/1': [0, 2, 5, 10], 'weekend/2': [0, 1, 4, 8] },
      tracks: { weekend: [0, 2, 5, 10] },
      all: [0, 3, 6, 12],
    });
  });

  test('counts topics that are done or skipped, and their hours as behind the reader', () => {
    const shown = read({ 'topic:flour/gluten': ['done', 1, 'a'], 'topic:flour/rye': ['reading', 1, 'a'] });
    expect(shown.lessons.flour).toEqual({
      state: 'reading',
      extent: [1, 2, 1, 2],
      topics: { gluten: 'done', rye: 'reading' },
    });
    expect(shown.all).toEqual([1, 3, 5, 10]);
  });

  test('a lesson is done with its last topic, and its build task is time that is left', () => {
    const marks: Record<string, Mark> = { 'topic:dough/kneading': ['done', 1, 'a'] };
    expect(read(marks).lessons.dough).toMatchObject({ state: 'done', extent: [1, 1, 2, 4] });
    expect(read({ ...marks, 'build:dough': ['done', 2, 'a'] }).lessons.dough).toMatchObject({ extent: [1, 1, 0, 0] });
  });

  test('counts exercises that are solved, by what they are called today and beside topics and hours', () => {
    const lessons = data.lessons.map((one) =>
      one.slug === 'flour' ? { ...one, exercises: topics('mill', 'sieve') } : { ...one, exercises: topics('weigh') },
    );
    expect(read({ 'exercise:flour/gone': ['done', 1, 'a'] }, { lessons }).exercises).toBeUndefined();
    const marks: Record<string, Mark> = {
      'exercise:flour/grind': ['done', 1, 'a'],
      'exercise:flour/sieve': ['none', 2, 'a'],
    };
    const shown = read(marks, { lessons, was: { 'exercise:flour/grind': ['exercise:flour/mill'] } });
    expect(shown.exercises).toEqual({ all: [1, 3, 0, 0], flour: [1, 2, 0, 0], 'flour/mill': [1, 1, 0, 0] });
    expect(shown.lessons.flour).toMatchObject({ state: 'reading', extent: [0, 2, 2, 4], exercises: ['mill'] });
  });

  test('a whole lesson that is marked counts for its topics, but for what is said of one later', () => {
    const marks: Record<string, Mark> = { 'topic:flour/rye': ['reading', 1, 'a'], 'lesson:flour': ['done', 2, 'a'] };
    expect(read(marks).lessons.flour).toMatchObject({ own: 'done', topics: { gluten: 'done', rye: 'done' } });
    expect(read({ ...marks, 'topic:flour/rye': ['none', 3, 'a'] }).lessons.flour!.topics).toEqual({ gluten: 'done' });
    expect(read({ ...marks, 'lesson:flour': ['none', 3, 'a'] }).lessons.flour!.topics).toEqual({ rye: 'reading' });
  });

  test('a whole lesson that is marked counts for its build task, but for what is said of that later', () => {
    const marks: Record<string, Mark> = { 'build:dough': ['reading', 1, 'a'], 'lesson:dough': ['done', 2, 'a'] };
    expect(read(marks).lessons.dough).toMatchObject({ build: 'done', extent: [1, 1, 0, 0] });
    expect(read({ ...marks, 'build:dough': ['none', 3, 'a'] }).lessons.dough).toMatchObject({ extent: [1, 1, 2, 4] });
    expect(read({ ...marks, 'build:dough': ['none', 3, 'a'] }).lessons.dough).not.toHaveProperty('build');
    expect(read({ 'lesson:flour': ['done', 1, 'a'] }).lessons.flour).not.toHaveProperty('build');
  });

  test('says that a topic has changed since it was done, until it is marked again', () => {
    const lessons = [{ ...data.lessons[0]!, topics: [{ id: 'gluten', title: 'Gluten', revision: 2 }] }];
    const of = (mark: Mark) => read({ 'topic:flour/gluten': mark }, { lessons }).lessons.flour!;
    expect(of(['done', 1, 'a'])).toMatchObject({ state: 'changed', topics: { gluten: 'changed' } });
    expect(of(['done', 1, 'a', 2])).toMatchObject({ state: 'done', topics: { gluten: 'done' } });
  });

  test('projects and states of a later version', () => {
    expect(read({ 'project:loaf': ['skip', 1, 'a'] }).projects).toEqual({ loaf: 'skip' });
    expect(read({ 'project:loaf': ['paused', 1, 'a'] }).projects).toEqual({});
  });
});

describe('a roadmap that was edited', () => {
  const marks: Record<string, Mark> = { 'topic:flour/wheat': ['done', 5, 'a'] };

  test('shows what was done under the new name, and in the lesson that a topic was moved to', () => {
    expect(read(marks, { was: { 'topic:flour/wheat': ['topic:flour/gluten'] } }).lessons.flour!.topics).toEqual({
      gluten: 'done',
    });
    expect(read(marks, { was: { 'topic:flour/wheat': ['topic:dough/kneading'] } }).lessons).toMatchObject({
      dough: { state: 'done' },
    });
  });
  test('shows both halves of a topic that was split as done', () => {
    const was = { 'topic:flour/wheat': ['topic:flour/gluten', 'topic:flour/rye'] };
    expect(read(marks, { was }).lessons.flour).toMatchObject({ state: 'done', extent: [2, 2, 0, 0] });
  });
  test('of two topics that became one shows what was said last', () => {
    const was = { 'topic:flour/wheat': ['topic:flour/gluten'], 'topic:flour/spelt': ['topic:flour/gluten'] };
    const both: Record<string, Mark> = { ...marks, 'topic:flour/spelt': ['reading', 6, 'a'] };
    expect(read(both, { was }).lessons.flour!.topics).toEqual({ gluten: 'reading' });
  });
  test('does not count a topic that is gone', () => {
    expect(read(marks, { was: { 'topic:flour/wheat': [] } })).toMatchObject({ lessons: {}, all: [0, 3, 6, 12] });
    expect(read(marks)).toMatchObject({ lessons: {}, all: [0, 3, 6, 12] });
  });
});
