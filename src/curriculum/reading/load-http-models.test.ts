import { expect, test } from 'vitest';
import { contentFolder } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

const told = (model: string) =>
  loadCurriculum(
    contentFolder({ 'content/http/oven.yaml': `host: oven.example\nstart: 2026-01-01T00:00:00Z\n${model}\n` }),
  ).problems.map(({ file, line, message }) => `${file}:${line} ${message}`);

test.each([
  ['messages: { missing: No }', /`messages\.missing` is unknown\..* `notFound`, `notJson`, `notObject`, `invalid`/],
  ['collections: { loaves: { path: /loaves, rows: [{ name: Rye }] } }', /rows\[1\]\.id` is missing/],
  ['collections: { loaves: { path: /loaves, rows: [{ id: .nan }] } }', /rows\[1\]\.id` has the value/],
])('what a server cannot be made of is told: %s', (model, wanted) =>
  expect(told(model)).toEqual([expect.stringMatching(wanted)]),
);
