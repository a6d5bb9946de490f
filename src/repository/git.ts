/** Asks git, and tells a folder without git from a git that declines to answer. */
import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import path from 'node:path';

/**
 * Asks git something about a folder.
 *
 * @returns what it answers; undefined where there is no git program, or no repository at or above the folder
 * @throws where there is a repository that git does not open: what it would say decides over what is published, so
 * nothing is guessed in its place
 */
export function askGit(folder: string, words: readonly string[]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync('git', words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // The words of a refusal are looked at below.
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status === 0) return stdout;
  const repository = repositoryOf(folder);
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT' || !repository) return undefined;
  const said = (stderr || error?.message || `it ended with ${status}`).trim();
  const cure = said.includes('safe.directory')
    ? `If you trust that folder, run \`git config --global --add safe.directory ${repository}\`.`
    : `Repair the repository in ${repository}; without its \`.git\`, all files of samples are published and pages have no dates.`;
  throw new Error(
    `git does not answer \`git ${words[0]}\`, by which the build knows what is published: ${said}\n${cure}`,
  );
}

/** The folder at or above another one that holds `.git`. */
function repositoryOf(folder: string): string | undefined {
  if (lstatSync(path.join(folder, '.git'), { throwIfNoEntry: false })) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
