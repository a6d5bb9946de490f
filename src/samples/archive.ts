/** Packs a sample folder for download. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
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
 * @returns the bytes of a ZIP file
 */
export function sampleArchive(samples: string, slug: string, shown: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const files = publishedFiles(samples, slug, shown).map((file) => `${slug}/${file}`);
  const parent = files.includes(`${slug}/pom.xml`) ? ownFiles(samples).files.filter((file) => file === 'pom.xml') : [];
  const entries: Zippable = {};
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
  return zipSync(entries, { level: 9 }) as Uint8Array<ArrayBuffer>;
}

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
