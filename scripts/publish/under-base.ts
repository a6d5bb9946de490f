/**
 * Moves a built site into a folder named after its base path, for hosts that serve `dist/` from the root of a host name:
 * `dist/phases/…` becomes `dist/roadmap/phases/…` under the base `/roadmap`. Does nothing where the base is `/`.
 * With `--compress` it then writes `.br` and `.gz` beside texts, for servers of one’s own.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCurriculum } from '../../src/curriculum/load.ts';
import { repository } from '../run-program.ts';
import { compressFiles } from './compress.ts';

/** Files that hosts look for at the top, whatever the base. */
const forHosts = ['_headers', '_redirects', '404.html'];

/**
 * @param folder absolute path of the built site; a second call changes nothing
 * @param base base path with or without a slash at the end
 */
export function moveUnderBase(folder: string, base: string): void {
  const name = base.replace(/^\/|\/$/g, '');
  // Where the site has been moved, its own files stand below.
  if (name === '' || !existsSync(path.join(folder, '_astro'))) return;
  const waiting = `${folder}.moving`;
  rmSync(waiting, { recursive: true, force: true });
  renameSync(folder, waiting);
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  renameSync(waiting, path.join(folder, name));
  const present = readdirSync(path.join(folder, name));
  for (const file of forHosts.filter((one) => present.includes(one)))
    copyFileSync(path.join(folder, name, file), path.join(folder, file));
  for (const file of ['_headers', '_redirects']) rmSync(path.join(folder, name, file), { force: true });
  writeFileSync(path.join(folder, 'index.html'), leadTo(`/${name}/`));
}

/** The page at the root of the host name: leads to the site. */
const leadTo = (address: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${address}</title><meta http-equiv="refresh" content="0; url=${address}"><link rel="canonical" href="${address}"></head><body><a href="${address}">${address}</a></body></html>\n`;

if (import.meta.main) {
  const folder = path.join(repository, 'dist');
  moveUnderBase(folder, openCurriculum(repository).site.base);
  if (process.argv.includes('--compress')) console.log(`${await compressFiles(folder)} files have compressed forms.`);
}
