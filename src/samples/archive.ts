/** Packs a sample folder for download. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { archiveReadme } from './archive-readme.ts';
import { sampleFiles } from './sample-files.ts';

/** The oldest time a ZIP can hold, so that the same files always give the same bytes. */
const mtime = new Date(1980, 0, 1);

/**
 * Makes the archive of a sample folder: `caching/…` with a README and, for a Maven module, the `pom.xml` it has as its
 * parent.
 *
 * @param samples absolute path of `content/samples`
 * @returns the bytes of a ZIP file
 */
export function sampleArchive(samples: string, slug: string): Uint8Array<ArrayBuffer> {
  const files = sampleFiles(path.join(samples, slug)).map((file) => `${slug}/${file}`);
  const parent = existsSync(path.join(samples, slug, 'pom.xml')) ? ['pom.xml'] : [];
  const entries: Zippable = {};
  for (const file of [...parent, ...files].sort()) {
    const absolute = path.join(samples, file);
    const mode = statSync(absolute).mode & 0o100 ? 0o755 : 0o644;
    // In a ZIP made on Unix (os 3) the upper half of the attributes is the mode of a regular file.
    entries[file] = [readFileSync(absolute), { mtime, os: 3, attrs: (0o100000 | mode) * 0x10000 }];
  }
  const readme = `${slug}/README.md`;
  if (!entries[readme])
    entries[readme] = [
      strToU8(
        archiveReadme(
          slug,
          files.map((file) => file.slice(slug.length + 1)),
        ),
      ),
      { mtime },
    ];
  return zipSync(entries, { level: 9 }) as Uint8Array<ArrayBuffer>;
}
