/** Packs a sample folder for download. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync, type ZipOptions } from 'fflate';
import { kept } from '../build-cache/build-cache.ts';
import { archiveReadme } from './archive-readme.ts';
import { checksOf } from '../curriculum/samples/checks-file.ts';
import { ownFiles, publishedFiles } from '../curriculum/samples/sample-files.ts';

/** The oldest time a ZIP can hold, so that the same files always give the same bytes. */
const mtime = new Date(1980, 0, 1);

/**
 * Makes the archive of a sample folder: `caching/…` with a README and, for a Maven module, the `pom.xml` it has as its
 * parent.
 *
 * @param samples absolute path of `content/samples`
 * @param shown files that pages show, by their path below it
 * @param own files of all samples that belong to the repository; asked for where they are left out
 * @returns the bytes of a ZIP file
 */
export function sampleArchive(
  samples: string,
  slug: string,
  shown: readonly string[] = [],
  own: readonly string[] = ownFiles(samples).files,
): Uint8Array<ArrayBuffer> {
  const files = publishedFiles(own, slug, shown).map((file) => `${slug}/${file}`);
  const parent = files.includes(`${slug}/pom.xml`) ? own.filter((file) => file === 'pom.xml') : [];
  const entries: Record<string, [Uint8Array, ZipOptions]> = {};
  for (const file of [...parent, ...files].sort()) {
    const absolute = path.join(samples, file);
    const mode = statSync(absolute).mode & 0o100 ? 0o755 : 0o644;
    // In a ZIP made on Unix (os 3) the upper half of the attributes is the mode of a regular file.
    entries[file] = [readFileSync(absolute), { mtime, os: 3, attrs: (0o100000 | mode) * 0x10000 }];
  }
  const readme = `${slug}/README.md`;
  if (!files.some((file) => file.toLowerCase() === readme.toLowerCase())) {
    const names = files.map((file) => file.slice(slug.length + 1));
    entries[readme] = [strToU8(archiveReadme(slug, names, used(samples, slug, names))), { mtime }];
  }
  const inputs = Object.entries(entries).map(([name, [bytes, { attrs }]]) => [name, digestOf(bytes), attrs]);
  return kept('archives', inputs, () => zipSync(entries, { level: 9 }) as Uint8Array<ArrayBuffer>);
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Files that others include (SQL) or start (as checks.yaml tells); a script among them can still be run. */
function used(samples: string, slug: string, names: readonly string[]): string[] {
  const { checks, commands } = checksOf(samples, slug);
  const covered = [...Object.values(checks), ...commands].flatMap(({ covers = [] }) => covers);
  const included = names
    .filter((name) => name.endsWith('.sql'))
    .flatMap((name) =>
      [...readFileSync(path.join(samples, slug, name), 'utf8').matchAll(/^\\ir (\S+)/gm)].map(([, other]) =>
        path.posix.join(path.posix.dirname(name), other!),
      ),
    );
  return [...covered.filter((name) => !/\.(?:sh|bash)$/.test(name)), ...included];
}
