/** Remembers what the finished site was built from, so that `npm start` builds only what has changed. */
import { spawnSync } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a roadmap is, where its site goes, and the generator. */
export interface Places {
  repository: string;
  root: string;
  output: string;
}

/** Folders and files of the repository that shape the site, whatever it is about. */
const generator = [
  'src',
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // What is installed, which may differ from what the lock file asks for.
  'node_modules/.package-lock.json',
];

/** What tools make below these folders, and no page is made from. */
const passedOver = new Set(['node_modules', '.git', '.diagrams', '.astro', 'dist']);

/**
 * Makes a digest of everything a site is built from: content, generator, what is installed, and the history of the
 * repository, from which pages have their dates. Drawings are made by the build itself and are added by `rememberBuilt`.
 */
export function digestOfInputs({ repository, root }: Places): string {
  const hash = createHash('sha256');
  for (const name of generator) addTree(hash, path.join(repository, name), byContent);
  for (const name of ['content', 'public']) addTree(hash, path.join(root, name), byContent);
  const git = spawnSync('git', ['rev-parse', 'HEAD', '--is-shallow-repository'], { cwd: root, encoding: 'utf8' });
  hash.update(JSON.stringify([root, git.status, git.stdout, process.version]));
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

type AddFile = (hash: Hash, file: string) => void;
const byContent: AddFile = (hash, file) => hash.update(readFileSync(file));
const bySize: AddFile = (hash, file) => {
  const { size, mtimeMs } = lstatSync(file);
  hash.update(`${size} ${mtimeMs}`);
};

/** Adds a file, or all files below a folder, with their names; a link counts by where it leads. */
function addTree(hash: Hash, file: string, add: AddFile): void {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  hash.update(`\0${path.basename(file)}\0`);
  if (stat?.isSymbolicLink()) hash.update(readlinkSync(file));
  else if (stat?.isFile()) add(hash, file);
  else if (stat?.isDirectory()) {
    for (const name of readdirSync(file).sort()) if (!passedOver.has(name)) addTree(hash, path.join(file, name), add);
    hash.update('\0\0');
  }
}
