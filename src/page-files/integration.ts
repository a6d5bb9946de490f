/** Gives pages few files to load: one script, one or two style sheets, and classes in the place of style attributes. */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { kept } from '../build-cache/build-cache.ts';
import type { Roadmap } from '../curriculum/model/model.ts';
import { htmlFields } from '../questions/asked.ts';
import { withoutHeadingIcons } from './heading-icons.ts';
import { noteFacades, oneScript, shortPreload, withoutFacades, type Facades } from './one-script.ts';
import { withPlainCode } from './plain-code.ts';
import { classOf, styleRules, withStyleClasses, withStyleClassesIn, type StyleClasses } from './style-classes.ts';
import { writePageStyles } from './write-page-styles.ts';

/** Must run before the policy and the list of files for reading offline are made. */
export function pageFiles(curriculum: Roadmap): AstroIntegration {
  const { base } = curriculum.site;
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
          const { styled, styles } = kept('styled-pages', [html], () => {
            const own: StyleClasses = new Map();
            return { styled: withStyleClasses(withPlainCode(withoutHeadingIcons(html)), own), styles: [...own.keys()] };
          });
          for (const style of styles) classOf(style, classes);
          writeFileSync(page, styled);
        }
        // Code of questions has the colors of pages, and is put into them by a script.
        for (const file of globSync('**/questions/*.json', { cwd: root }).map((name) => path.join(root, name)))
          writeFileSync(file, withStyleClassesIn(readFileSync(file, 'utf8'), htmlFields, classes));
        for (const name of facades.keys()) rmSync(path.join(assets, name));
        const sheets = writePageStyles(root, pages, styleRules(classes), curriculum);
        logger.info(`${classes.size} style attributes are classes, ${sheets} style sheets`);
      },
    },
  };
}
