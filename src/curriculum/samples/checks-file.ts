/** Reads `content/samples/<slug>/checks.yaml`: what a file needs to be tested, or why it is not. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readYamlFile } from '../files/content-files.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { Translator } from '../../strings/translator.ts';

const files = z.array(z.string()).describe('a list of files of this folder');

const fileSchema = z.strictObject({
  kind: z.string().describe('the kind that tests it, where its name does not tell').optional(),
  arguments: z.array(z.string()).describe('words after the program').optional(),
  environment: z.record(z.string(), z.string()).describe('variables the program sees').optional(),
  in: z.string().describe('folder it runs in, relative to this one; shell scripts run in an empty one').optional(),
  after: files.describe('files of the same kind that run first in the same database or folder').optional(),
  covers: files.describe('files that are tested by testing this one').optional(),
  expect: files.describe('files whose lines must stand in the output, each in one piece').optional(),
  numbers: files.describe('the same for files whose numbers and identifiers differ in each run').optional(),
  excerpt: files.describe('like numbers, for lines chosen from the output, in their order').optional(),
  then: z.string().describe('a command line that prints what is expected, run in a project after its tests').optional(),
  database: z.literal(true).describe('gives the program an empty PostgreSQL in PGHOST, PGPORT, PGUSER').optional(),
  needs: z.array(z.string()).describe('programs it needs').optional(),
  varies: z
    .string()
    .min(10)
    .describe('why SQL prints something else in each run, so that nothing is compared')
    .optional(),
  exit: z.number().int().describe('exit status that is right, where it is not 0').optional(),
});

const commandSchema = fileSchema.omit({ kind: true, after: true }).extend({
  run: z.string().describe('a command line for bash, run in this folder after its other files were built'),
});

const checksSchema = z.strictObject({
  checks: z.record(z.string(), fileSchema).describe('how single files are tested').default({}),
  commands: z.array(commandSchema).describe('programs of this folder whose output is compared').default([]),
  skip: z
    .array(z.strictObject({ files, reason: z.string().min(10) }))
    .describe('files (`*` for any name) that are not tested, with the reason')
    .default([]),
});

/** How one file is tested. */
export type FileOptions = z.infer<typeof fileSchema>;
/** A command whose output is compared. */
export type CommandOptions = z.infer<typeof commandSchema>;
/** Everything a checks.yaml says. */
export type SampleChecks = z.infer<typeof checksSchema>;

/**
 * @param root folder that holds `content/`
 * @param all files of the sample folder
 * @param kinds names of the kinds there are
 * @returns what the file says; nothing special where it is missing or wrong
 */
export function readChecks(
  root: string,
  slug: string,
  all: readonly string[],
  kinds: readonly string[],
  problems: Problem[],
): SampleChecks {
  const nothing: SampleChecks = { checks: {}, commands: [], skip: [] };
  const file = `content/samples/${slug}/checks.yaml`;
  if (!existsSync(path.join(root, file))) return nothing;
  const read = readYamlFile(root, file, checksSchema, problems);
  if (!read) return nothing;
  const { value, source } = read;
  const mustExist = (name: string, at: PropertyKey[]) => {
    if (matching(name, all).length === 0)
      problems.push(problem('sample-check-file', source.placeOf(at), { name, near: nearest(name, all) }));
  };
  for (const [name, options] of Object.entries(value.checks)) {
    mustExist(name, ['checks', name]);
    for (const list of ['covers', 'expect', 'numbers', 'excerpt', 'after'] as const)
      options[list]?.forEach((one, index) => mustExist(one, ['checks', name, list, index]));
    if (options.kind !== undefined && !kinds.includes(options.kind))
      problems.push(
        problem('sample-check-kind', source.placeOf(['checks', name, 'kind']), { kind: options.kind, allowed: kinds }),
      );
  }
  value.commands.forEach((command, at) => {
    for (const list of ['covers', 'expect', 'numbers', 'excerpt'] as const)
      command[list]?.forEach((one, index) => mustExist(one, ['commands', at, list, index]));
  });
  value.skip.forEach((entry, at) =>
    entry.files.forEach((name, index) => mustExist(name, ['skip', at, 'files', index])),
  );
  return value;
}

/** Files that a name with `*` stands for. */
export function matching(name: string, all: readonly string[]): string[] {
  const pattern = new RegExp(
    `^${name
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
  return all.filter((file) => pattern.test(file));
}

/** What a page says of a file whose run is special, and whether it is never run. */
export interface RunNote {
  kind: 'left' | 'run';
  text: string;
}

/** What a page says of a file whose run is special; nothing for most files. @param t words of the page */
export function runNote(samples: string, file: string, t: Translator): RunNote | undefined {
  const [slug, ...rest] = file.split('/') as [string, ...string[]];
  const name = rest.join('/');
  const { checks, commands, skip } = checksOf(samples, slug);
  const left = skip.find(({ files: names }) => names.some((one) => matching(one, [name]).length > 0));
  if (left) {
    const text = t(name.startsWith('output/') ? 'sample.once' : 'sample.left', { reason: left.reason });
    return { kind: 'left', text };
  }
  const ran = (text: string): RunNote => ({ kind: 'run', text });
  const all = [...Object.values(checks), ...commands];
  if (all.some(({ numbers }) => numbers?.includes(name))) return ran(t('sample.numbers'));
  if (all.some(({ excerpt }) => excerpt?.includes(name))) return ran(t('sample.excerpt'));
  if (name.startsWith('output/') && /\b(?:cost|actual time)=/.test(readFileSync(path.join(samples, file), 'utf8')))
    return ran(t('sample.plan'));
  const reason = checks[name]?.varies;
  return reason === undefined ? undefined : ran(t('sample.varies', { reason }));
}

const read = new Map<string, SampleChecks>();

/** Reads the checks of a sample folder once. */
export function checksOf(samples: string, slug: string): SampleChecks {
  const known = read.get(`${samples}/${slug}`);
  if (known) return known;
  const value = readChecks(path.dirname(path.dirname(samples)), slug, [], [], []);
  read.set(`${samples}/${slug}`, value);
  return value;
}
