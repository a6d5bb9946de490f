/** `/progress.schema.json`: the shape of the file that readers export. */
import { z } from 'astro/zod';
import { format, lastTime, markStates, version } from './record.ts';

const time = z.number().int().nonnegative().max(lastTime).describe('Seconds since 1970.');
const device = z.string().describe('The device that wrote it.');
const revision = z.number().int().nonnegative().describe('Revision of the topic or question that the reader saw.');
const byId = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item);

/** Shape of the record. Fields and states that it does not name come from later versions and are kept. */
export const recordSchema = z.looseObject({
  format: z.literal(format),
  version: z.literal(version).describe('A reader refuses a higher one and leaves the file as it is.'),
  roadmap: z.string().describe('Which roadmap it belongs to: host and base path.'),
  content: z.string().describe('Version of the content it was last read with.'),
  device,
  marks: byId(z.tuple([z.string().describe(`One of ${markStates.join(', ')}.`), time, device, revision.optional()]))
    .describe(
      'What the reader says of `topic:<lesson>/<topic>`, `lesson:<slug>`, `build:<lesson>` or `project:<id>`, and that `exercise:<lesson>/<id>` is solved. Merged: the later one wins.',
    )
    .meta({ examples: [{ 'topic:caching/redis': ['done', 1796000000, 'k3f9q2'] }] }),
  reviews: z
    .array(z.tuple([z.string(), time, z.number().int().describe('From 1 (again) to 4 (easy).'), revision.optional()]))
    .describe('Every answer to a question or card. Merged: all of both; of two at one time the lower rating.'),
  states: byId(z.tuple([time, device], z.unknown())).describe(
    'Where a scheduler stood when progress was moved by link: stability, difficulty, reviews, lapses. Later reviews are replayed on it.',
  ),
  values: byId(z.tuple([z.unknown(), time, device])).describe(
    'Chosen track, plan, settings; under `code:<lesson>/<file>#<region>` what the reader made of a block of code, and under `code:<lesson>#<exercise>` of an exercise, null where it is as it was. The later one wins.',
  ),
  cleared: byId(time).describe(
    'Up to when things were removed: `all`, `lesson:<slug>`, or one id. Merged: the later time; what is older stays removed.',
  ),
});

/** The schema as JSON Schema. */
export const progressJsonSchema = (address: string): Record<string, unknown> => ({
  ...z.toJSONSchema(recordSchema, { target: 'draft-2020-12' }),
  $id: address,
  title: 'Progress',
});
