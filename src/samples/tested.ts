/** The record of the last test run: which sample files passed, when, and with which tools. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const recordSchema = z.strictObject({
  /** States of the running example (src/states) by their lesson; the hash is that of all files. */
  states: z.record(z.string(), z.strictObject({ tools: z.array(z.string()), date: z.iso.date(), sha256 })).default({}),
  /** Tool lists that occur, so that the record names each once. */
  files: z.record(
    z.string().describe('path below content/samples'),
    z.strictObject({
      kind: z.string(),
      tools: z.array(z.string()).describe('such as `PostgreSQL 15.14`'),
      date: z.iso.date(),
      sha256,
    }),
  ),
});

/** Files by their path below `content/samples`. */
export type TestRecord = z.infer<typeof recordSchema>;

/** Name of the record in the folder of samples. */
export const recordFile = 'tested.json';

/** Reads the record; an empty one where nothing was tested yet. */
export function readRecord(samples: string): TestRecord {
  const file = path.join(samples, recordFile);
  return existsSync(file) ? recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : { states: {}, files: {} };
}

/** SHA-256 of a file in hexadecimal. */
export const fileHash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** What is known of some files of a page. */
export interface TestedFiles {
  /** Date of the oldest run among them. */
  date: string;
  tools: string[];
  /** Files that are as they were when they passed. */
  tested: string[];
}

/**
 * Says what of some files was tested as they are now; a file that changed since does not count.
 *
 * @param samples absolute path of `content/samples`
 * @returns undefined when none was
 */
export function testedFiles(samples: string, record: TestRecord, files: readonly string[]): TestedFiles | undefined {
  const tested = [...new Set(files)].filter((file) => {
    const known = record.files[file];
    return (
      known !== undefined && existsSync(path.join(samples, file)) && fileHash(path.join(samples, file)) === known.sha256
    );
  });
  if (tested.length === 0) return undefined;
  const runs = tested.map((file) => record.files[file]!);
  return {
    date: runs.map((one) => one.date).sort()[0]!,
    // A tool without a version tells the reader nothing.
    tools: [...new Set(runs.flatMap((one) => one.tools))].filter((tool) => /\d/.test(tool)).sort(),
    tested,
  };
}
