/** Gives pages and components the curriculum, sets up the pages that are made from it, and follows the content. */
import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packIds } from '../curriculum/names/ids.ts';
import { inEachLanguage, type Curriculum, type Roadmap } from '../curriculum/model/model.ts';
import type { SiteSettings } from '../curriculum/schema/schema.ts';
import { exercisesFiles } from '../exercises/exercises-files.ts';
import { makeDecks } from '../decks/make-decks.ts';
import { pagesAsMarkdown } from '../machine-readable/page-markdown.ts';
import { roadmapData } from '../progress/roadmap-data.ts';
import { testedPages } from '../samples/tested-pages.ts';
import { shownSamples } from '../samples/shown.ts';
import { questionsFiles } from '../questions/questions-files.ts';
import { learningData } from '../ready-next/learning-file.ts';
import { reviewData } from '../review/review-file.ts';
import { publishedRuns } from '../run-here/published.ts';
import { redirectsFile, renamesOf } from '../renames/moved.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { followContent } from './follow-content.ts';
import { ownFiles } from '../curriculum/samples/sample-files.ts';
import { curriculumView } from '../site/curriculum-view.ts';
import { languageViews } from '../site/language-view.ts';
import { ownStylePlugin } from '../theme/own-style.ts';
import { statesView } from '../states/states-view.ts';
import { stemmerFile } from '../search/stemmers.ts';
import { keptPages, markdownKeeper } from './kept-pages.ts';
import { checkOrder } from './order.ts';
import { termUses } from '../terms/term-uses.ts';
import { ownIcon, siteIcon } from '../site/site-icon.ts';
import type { Project } from '../site/project.ts';

/** Pages that are made from the model: address → file in `src/pages`. */
const routes = {
  '/robots.txt': 'robots.txt.ts',
  '/favicon.svg': 'favicon.svg.ts',
  '/favicon.ico': 'favicon.ico.ts',
  '/apple-touch-icon.png': 'apple-touch-icon.png.ts',
  '/icon-[size].png': 'icon-[size].png.ts',
  '/manifest.webmanifest': 'manifest.webmanifest.ts',
  '/map': 'map.astro',
  '/map.css': 'map.css.ts',
  '/glossary': 'glossary.astro',
  '/messages': 'messages.astro',
  '/glossary/terms.json': 'glossary-terms.json.ts',
  '/questions': 'questions.astro',
  '/404': '404.astro',
  '/search': 'search/index.astro',
  '/offline': 'offline.astro',
  '/progress': 'progress/index.astro',
  '/progress/data.json': 'progress/data.json.ts',
  '/progress.schema.json': 'progress.schema.json.ts',
  '/offline/unsaved': 'unsaved.astro',
  '/strings.json': 'strings.json.ts',
  '/tracks': 'tracks/index.astro',
  '/tracks/[track]': 'tracks/[track].astro',
  '/tracks/[track].json': 'tracks/[track].json.ts',
  '/curriculum.json': 'curriculum.json.ts',
  '/curriculum.schema.json': 'curriculum.schema.json.ts',
  '/ids.json': 'ids.json.ts',
  '/ids.schema.json': 'ids.schema.json.ts',
  '/learning.json': 'learning.json.ts',
  '/questions/[lesson].json': 'questions.json.ts',
  '/exercises': 'exercises.astro',
  '/exercises/[lesson].json': 'exercises.json.ts',
  '/plan': 'plan.astro',
  '/review': 'review/index.astro',
  '/review/data.json': 'review/data.json.ts',
  '/anki/[deck].apkg': 'anki/[deck].apkg.ts',
  '/anki/[deck].csv': 'anki/[deck].csv.ts',
  '/llms.txt': 'llms.txt.ts',
  '/changes.xml': 'changes.xml.ts',
  '/make-it-yours/[...page]': 'make-it-yours/[...page].astro',
  '/[...page].md': '[...page].md.ts',
  '/http/[model].json': 'http-model.json.ts',
  '/run-words.json': 'run-words.json.ts',
  '/runs/[samples].json': 'runs.json.ts',
  '/runtimes/[...file]': 'runtimes/[...file].ts',
  '/samples/[...file].txt': 'samples/[...file].txt.ts',
  '/samples/[slug].zip': 'samples/[slug].zip.ts',
};
/** Pages of the running example, below the address that the content gives it. */
const routesOfStates = { '': 'index.astro', '/[state]': '[state].astro', '/[state].zip': '[state].zip.ts' };
/** Those of them that there are in every language. */
const inLanguages = new Set<string>([
  '/map',
  '/glossary',
  '/messages',
  '/glossary/terms.json',
  '/questions',
  '/404',
  '/search',
  '/offline',
  '/progress',
  '/progress/data.json',
  '/offline/unsaved',
  '/strings.json',
  '/run-words.json',
  '/learning.json',
  '/questions/[lesson].json',
  '/exercises',
  '/exercises/[lesson].json',
  '/plan',
  '/review',
  '/review/data.json',
  '/anki/[deck].apkg',
  '/anki/[deck].csv',
  '/tracks',
  '/tracks/[track]',
  '/tracks/[track].json',
  '/make-it-yours/[...page]',
]);
const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
const here = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/**
 * @param project the opened content
 */
