import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { problem, type Problem } from './problems.ts';

/**
 * Adds a problem for every symbolic link under `public/`, hidden ones too: everything there is published, and what a
 * link leads to with it.
 */
export function checkPublic(root: string, problems: Problem[]): void {
  const check = (name: string) => {
    const stat = lstatSync(path.join(root, name), { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) problems.push(problem('file-link', { file: name }));
    else if (stat?.isDirectory())
      for (const inside of readdirSync(path.join(root, name)).sort()) check(`${name}/${inside}`);
  };
  check('public');
}
