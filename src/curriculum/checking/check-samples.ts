/** Checks what downloads of samples would hold: no links, and names that every system can unpack. */
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { faultOfName, sameNames } from '../samples/archive-names.ts';
import { ownFiles } from '../samples/sample-files.ts';
import { problem, type Problem } from '../problems/problems.ts';

const folder = 'content/samples';

/**
 * Adds a problem for every file under `content/samples` that a download cannot hold. What git ignores is passed over:
 * no download holds it.
 */
export function checkSamples(root: string, problems: Problem[]): void {
  const samples = path.join(root, folder);
  if (!existsSync(samples)) return;
  if (!lstatSync(samples).isDirectory()) {
    problems.push(problem('file-link', { file: folder }));
    return;
  }
  const { files, links } = ownFiles(samples);
  for (const name of links) problems.push(problem('file-link', { file: `${folder}/${name}` }));
  const bad = (name: string, reason: string) =>
    problems.push(problem('sample-name', { file: `${folder}/${name}` }, { name, reason }));
  const odd = new Set(files.map((file) => file.split('/')).flatMap(([slug, ...rest]) => (rest.length ? [slug!] : [])));
  for (const slug of odd)
    if (!/^\.|^\w[\w.-]*$/.test(slug))
      bad(slug, 'the name of a folder becomes an address of letters, digits, `-` and `_`.');
  for (const file of files) {
    const fault = faultOfName(file);
    if (fault) bad(file, fault);
  }
  for (const { name, other } of sameNames(files))
    bad(name, `on macOS and Windows it is the same file as \`${other}\`.`);
}