export function roadmap(project: Project): AstroIntegration {
  const { curriculum, root, publicFolder, samples, hasHistory } = project;
  const pages = inEachLanguage(curriculum).flatMap((one) => [...one.pages.values()]);
  const shown = [...new Set(pages.flatMap(shownSamples))];
  const folders = [...new Set(shown.map((file) => file.split('/')[0]!))];
  const languages = curriculum.translations.map((one) => one.language.folder);
  const renames = Object.fromEntries(
    inEachLanguage(curriculum).map((one) => [one.language.folder, renamesOf(curriculum, one)]),
  );
  const learning = Object.fromEntries(
    inEachLanguage(curriculum).map((one) => [one.language.folder, learningData(curriculum, one)]),
  );
  const reviews = Object.fromEntries(inEachLanguage(curriculum).map((one) => [one.language.folder, reviewData(one)]));
  const absolute = (to: string) => new URL(address(to, curriculum.site.base), curriculum.site.url).href;
  return {
    name: 'roadmap',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, addMiddleware, injectRoute, injectScript, logger }) => {
        if (command === 'build' && !hasHistory)
          logger.warn(
            'This is a shallow clone, so pages are without the date of their last change. `git fetch --unshallow` brings the dates.',
          );
        // Here and not in a component, so that a site without it has nothing of it.
        if (curriculum.site.progress)
          injectScript('page', `import ${JSON.stringify(here('progress/reader-progress-element.ts'))};`);
        addMiddleware({ order: 'post', entrypoint: here('theme/system-theme-middleware.ts') });
        for (const [pattern, file] of Object.entries(routes))
          for (const language of inLanguages.has(pattern) ? ['', ...languages] : [''])
            if (isWanted(pattern, curriculum, folders) && !isFile(path.join(publicFolder, pattern)))
              injectRoute({
                pattern: language ? `/${language}${pattern}` : pattern,
                entrypoint: here(`pages/${file}`),
                prerender: true,
              });
        if (curriculum.states)
          for (const [pattern, file] of Object.entries(routesOfStates))
            for (const language of file.endsWith('.astro') ? ['', ...languages] : [''])
              injectRoute({
                pattern: inLanguage(`/${curriculum.states.folder}${pattern}`, language),
                entrypoint: here(`pages/states/${file}`),
                prerender: true,
              });
        for (const language of ['', ...languages])
          for (const { from } of renames[language]!.pages)
            injectRoute({
              pattern: inLanguage(from, language).replace(/\/$/, ''),
              entrypoint: here('pages/moved.astro'),
              prerender: true,
            });
        injectScript('page-ssr', `import 'virtual:accent.css';`);
        updateConfig({
          vite: {
            resolve: { alias: { '@components': here('components/index.ts') } },
            define: { 'import.meta.env.READER_PROGRESS': String(curriculum.site.progress) },
            plugins: [
              keptPages(project),
              ownStylePlugin(root),
              dataModule('virtual:languages', () => languageViews(curriculum, testedPages(samples))),
              dataModule('virtual:curriculum', () => curriculumView(curriculum, testedPages(samples))),
              dataModule('virtual:progress', () => roadmapData(curriculum)),
              dataModule('virtual:site-icon', () => ownIcon(publicFolder) ?? siteIcon(curriculum.site)),
              virtualModule('virtual:accent.css', () => accentStyles(curriculum.site)),
              dataModule('virtual:ids', () => packIds(curriculum.ids)),
              dataModule('virtual:learning', () => learning),
              dataModule('virtual:questions', () => questionsFiles(project)),
              dataModule('virtual:exercises', () => exercisesFiles(curriculum)),
              dataModule('virtual:decks', () => makeDecks(project)),
              dataModule('virtual:review', () => reviews),
              dataModule('virtual:renames', () => renames),
              virtualModule('virtual:stemmers', () => stemmerModule(inEachLanguage(curriculum))),
              dataModule('virtual:term-uses', () => termUses(root, curriculum)),
              dataModule('virtual:samples', () => ({
                folder: samples,
                slugs: folders.sort(),
                shown,
                own: ownFiles(samples).files,
              })),
              dataModule('virtual:http-models', () => Object.fromEntries(curriculum.httpModels)),
              dataModule('virtual:runs', () => publishedRuns(curriculum.runs)),
              dataModule('virtual:states', () => statesView(curriculum.states, samples)),
              dataModule('virtual:markdown-pages', () =>
                pagesAsMarkdown(root, curriculum, absolute, markdownKeeper(project)),
              ),
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        // Hosts that read this file lead on before a page is sent; a fork's own rules come first.
        const moved = languages.toSpliced(0, 0, '').flatMap((language) =>
          renames[language]!.pages.map(({ from, to }) => ({
            from: inLanguage(from, language),
            to: inLanguage(to, language),
          })),
        );
        if (moved.length > 0)
          appendFileSync(
            new URL('_redirects', dir),
            // The last of the fork’s own rules may end without a line end.
            `\n${redirectsFile(moved, (to) => address(to, curriculum.site.base))}`,
          );
        // Hosts that know one such page a folder look for `404.html`, and so does our worker.
        for (const language of languages) {
          const folder = path.join(fileURLToPath(dir), language);
          renameSync(path.join(folder, '404/index.html'), path.join(folder, '404.html'));
          rmSync(path.join(folder, '404'), { recursive: true });
        }
      },
      'astro:config:done': ({ config }) => checkOrder(config.integrations.map((one) => one.name)),
      'astro:server:setup': ({ server, logger }) => followContent(server, root, logger),
    },
  };
}

/** Pages of what a roadmap does not have are not made. */
function isWanted(
  pattern: string,
  { site, tracks, made, runs, httpModels }: Roadmap,
  samples: readonly string[],
): boolean {
  if (pattern.startsWith('/make-it-yours')) return made.has('make-it-yours');
  if (/^\/(?:ids\.|learning[./]|plan$|progress)/.test(pattern)) return site.progress;
  if (pattern.startsWith('/review')) return made.has('review');
  if (pattern.startsWith('/anki')) return made.has('questions');
  if (pattern.startsWith('/tracks')) return tracks.length > 0;
  if (pattern === '/run-words.json') return runs.folders.size > 0 || runs.others.length > 0 || httpModels.size > 0;
  if (pattern.startsWith('/http/')) return httpModels.size > 0;
  if (pattern.startsWith('/runs/')) return runs.folders.size > 0;
  if (pattern.startsWith('/runtimes/')) return runs.folders.size > 0 || runs.others.length > 0;
  if (pattern.startsWith('/exercises')) return made.has('exercises');
  if (pattern.startsWith('/samples')) return samples.length > 0;
  if (pattern === '/offline/unsaved') return site.offline;
  return (
    made.has(pattern.slice(1).replace(/\/\[.*/, '')) ||
    !['/glossary', '/messages', '/questions', '/questions/[lesson].json'].includes(pattern)
  );
}

/**
 * A Vite plugin for a module whose default export is plain data, made when it is first asked for. As a text, much data is
 * read in a part of the time and memory that it takes as code.
 */
const dataModule = (name: string, data: () => unknown) =>
  virtualModule(name, async () => `export default JSON.parse(${JSON.stringify(JSON.stringify(await data()))});`);

/** A module that loads the stemmer of each language that has one, by its tag. */
const stemmerModule = (languages: readonly Curriculum[]) => {
  const loaders = languages.flatMap(({ language: { tag } }) => {
    const file = stemmerFile(tag);
    if (!file) return [];
    const absolute = fileURLToPath(import.meta.resolve(`@orama/stemmers/${file}`));
    return [`${JSON.stringify(tag)}: () => import(${JSON.stringify(absolute)})`];
  });
  return `export default { ${loaders.join(', ')} };`;
};

/** A Vite plugin for a module that is no file. */
function virtualModule(name: string, text: () => string | Promise<string>) {
  return {
    name,
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: (id: string) => (id === `\0${name}` ? text() : undefined),
  };
}

/** The colors that the theme makes its accent of (src/theme/tokens.css). */
const accentStyles = ({ accent }: Pick<SiteSettings, 'accent'>) =>
  `:root{--accent-light:${accent.light};--accent-dark:${accent.dark}}`;
