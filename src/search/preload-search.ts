/** Puts the parts of the search on their way side by side; each part itself would ask for the next one late. */

/**
 * The parts that the first answer needs.
 *
 * @param root first page of the language, with a slash at the end
 */
export function preloadSearch(root: string): void {
  preload('preload', `${root}strings.json`);
  preload('preload', `${root}search/ranking.json`);
}

let isPreloaded = false;

/**
 * The parts that Pagefind needs, once.
 *
 * @param bundle address of `pagefind/`, with a slash at the end
 * @param words name of the part that reads the language (stemmed-languages.ts)
 */
export function preloadPagefind(bundle: string, words: string): void {
  if (isPreloaded) return;
  isPreloaded = true;
  preload('modulepreload', `${bundle}pagefind.js`);
  // The worker asks for these. It shares what the browser keeps, and not what a page has preloaded.
  for (const part of ['pagefind-worker.js', 'pagefind-entry.json?ts=static', `wasm.${words}.pagefind`])
    // The tag is the one of pagefind-api.ts, which is loaded later. Whatever fails is asked for again.
    fetch(`${bundle}${part}`).catch(() => {});
}

function preload(rel: 'preload' | 'modulepreload', file: string): void {
  const link = document.createElement('link');
  link.rel = rel;
  if (rel === 'preload') {
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
  }
  link.href = file;
  document.head.append(link);
}
