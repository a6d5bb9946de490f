/** `/ids.json`: every id that was ever published, with its number and what became of it. */
import { z } from 'astro/zod';
import type { IdsFile } from '../curriculum/names/ids.ts';

/** Shape of `/ids.json`. */
export const idsFileSchema: z.ZodType<IdsFile> = z.object({
  ids: z
    .array(z.string())
    .describe(
      'Every id that was ever published: `topic:<lesson>/<topic>`, `question:<lesson>/<question>` and `#<card>` behind it, `exercise:<lesson>/<exercise>`, `lesson:<slug>`, `project:<id>`, `track:<slug>`, `stage:<track>/<stage>`, `page:<path>`. The number of an id is its place in the list, from 1, and never changes.',
    ),
  now: z
    .record(z.string(), z.array(z.number().int()))
    .describe(
      'What was renamed, by its number: the numbers of the ids that it was called next; several where it was split.',
    ),
  gone: z.array(z.number().int()).describe('Numbers of what no longer exists.'),
});

/** The JSON Schema of the file. @param address where it is published */
export const idsJsonSchema = (address: string): object => ({
  ...z.toJSONSchema(idsFileSchema, { target: 'draft-2020-12' }),
  $id: address,
  title: 'Ids of the roadmap',
});
