/** Remembers what the finished site was built from, so that `npm start` builds only what has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatorDigest } from '../../src/repository/generator.ts';
import { addTree, byContent, type AddFile } from '../../src/repository/tree-digest.ts';

/** Where a roadmap is, where its site goes, and the generator. */
export interface Places {
  repository: string;
  root: string;
  output: string;
}

/**
 * Makes a digest of everything a site is built from: content, generator, what is installed, and the history of the
 * repository, from which pages have their dates. Drawings are made by the build itself and are added by `rememberBuilt`.
 */
export function digestOfInputs({ repository, root }: Places, generator = generatorDigest(repository)): string {
  const hash = createHash('sha256').update(generator);
  for (const name of ['content', 'public']) addTree(hash, path.join(root, name));
  const git = spawnSync('git', ['rev-parse', 'HEAD', '--is-shallow-repository'], { cwd: root, encoding: 'utf8' });
  hash.update(JSON.stringify([root, git.status, git.stdout]));
  return hash.digest('hex');
}

const recordOf = ({ repository }: Places) => path.join(repository, '.astro/built.json');

/** Writes down that the finished site was built from inputs with this digest. */
export function rememberBuilt(places: Places, inputs: string): void {
  mkdirSync(path.dirname(recordOf(places)), { recursive: true });
  writeFileSync(recordOf(places), JSON.stringify({ inputs, ...stateOf(places) }));
}

/** Whether the finished site is as it was built, from inputs with this digest. In doubt it is not. */
export function isBuilt(places: Places, inputs: string): boolean {
  if (!existsSync(recordOf(places)) || !existsSync(path.join(places.output, 'index.html'))) return false;
  return readFileSync(recordOf(places), 'utf8') === JSON.stringify({ inputs, ...stateOf(places) });
}

/** The finished site by size and time of its files, and the drawings in it by their content. */
function stateOf({ root, output }: Places) {
  const digest = (folder: string, add: AddFile) => {
    const hash = createHash('sha256');
    addTree(hash, folder, add);
    return hash.digest('hex');
  };
  return { output, site: digest(output, bySize), drawings: digest(path.join(root, '.diagrams'), byContent) };
}

const bySize: AddFile = (hash, file) => {
  const { size, mtimeMs } = lstatSync(file);
  hash.update(`${size} ${mtimeMs}`);
};
