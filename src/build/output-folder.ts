/** The folder of the finished site, and its two companions while a build is under way. */
import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where a build is made before it takes the place of the earlier one. */
export const stagedFolder = (output: string) => `${output}.next`;
const oldFolder = (output: string) => `${output}.old`;

/**
 * Puts a finished build in the place of the earlier one.
 *
 * @param output absolute path of the finished site
 */
export function publishStaged(output: string): void {
  const old = oldFolder(output);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(output)) renameSync(output, old);
  renameSync(stagedFolder(output), output);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Mends what a build left that was ended from outside: the earlier site is back in its place, and nothing half made is
 * kept. Only for who knows that no other build is under way.
 */
export function recoverOutput(output: string): void {
  const old = oldFolder(output);
  if (existsSync(old)) {
    if (existsSync(output)) rmSync(old, { recursive: true, force: true });
    else renameSync(old, output);
  }
  rmSync(stagedFolder(output), { recursive: true, force: true });
}

/** Lets every web server read a site, also where new files belong to their maker alone (`umask 077`). */
export function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(inside);
    else if (entry.isFile()) chmodSync(inside, 0o644);
  }
}
