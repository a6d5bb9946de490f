import { spawnSync } from 'node:child_process';

/**
 * Says whether a repository is a shallow clone. In one, git gives every page that is older than the clone the date of
 * its oldest commit.
 */
export function isShallow(folder: string): boolean {
  const { stdout } = spawnSync('git', ['rev-parse', '--is-shallow-repository'], { cwd: folder, encoding: 'utf8' });
  return stdout?.trim() === 'true';
}
