import { expect, test } from 'vitest';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { currentStep, placeLinks, stepsOf } from './place-in-track.ts';
import { byLesson, trackGuide } from './track-guide.ts';

const item = (lesson: string, topic?: string) => ({
  label: topic ?? lesson,
  lesson,
  topic,
  title: lesson,
  path: `/phases/${lesson}/${topic ? `#${topic}` : ''}`,
});
const stage = (position: number, title: string, items: ReturnType<typeof item>[]) => ({
  id: title.toLowerCase(),
  position,
  title,
  items,
  practice: [],
  tags: [],
  hours: [1, 2] as const,
  levels: ['beginner', 'beginner'] as ['beginner', 'beginner'],
});
const track = {
  label: 'Weekend',
  path: '/tracks/weekend/',
  stages: [
    stage(1, 'Friday', [item('flour', 'gluten'), item('dough'), item('flour', 'ash')]),
    stage(2, 'Sunday', [item('oven', 'heat'), item('flour', 'rye')]),
  ],
};
const guide = trackGuide(track, {
  t: translator(english, 'en'),
  href: (path) => `/base${path}`,
  lessonLink: (slug) => ({ href: `/base/phases/${slug}/`, title: slug.toUpperCase() }),
});
const steps = stepsOf(guide);
type Step = (typeof steps)[number];

test('items of a stage stand under the lesson that teaches them, each lesson once', () => {
  expect(byLesson(track.stages[0]!.items).map(({ lesson, items }) => [lesson, items.length])).toEqual([
    ['flour', 2],
    ['dough', 1],
  ]);
});

test('the guide leads to lessons, or to the first section that a stage asks for, and says the place', () => {
  expect(guide.stages.map(({ place, href }) => [place, href])).toEqual([
    ['Weekend, stage 1 of 2', '/base/tracks/weekend/#friday'],
    ['Weekend, stage 2 of 2', '/base/tracks/weekend/#sunday'],
  ]);
  expect(steps.map(({ href, label, next }) => [href, label, next])).toEqual([
    ['/base/phases/flour/#gluten', 'Stage 1: FLOUR', 'Next: FLOUR'],
    ['/base/phases/dough/', 'Stage 1: DOUGH', 'Next: DOUGH'],
    ['/base/phases/oven/#heat', 'Stage 2: OVEN', 'Next: OVEN'],
    ['/base/phases/flour/#rye', 'Stage 2: FLOUR', 'Next: FLOUR'],
  ]);
});

test('a lesson that comes twice is the step the reader goes to, else the first', () => {
  expect(currentStep(steps, 'flour', undefined)?.index).toBe(0);
  expect(currentStep(steps, 'flour', 2)?.index).toBe(3);
  expect(currentStep(steps, 'flour', 3)?.index).toBe(3);
  expect(currentStep(steps, 'flour', 1)?.index).toBe(0);
  expect(currentStep(steps, 'salt', 1)).toBeUndefined();
  expect(currentStep(steps, undefined, 1)).toBeUndefined();
});

test('a place says the stage, a lesson outside the track the way back, and another page how to go on', () => {
  const said = (...given: Parameters<typeof placeLinks>) => placeLinks(...given).map(({ text, step }) => [text, step]);
  const [first, dough, oven, last] = steps as [Step, Step, Step, Step];
  expect(said('', steps, oven, first, true)).toEqual([
    ['Weekend, stage 2 of 2', undefined],
    ['Next: FLOUR', 3],
  ]);
  expect(said('short', steps, last, first, true)).toEqual([['Stage 2 of 2', undefined]]);
  expect(said('', steps, undefined, oven, true)).toEqual([['Not in your track: back to stage 2', 2]]);
  expect(said('short', steps, undefined, oven, true)).toEqual([['Not in your track: go back', 2]]);
  expect(said('short', steps, undefined, dough, false)).toEqual([['Go on: stage 1', 1]]);
  expect(placeLinks('', steps, undefined, dough, false)).toEqual([
    { href: '/base/phases/dough/', text: 'Following Weekend: go on with “DOUGH”', step: 1 },
  ]);
});
