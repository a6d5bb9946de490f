/** Builds beside `dist/` and puts the result in its place only when every step has succeeded. */
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeReadable, publishStaged, stagedFolder } from './output-folder.ts';

/**
 * Must be the last integration. A build that fails leaves an earlier `dist/` as it was, and nothing beside it.
 */
export function publish(): AstroIntegration {
  let target: string;
  let staged: string;
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        target = fileURLToPath(config.outDir).replace(/\/$/, '');
        staged = stagedFolder(target);
        const remove = () => rmSync(staged, { recursive: true, force: true });
        remove();
        // Astro tells no integration that a build failed. What it has written would keep a full disk full.
        process.once('exit', remove);
        updateConfig({ outDir: pathToFileURL(`${staged}/`) });
      },
      'astro:build:done': ({ logger }) => {
        makeReadable(staged);
        publishStaged(target);
        logger.info(`finished: ${target}`);
      },
    },
  };
}
