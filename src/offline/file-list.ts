/** The list of files that make up a saved copy of the site. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** One file: its path from the root of the site, hash, and sizes in bytes on the device and on the wire (gzip). */
export type ListedFile = [path: string, hash: string, size: number, transfer: number];

/** `/offline/files.json` */
export interface FileList {
  /** Hash of all paths and hashes; changes when any file does. */
  version: string;
  /** When the site was built, ISO 8601. */
  built: string;
  files: ListedFile[];
}

/** `/offline/version.json`, small enough to be asked for at every visit. */
export type VersionFile = Pick<FileList, 'version' | 'built'>;

/** What a reader needs; forms for machines, maps and the worker itself are left out. */
const kept = /\.(?:html|css|js|json|svg|png|webp|avif|jpg|woff2|wasm|pagefind|pf_meta|pf_index|pf_fragment|pf_filter)$/;
const left =
  /^(?:sw\.js|offline\/.*\.json|(?:curriculum|ids)(?:\.schema)?\.json|pagefind\/(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|.*playground).*)$/;

export const isKept = (path: string): boolean => kept.test(path) && !left.test(path);

/**
 * Makes the list.
 *
 * @param files path from the root of the site, with forward slashes → content
 */
export function fileList(files: Iterable<readonly [string, Buffer]>, built: Date): FileList {
  const listed = [...files]
    .filter(([path]) => isKept(path))
    .map(([path, content]): ListedFile => [path, contentHash(content), content.length, gzipSync(content).length])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const version = contentHash(Buffer.from(listed.map(([path, hash]) => `${path} ${hash}`).join('\n')));
  return { version, built: built.toISOString(), files: listed };
}

/** First 96 bits of SHA-256 in hexadecimal, the same as `site-copy.ts` computes in the browser. */
const contentHash = (content: Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 24);
