/**
 * Keeps what costs time to make between builds: one file a piece of work, named by everything that the work was made
 * from, so that nothing kept is ever out of date. The folder may be removed at any time, and a build without it writes
 * the same bytes.
 *
 * Work is kept while a build runs that asked for it (`openBuildCache`); everywhere else, such as in tests and while an
 * author writes, it is made anew. What pages render is bundled, and so has modules of its own: an environment variable
 * tells all of them where the folder is.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

const variable = 'ROADMAP_BUILD_CACHE';
/** What the folder may take, in bytes; what was used longest ago is removed. */
const limit = 512 * 1024 * 1024;
const day = 24 * 60 * 60 * 1000;

/** What a piece of work is made from: texts, and data that JSON can write, with maps and sets in it. */
export type Inputs = readonly unknown[];

/**
 * Lets this process keep work.
 *
 * @param folder absolute path; made when something is written
 * @param generator digest of the code that does the work, and of what is installed for it
 * @param anew whether to forget what this very code has made before
 */
export function openBuildCache(folder: string, generator: string, anew = false): void {
  const own = path.join(folder, generator.slice(0, 16));
  if (anew) rmSync(own, { recursive: true, force: true });
  process.env[variable] = own;
}

/**
 * Work that was done before from the same inputs, or does it.
 *
 * @param kind names the work, and the folder that it is kept in
 * @param make gives data without functions and classes of its own
 */
export function kept<Value>(kind: string, inputs: Inputs, make: () => Value): Value {
  const file = fileOf(kind, inputs);
  const found = file === undefined ? undefined : read<Value>(file);
  if (found) return found.value;
  const value = make();
  if (file !== undefined) write(file, value);
  return value;
}

/** The same for work that is waited for. Of several who ask at the same time, each does it. */
export async function keptLater<Value>(kind: string, inputs: Inputs, make: () => Promise<Value>): Promise<Value> {
  const file = fileOf(kind, inputs);
  const found = file === undefined ? undefined : read<Value>(file);
  if (found) return found.value;
  const value = await make();
  if (file !== undefined) write(file, value);
  return value;
}

function fileOf(kind: string, inputs: Inputs): string | undefined {
  const folder = process.env[variable];
  if (!folder) return undefined;
  const key = createHash('sha256').update(writtenOut(inputs)).digest('hex').slice(0, 32);
  return path.join(folder, kind, key.slice(0, 2), key);
}

/** Inputs as text; what JSON has no form for is written as a list. */
export const writtenOut = (inputs: unknown): string =>
  JSON.stringify(inputs, (_key, one: unknown) =>
    one instanceof Map || one instanceof Set ? [...(one as Iterable<unknown>)] : one,
  );

/** A file that is damaged counts as missing. */
function read<Value>(file: string): { value: Value } | undefined {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(digestLength);
    if (!bytes.subarray(0, digestLength).equals(digestOf(body))) return undefined;
    // For what is removed first; a day is exact enough.
    if (statSync(file).mtimeMs < Date.now() - day) utimesSync(file, new Date(), new Date());
    return { value: deserialize(body) as Value };
  } catch {
    return undefined;
  }
}

/** Where the folder cannot be written to, the work is done again the next time. */
function write(file: string, value: unknown): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const body = serialize(value);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, Buffer.concat([digestOf(body), body]));
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

const digestLength = 16;
const digestOf = (body: Uint8Array) => createHash('sha256').update(body).digest().subarray(0, digestLength);

/**
 * Removes what was used longest ago until the folder is no larger than it may be.
 *
 * @param folder as `openBuildCache` was told
 * @returns how many files were removed
 */
export function tidyBuildCache(folder: string, most = limit): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(file);
      return { file, size, mtimeMs };
    })
    .toSorted((one, other) => other.mtimeMs - one.mtimeMs);
  let sum = 0;
  let removed = 0;
  for (const { file, size } of files) {
    sum += size;
    if (sum <= most) continue;
    rmSync(file, { force: true });
    removed += 1;
  }
  return removed;
}
