/** Writes `/sw.js` and the lists in `/offline/` into a finished site. */
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { fileList } from './file-list.ts';
import type { FileList, VersionFile } from './kept-files.ts';

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
  write('sw.js', await script(offered ? 'worker/service-worker.ts' : 'worker/leaving-worker.ts', languages));
  return list;
}

/** A worker as one script of its own. */
async function script(name: string, languages: readonly string[]): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { LANGUAGES: JSON.stringify(languages) },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(name, import.meta.url)), formats: ['iife'], name: 'worker' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
