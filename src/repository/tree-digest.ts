/** Digests of files and folders. */
import type { Hash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** What tools make below a folder of a roadmap, and no page is made from. */
const madeByTools = new Set(['node_modules', '.git', '.diagrams', '.astro', 'dist']);

/** Adds what counts of a file. */
export type AddFile = (hash: Hash, file: string) => void;

export const byContent: AddFile = (hash, file) => hash.update(readFileSync(file));

/**
 * Adds a file, or all files below a folder, with their names; a link counts by where it leads. What is not there counts
 * too, so that it is seen when it comes.
 *
 * @param file absolute path
 * @param isLeftOut names of files and folders that do not count, beside those that tools make
 */
export function addTree(
  hash: Hash,
  file: string,
  add: AddFile = byContent,
  isLeftOut: (name: string) => boolean = () => false,
): void {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  hash.update(`\0${path.basename(file)}\0`);
  if (stat?.isSymbolicLink()) hash.update(readlinkSync(file));
  else if (stat?.isFile()) add(hash, file);
  else if (stat?.isDirectory()) {
    for (const name of readdirSync(file).sort())
      if (!madeByTools.has(name) && !isLeftOut(name)) addTree(hash, path.join(file, name), add, isLeftOut);
    hash.update('\0\0');
  }
}
