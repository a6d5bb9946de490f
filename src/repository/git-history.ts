import { spawnSync } from 'node:child_process';
import { askGit } from './git.ts';

/**
 * Says whether a repository is a shallow clone. In one, git gives every page that is older than the clone the date of
 * its oldest commit.
 */
export function isShallow(folder: string): boolean {
  return askGit(folder, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
}

/** A commit that changed a file. */
export interface Commit {
  hash: string;
  /** When it was made, as git writes it (ISO 8601). */
  time: string;
}

/**
 * The commits that changed each file under some paths, newest first; none where nothing was committed yet. That git
 * answers at all is known from `isShallow`.
 *
 * @param paths as git takes them, from the folder
 */
export function commitsByFile(folder: string, paths: readonly string[]): Map<string, Commit[]> {
  const { stdout } = spawnSync(
    'git',
    ['-c', 'core.quotePath=false', 'log', '--format=@%cI %H', '--name-only', '--relative', '--', ...paths],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const found = new Map<string, Commit[]>();
  let commit: Commit = { hash: '', time: '' };
  for (const line of (stdout ?? '').split('\n')) {
    const [, time, hash] = /^@(\S+) (\w+)$/.exec(line) ?? [];
    if (hash) commit = { hash, time: time! };
    else if (line !== '') found.set(line, [...(found.get(line) ?? []), commit]);
  }
  return found;
}
