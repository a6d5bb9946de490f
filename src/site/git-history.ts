import { spawnSync } from 'node:child_process';
import { askGit } from './git.ts';

/**
 * Says whether a repository is a shallow clone. In one, git gives every page that is older than the clone the date of
 * its oldest commit.
 */
export function isShallow(folder: string): boolean {
  return askGit(folder, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
}

/**
 * Files under `content/docs` → the time of the last commit that changed them, as git writes it (ISO 8601); none where
 * nothing was committed yet. That git answers at all is known from `isShallow`.
 */
export function lastChanges(folder: string): Map<string, string> {
  const { stdout } = spawnSync(
    'git',
    ['-c', 'core.quotePath=false', 'log', '--format=@%cI', '--name-only', '--relative', '--', 'content/docs'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const changed = new Map<string, string>();
  let time = '';
  for (const line of (stdout ?? '').split('\n'))
    if (line.startsWith('@')) time = line.slice(1);
    else if (line !== '' && !changed.has(line)) changed.set(line, time);
  return changed;
}
