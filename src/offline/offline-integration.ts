/** Lists the finished files for saving, and writes the service worker. */
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { transformWithOxc } from 'vite';
import type { Curriculum } from '../curriculum/model.ts';
import { fileList, type VersionFile } from './file-list.ts';

/** Must run after every step that changes files. */
export function offlineCopy({ curriculum }: { curriculum: Curriculum }): AstroIntegration {
  return {
    name: 'offline-copy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const paths = globSync('**/*', { cwd: root }).filter((file) => statSync(path.join(root, file)).isFile());
        const list = fileList(
          paths.map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(root, file))] as const),
          new Date(),
        );
        const write = (file: string, text: string) => writeFileSync(path.join(root, file), text);
        mkdirSync(path.join(root, 'offline'), { recursive: true });
        write('offline/files.json', JSON.stringify(list));
        const version: VersionFile = { version: list.version, built: list.built };
        write('offline/version.json', JSON.stringify(version));
        write('sw.js', await script(curriculum.site.offline ? 'worker/service-worker.ts' : 'worker/leaving-worker.ts'));
        const bytes = list.files.reduce((sum, [, , , transfer]) => sum + transfer, 0);
        logger.info(`${list.files.length} files can be saved, ${(bytes / 1024 / 1024).toFixed(1)} MB to download`);
      },
    },
  };
}

/** A script of this folder without its types; nothing is imported there, so nothing needs bundling. */
async function script(name: string): Promise<string> {
  return (await transformWithOxc(readFileSync(new URL(name, import.meta.url), 'utf8'), name)).code;
}
