/**
 * Bundles the scripts that any page may need into one file: side by side, small files compress badly and cost a request
 * each, and in the page they are sent again with every page.
 */
import path from 'node:path';
import type { Plugin } from 'vite';

/** Scripts of components and of all pages, which Astro makes entries of. */
const scripts = /(?:\.astro\?astro&type=script|^astro:scripts\/page\.js$)/;
/** What only some pages have: parts that authors put in, and pages with a script of their own. */
const ofSomePages = /\/(?:user-components|src\/pages|src\/ready-next)\//;

/** Tells Rolldown to put the scripts of the frame of a page, with all they import, into one file. */
export const oneScript = {
  groups: [{ name: 'page', test: (id: string) => scripts.test(id) && !ofSomePages.test(id) }],
};

/**
 * Files that are fetched beside one that is loaded on demand: those of the search, where each turn of a slow line is felt.
 * The names of all others would be sent with every page.
 */
const partsAhead = (file: string, parts: string[]): string[] =>
  path.posix.basename(file).startsWith('search-') ? parts : [];

/** Files that do nothing but load another one → that other one; names without folder. */
export type Facades = Map<string, string>;

/** Vite plugin that notes which entries were emptied into the common file. */
export function noteFacades(facades: Facades): Plugin {
  return {
    name: 'note-facades',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && chunk.isEntry && /^\s*import\s*["'][^"']+["'];?\s*$/.test(chunk.code))
            facades.set(path.posix.basename(chunk.fileName), path.posix.basename(chunk.imports[0]!));
      },
    },
  };
}

/**
 * Lets a page load the common file itself, once.
 *
 * `<script src="/_astro/Search.1.js">…<script src="/_astro/Toc.2.js">` → `<script src="/_astro/page.3.js">`
 */
export function withoutFacades(html: string, facades: Facades): string {
  const loaded = new Set<string>();
  return html.replace(
    /<script type="module" src="([^"]*\/)([^"/]+)"><\/script>/g,
    (tag, folder: string, name: string) => {
      const file = facades.get(name) ?? name;
      if (loaded.has(file)) return '';
      loaded.add(file);
      return file === name ? tag : `<script type="module" src="${folder}${file}"></script>`;
    },
  );
}

/**
 * Vite plugin for a shorter form of the function that Vite puts around `import()`. Vite’s own (1.7 KB) also waits for
 * style sheets and reports what failed to load ahead; here, all there is to load ahead are scripts, which may fail.
 */
export function shortPreload(base: string): Plugin {
  return {
    name: 'short-preload',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    configEnvironment: (name) =>
      name === 'client'
        ? { build: { modulePreload: { polyfill: false, resolveDependencies: partsAhead } } }
        : undefined,
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => `export const __vitePreload = (load, files = []) => {
        for (const file of files)
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
        return load();
      };`,
    },
  };
}
