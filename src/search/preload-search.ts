/** Puts the parts of the search on their way side by side; Pagefind itself asks for one after the other. */

/**
 * @param bundle address of `pagefind/`, with a slash at the end
 * @param root first page of the language, with a slash at the end
 * @param words name of the part that reads the language (stemmed-languages.ts)
 */
export function preloadSearch(bundle: string, root: string, words: string): void {
  preload('preload', `${root}strings.json`);
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
