/** Lists the finished files for saving, and writes the service worker. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Roadmap } from '../curriculum/model/model.ts';
import { writeOfflineFiles } from './write-offline-files.ts';

/** Must run after every step that changes files. */
export function offlineCopy({ curriculum }: { curriculum: Roadmap }): AstroIntegration {
  const languages = curriculum.translations.map((one) => one.language.folder);
  return {
    name: 'offline-copy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { files } = await writeOfflineFiles(fileURLToPath(dir), curriculum.site.offline, languages);
        const bytes = files.reduce((sum, [, , , transfer]) => sum + transfer, 0);
        logger.info(`${files.length} files can be saved, ${(bytes / 1_000_000).toFixed(1)} MB to download`);
      },
    },
  };
}
