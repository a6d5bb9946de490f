/** Numbers of files, which give the order of phases and tracks and never show in an address. */
import path from 'node:path';
import { filesBelow } from '../../src/curriculum/files/content-files.ts';
import { phaseFileName, trackFileName } from '../../src/curriculum/names/page-id.ts';
import { CannotMake } from './plan.ts';

export interface NumberedFile {
  /** Path relative to the root. */
  file: string;
  number: number;
  slug: string;
}

/** The phases or tracks there are, in their order. */
export function numberedFiles(root: string, folder: 'content/docs/phases' | 'content/tracks'): NumberedFile[] {
  const nameOf = folder === 'content/tracks' ? trackFileName : phaseFileName;
  return filesBelow(root, folder, [])
    .flatMap((name) => {
      const parts = nameOf(name);
      return parts ? [{ file: `${folder}/${name}`, ...parts }] : [];
    })
    .sort((a, b) => a.number - b.number || (a.slug < b.slug ? -1 : 1));
}

/** How many digits the numbers of files have: as many as the widest there is, for phases at least two. */
const widthOf = (files: readonly NumberedFile[], least: number) =>
  Math.max(least, ...files.map(({ file }) => /^\d+/.exec(path.posix.basename(file))![0].length));

const renamed = ({ file, slug }: NumberedFile, number: number, width: number) =>
  `${path.posix.dirname(file)}/${String(number).padStart(width, '0')}-${slug}${path.posix.extname(file)}`;

/** Where a new file goes, and which files make room for it. */
export function makeRoom(
  files: readonly NumberedFile[],
  { number, renumber, least }: { number?: number; renumber: boolean; least: number },
): { number: number; name: string; renames: [string, string][] } {
  const width = widthOf(files, least);
  const wanted = number ?? (files.at(-1)?.number ?? 0) + 1;
  const name = String(wanted).padStart(width, '0');
  const there = files.find((one) => one.number === wanted);
  if (!there) return { number: wanted, name, renames: [] };
  if (!renumber)
    throw new CannotMake(
      `The number ${wanted} belongs to \`${there.file}\`. Add \`--renumber\` to move it and those behind it up; addresses stay.`,
    );
  const renames: [string, string][] = [];
  let free = wanted + 1;
  for (const one of files.filter(({ number: own }) => own >= wanted)) {
    const next = Math.max(one.number, free);
    if (next !== one.number) renames.push([one.file, renamed(one, next, width)]);
    free = next + 1;
  }
  return { number: wanted, name, renames };
}

/** Numbers files afresh, from 1 without gaps. @returns the renames it takes */
export function renumber(files: readonly NumberedFile[], least: number): [string, string][] {
  const width = Math.max(least, String(files.length).length);
  return files
    .map((one, index): [string, string] => [one.file, renamed(one, index + 1, width)])
    .filter(([from, to]) => from !== to);
}
