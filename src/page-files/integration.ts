/** Gives pages few files to load: one script, and classes in the place of style attributes. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withLayerOrder } from '../theme/layer-order.ts';
import { withPlainListMargins } from './list-margins.ts';
import { noteFacades, oneScript, shortPreload, withoutFacades, type Facades } from './one-script.ts';
import {
  forStyleClasses,
  styleRules,
  withStyleClasses,
  withStyleClassesIn,
  type StyleClasses,
} from './style-classes.ts';
import { htmlFields } from '../questions/asked.ts';

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
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const assets = path.join(root, '_astro');
        const classes: StyleClasses = new Map();
        const pages = globSync('**/*.html', { cwd: root }).map((page) => path.join(root, page));
        for (const page of pages) {
          const html = withoutFacades(readFileSync(page, 'utf8'), facades);
          writeFileSync(page, withStyleClasses(html, classes));
        }
        // Code of questions has the colors of pages, and is put into them by a script.
        for (const file of globSync('**/questions/*.json', { cwd: root }).map((name) => path.join(root, name)))
          writeFileSync(file, withStyleClassesIn(readFileSync(file, 'utf8'), htmlFields, classes));
        for (const name of facades.keys()) rmSync(path.join(assets, name));
        const renamed = restyle(assets, styleRules(classes));
        for (const page of pages)
          writeFileSync(
            page,
            renamed.reduce((html, [from, to]) => html.replaceAll(from, to), readFileSync(page, 'utf8')),
          );
        logger.info(`${classes.size} style attributes are classes`);
      },
    },
  };
}

/**
 * Puts the rules into the style sheet of all pages, and lets every style sheet know the classes.
 *
 * @returns old and new names of what changed: browsers keep these files for as long as their names stay
 */
function restyle(assets: string, rules: string): [string, string][] {
  const names = globSync('*.css', { cwd: assets });
  const common = names.filter((name) => name.startsWith('style.'));
  if (common.length !== 1)
    throw new Error(`One style sheet for all pages is expected, and there are: ${common.join(', ')}`);
  return names.flatMap((name) => {
    const file = path.join(assets, name);
    const css = readFileSync(file, 'utf8');
    const plain = withPlainListMargins(forStyleClasses(css));
    const changed = name === common[0] ? withLayerOrder(plain) + rules : plain;
    if (changed === css) return [];
    const hash = createHash('sha256').update(changed).digest('base64url').slice(0, 8);
    const to = name.replace(/\.[^.]+\.css$/, `.${hash}.css`);
    writeFileSync(file, changed);
    renameSync(file, path.join(assets, to));
    return [[name, to]];
  });
}
