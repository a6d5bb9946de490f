/** Writes `/sw.js` and the lists in `/offline/` into a finished site. */
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { fileList, type FileList, type VersionFile } from './file-list.ts';

/**
 * @param root absolute path of the finished site
 * @param languages folders of the further languages
 * @param offered whether readers can save it; otherwise the worker removes what they saved before
 */
export async function writeOfflineFiles(
  root: string,
  offered: boolean,
  languages: readonly string[] = [],
): Promise<FileList> {
  const paths = globSync('**/*', { cwd: root }).filter((file) => statSync(path.join(root, file)).isFile());
  const list = fileList(
    paths.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(root, file))] as const),
    new Date(),
  );
  const write = (file: string, text: string) => writeFileSync(path.join(root, file), text);
  const version: VersionFile = { version: list.version, built: list.built };
  mkdirSync(path.join(root, 'offline'), { recursive: true });
  write('offline/files.json', JSON.stringify(list));
  write('offline/version.json', JSON.stringify(version));
  const worker = await script(offered ? 'worker/service-worker.ts' : 'worker/leaving-worker.ts');
  write('sw.js', worker.replace('const languages = []', `const languages = ${JSON.stringify(languages)}`));
  return list;
}

/** A script of this folder without its types; nothing is imported there, so nothing needs bundling. */
async function script(name: string): Promise<string> {
  return (await transformWithOxc(readFileSync(new URL(name, import.meta.url), 'utf8'), name)).code;
}
