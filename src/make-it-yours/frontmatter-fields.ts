/** The fields of lessons and projects, for the schema from which editors complete the frontmatter of pages. */
import { z } from 'astro/zod';
import { phaseSchema, projectPageSchema, starlightKeys } from '../curriculum/schema/schema.ts';

type Field = Record<string, unknown>;
const fieldsOf = (schema: z.ZodObject): [string, Field][] =>
  Object.entries(z.toJSONSchema(schema, { io: 'input' }).properties ?? {}) as [string, Field][];

/**
 * Extends Starlight’s schema of a page. Any value is let through, because the model has checked it before and says
 * more of it; Astro writes the JSON Schema of each field into `.astro/collections/docs.schema.json`. The type has no
 * field, so that nothing takes unchecked values from here.
 */
export const frontmatterFields: z.ZodObject<Record<never, z.ZodAny>> = z.object(
  Object.fromEntries(
    [...fieldsOf(phaseSchema), ...fieldsOf(projectPageSchema)]
      .filter(([name]) => !(starlightKeys as readonly string[]).includes(name))
      .map(([name, field]) => [name, z.any().optional().meta(field)]),
  ),
);
