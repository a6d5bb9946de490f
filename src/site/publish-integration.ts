/** Builds beside `dist/` and puts the result in its place only when every step has succeeded. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Must be the last integration. A build that fails leaves an earlier `dist/` as it was.
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
        staged = `${target}.next`;
        rmSync(staged, { recursive: true, force: true });
        updateConfig({ outDir: pathToFileURL(`${staged}/`) });
      },
      'astro:build:done': ({ logger }) => {
        const old = `${target}.old`;
        rmSync(old, { recursive: true, force: true });
        if (existsSync(target)) renameSync(target, old);
        renameSync(staged, target);
        rmSync(old, { recursive: true, force: true });
        logger.info(`finished: ${target}`);
      },
    },
  };
}
