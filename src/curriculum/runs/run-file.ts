/** Reads `content/samples/<slug>/run.yaml`: which blocks of a sample folder readers can run in the page. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readYamlFile } from '../files/content-files.ts';
import type { YamlSource } from '../files/yaml-source.ts';
import type { Problem } from '../problems/problems.ts';
import { runtimeNames } from '../../runtimes/runtime.ts';

/** How what was printed is compared with the recorded output, as in checks.yaml (src/samples/compare-output.ts). */
export const comparisons = ['expect', 'numbers', 'excerpt'] as const;
export type Comparison = (typeof comparisons)[number];

const blockSchema = z.strictObject({
  runtime: z.enum(runtimeNames).describe('What runs it, where the ending of its file does not tell.').optional(),
  setup: z
    .array(z.string())
    .describe(
      'Files or regions (`seed.sql`, `shop.sql#tables`) that run first; left out, all that stands above the block in its file.',
    )
    .optional(),
  rest: z
    .array(z.string())
    .describe(
      'Files or regions that run after it, as parts of the same program; left out, all that stands below the block in its file, for Python and JavaScript.',
    )
    .optional(),
  expect: z.string().describe('File of this folder that holds what the block prints.').optional(),
  compare: z
    .enum(comparisons)
    .describe('How far the output must equal that file; left out, as `checks.yaml` says.')
    .optional(),
});

/** Shape of the file. */
export const runSchema = z.strictObject({
  blocks: z
    .record(z.string(), blockSchema)
    .describe('Blocks that run in the page, by what their fences name: `joins.sql#left`.')
    .default({}),
  recorded: z
    .record(z.string(), z.string().min(10, 'the reason, in a few words'))
    .describe('Blocks and outputs that do not run there, with the reason, which the page says.')
    .default({}),
});

export type RunBlockOptions = z.infer<typeof blockSchema>;
export type RunOptions = z.infer<typeof runSchema>;

/** Name of the file in a sample folder. */
export const runFile = 'run.yaml';

/**
 * @param root folder that holds `content/`
 * @returns what the file says, and where; undefined where there is none or it is wrong
 */
export function readRunFile(
  root: string,
  slug: string,
  problems: Problem[],
): { value: RunOptions; source: YamlSource } | undefined {
  const file = `content/samples/${slug}/${runFile}`;
  return existsSync(path.join(root, file)) ? readYamlFile(root, file, runSchema, problems) : undefined;
}
