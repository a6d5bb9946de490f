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
  [
    'collections:\n  loaves: { path: /loaves, rows: [{ id: 1 }, { id: 2 }, { id: 1 }] }',
    /oven\.yaml:4 `loaves` has two rows with the id `1`/,
  ],
  [
    'collections:\n  loaves:\n    path: /loaves\n    fields: { name: {} }\n    shows: [id, nam]',
    /oven\.yaml:7 There is no field `nam` here\. Did you mean `name`\? There are `id`, `name`/,
  ],
  [
    'collections:\n  loaves: { path: /loaves, fields: { count: {} }, sets: { sum: { times: [count, loaf.price] } } }',
    /There is no field `loaf` here/,
  ],
  [
    'collections:\n  loaves: { path: /loaves, fields: { count: {}, loaf: {} }, sets: { sum: { times: [loaf.price] } } }',
    /`loaf\.price` looks something up/,
  ],
  [
    'collections:\n  flours: { path: /flours, rows: [{ id: 1, stock: 2 }] }\n  loaves: { path: /loaves, fields: { flour: {}, grams: {} }, takes: { from: flours, id: flour, count: grams, of: stok } }',
    /There is no field `stok` here\. Did you mean `stock`/,
  ],
  [
    'collections:\n  flours: { path: /flours, rows: [{ id: 1, stock: 2 }] }\n  loaves: { path: /loaves, fields: { list: { type: list, each: { flour: {}, grams: {} } } }, takes: { in: list, from: flours, id: flower, count: grams, of: stock } }',
    /There is no field `flower` here\. Did you mean `flour`/,
  ],
])('what a server cannot be made of is told: %s', (model, wanted) =>
  expect(told(model)).toEqual([expect.stringMatching(wanted)]),
);
