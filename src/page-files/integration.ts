/** Gives pages few files to load: one script, and style sheets instead of style attributes. */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { noteFacades, oneScript, shortPreload, withoutFacades, type Facades } from './one-script.ts';

/** Must run before the policy and the list of files for reading offline are made. */
export function pageFiles({ base }: { base: string }): AstroIntegration {
  const facades: Facades = new Map();
  return {
    name: 'page-files',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('prefetch.ts', import.meta.url)))};`);
        if (command !== 'build') return;
        updateConfig({
          vite: {
            // One style sheet for all pages: it is kept after the first one, and nothing else holds up the first paint.
            // Nothing small stands in the page instead: files are kept, and the policy knows them.
            build: { cssCodeSplit: false, assetsInlineLimit: 0 },
            environments: { client: { build: { rolldownOptions: { output: { codeSplitting: oneScript } } } } },
            plugins: [noteFacades(facades), shortPreload(base.replace(/\/?$/, '/'))],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: root })) {
          const file = path.join(root, page);
          writeFileSync(file, withoutFacades(readFileSync(file, 'utf8'), facades));
        }
        for (const name of facades.keys()) rmSync(path.join(root, '_astro', name));
      },
    },
  };
}
