/** Every field says in plain words what is wrong with it, whatever is put there. */
import type { z } from 'astro/zod';
import { expect, test } from 'vitest';
import type { Problem } from '../problems/problems.ts';
import * as schemas from './schema.ts';
import { checkShape } from '../files/yaml-source.ts';

const values: unknown[] = [
  ...[null, 3, -1, 1.5, 1e9, true, '', 'x', 'x'.repeat(400), [], {}, [[]], [1], ['x'], [null], [{}], { a: null }],
  ...[[1, 2, 3], Array(50).fill('x'), Array(50).fill(1), { a: {} }, { a: [] }],
];

interface Definition {
  type?: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  items?: z.ZodType[];
}

/** The forms that a value of a schema may have. */
function formsOf(schema: z.ZodType): Definition[] {
  const definition = schema.def as Definition;
  const inner = definition.innerType ?? (definition.type === 'pipe' ? definition.in : undefined);
  if (inner) return formsOf(inner);
  return definition.options?.flatMap(formsOf) ?? [definition];
}

/** Puts each value into each place of a schema. */
function everyFault(schema: z.ZodType, whole: (value: unknown) => unknown, tell: (data: unknown) => void, depth = 0) {
  if (depth > 5) return;
  for (const value of values) tell(whole(value));
  for (const { shape = {}, element, valueType, items = [] } of formsOf(schema)) {
    for (const [key, part] of Object.entries(shape)) everyFault(part, (one) => whole({ [key]: one }), tell, depth + 1);
    if (element) everyFault(element, (one) => whole([one]), tell, depth + 1);
    if (valueType) everyFault(valueType, (one) => whole({ a: one }), tell, depth + 1);
    for (const item of items) everyFault(item, (one) => whole(items.map(() => one)), tell, depth + 1);
  }
}

/** Words of the library that reads the fields. */
const foreign = /Invalid |Too (?:small|big)|expected (?:string|number|array|record|tuple|one of)|received|Unrecognized/;

const all = Object.entries(schemas).filter(([name]) => name.endsWith('Schema')) as [string, z.ZodType][];

test.each(all)('%s', (_name, schema) => {
  const told = new Set<string>();
  everyFault(
    schema,
    (value) => value,
    (data) => {
      // Starlight’s own schema is asked only where ours has nothing to say.
      if (schema === schemas.starlightOwnSchema && !schemas.starlightSchema.safeParse(data).success) return;
      const problems: Problem[] = [];
      checkShape(schema, { data, placeOf: () => ({ file: 'x.yaml' }) }, problems);
      for (const { message } of problems) if (foreign.test(message)) told.add(message.slice(0, 200));
    },
  );
  expect([...told]).toEqual([]);
});
