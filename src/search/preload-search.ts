/** Puts the parts of the search on their way side by side; Pagefind itself asks for one after the other. */

/**
 * @param bundle address of `pagefind/`, with a slash at the end
 * @param root first page of the language, with a slash at the end
 * @param words name of the part that reads the language (stemmed-languages.ts)
 */
export function preloadSearch(bundle: string, root: string, words: string): void {
  const parts = [
    ['preload', `${root}strings.json`],
    ['modulepreload', `${bundle}pagefind.js`],
    // The tag is the one of pagefind-api.ts, which is loaded later.
    ['preload', `${bundle}pagefind-entry.json?ts=static`],
    ['preload', `${bundle}wasm.${words}.pagefind`],
  ] as const;
  for (const [rel, file] of parts) {
    const link = document.createElement('link');
    link.rel = rel;
    if (rel === 'preload') {
      link.as = 'fetch';
      link.crossOrigin = 'anonymous';
    }
    link.href = file;
    document.head.append(link);
  }
}
