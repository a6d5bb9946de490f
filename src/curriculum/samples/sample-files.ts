/** Finds the files of samples: those on disk, and those of them that may be published. */
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { askGit } from '../../repository/git.ts';

/** Folders that tools make inside a sample. */
const made = new Set(['target', 'node_modules', '__pycache__', '.venv', '.pytest_cache', '.git']);

/** What lies below a folder, by paths relative to it with forward slashes, sorted. */
interface Found {
  files: string[];
  /** Symbolic links, to files and to folders; none is followed. */
  links: string[];
}

function below(folder: string): Found {
  const found: Found = { files: [], links: [] };
  const read = (inside: string) => {
    for (const entry of readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const name = inside + entry.name;
      if (entry.isSymbolicLink()) found.links.push(name);
      else if (entry.isDirectory() && !made.has(entry.name)) read(`${name}/`);
      else if (entry.isFile() && entry.name !== '.DS_Store' && !entry.name.endsWith('.log')) found.files.push(name);
    }
  };
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) read('');
  return { files: found.files.sort(), links: found.links.sort() };
}

/**
 * Lists the files of a sample folder, sorted, relative to it with forward slashes; without links and without what tools
 * made there. A folder that is not there has none.
 */
export const sampleFiles = (folder: string): string[] => below(folder).files;

/**
 * Lists what of the samples belongs to the repository: what git knows, and what it would add. Where there is no git, all
 * of it does; where git does not answer, nothing is published.
 *
 * @param samples absolute path of `content/samples`
 */
export function ownFiles(samples: string): Found {
  const { files, links } = below(samples);
  const known = knownToGit(samples);
  const own = (name: string) => known?.has(name) ?? true;
  return { files: files.filter(own), links: links.filter(own) };
}

/**
 * Lists the files that the download of a sample folder holds. A hidden file is among them only where a page shows it,
 * as `.dockerignore` may be: those that tools and secrets live in are nobody’s to read.
 *
 * @param own files of all samples that belong to the repository (`ownFiles`)
 * @param shown files that pages show, by their path below `samples`
 * @returns paths relative to the folder
 */
export function publishedFiles(own: readonly string[], slug: string, shown: readonly string[] = []): string[] {
  return own
    .filter((file) => file.startsWith(`${slug}/`))
    .filter((file) => !/(?:^|\/)\./.test(file) || shown.includes(file))
    .map((file) => file.slice(slug.length + 1));
}

/** Files below a folder that git tracks or would add; undefined where there is no git or no repository. */
function knownToGit(folder: string): Set<string> | undefined {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const found = askGit(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  return found === undefined ? undefined : new Set(found.split('\0'));
}
