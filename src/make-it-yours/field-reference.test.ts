import { expect, test } from 'vitest';
import { contentKinds, fieldsOf } from './field-reference.ts';

const kind = (name: string) => fieldsOf(contentKinds.find((one) => one.name === name)!);

test('every field of every file is explained by its schema', () => {
  for (const one of contentKinds) {
    const fields = fieldsOf(one);
    expect(fields.length, one.name).toBeGreaterThan(0);
    for (const { path, description } of fields) expect(description, `${one.name}: ${path}`).toMatch(/\S.*\.$/);
  }
});

test('a field comes with its type, its default and whether it is needed', () => {
  expect(kind('lesson').find((field) => field.path === 'level')).toMatchObject({
    type: 'one of beginner, intermediate, advanced',
    required: true,
  });
  expect(kind('site').find((field) => field.path === 'base')).toMatchObject({ required: false, fallback: '"/"' });
  expect(kind('lesson').find((field) => field.path === 'hours')!.type).toBe('list of 2: number, number');
});

test('fields within lists and forms stand under their list', () => {
  expect(kind('track').map((field) => field.path)).toContain('stages[].items[].to');
  expect(kind('questions').map((field) => field.path)).toContain('[].question');
  const sections = kind('site').filter((field) => field.path.startsWith('sections[]'));
  expect(sections.map(({ path, required }) => [path, required])).toEqual([
    ['sections[].title', true],
    ['sections[].pages', false],
    ['sections[].pages[].title', false],
    ['sections[].pages[].pages', false],
    ['sections[].pages[].pages[].title', false],
    ['sections[].pages[].pages[].link', false],
    ['sections[].pages[].link', false],
    ['sections[].firstPhase', false],
  ]);
});
