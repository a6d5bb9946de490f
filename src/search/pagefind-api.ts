/** The part of Pagefind’s browser interface that search uses (https://pagefind.app/docs/api/). */
export interface PagefindResult {
  url: string;
  title: string;
  excerpt: string;
}

export interface PagefindPage extends PagefindResult {
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sub_results: PagefindResult[];
}

export interface Pagefind {
  init(): Promise<void>;
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    query: string,
    options?: { filters?: Record<string, string> },
  ): Promise<{
    results: { id: string; score: number; data(): Promise<PagefindPage> }[];
    filters: Record<string, Record<string, number>>;
  }>;
}

let loaded: Promise<Pagefind> | undefined;

/**
 * Loads Pagefind once.
 *
 * @param bundle address of the folder `pagefind/`, with a slash at the end
 */
export function loadPagefind(bundle: string): Promise<Pagefind> {
  loaded ??= (async () => {
    const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
    await pagefind.options({
      bundlePath: bundle,
      baseUrl: bundle.replace(/pagefind\/$/, ''),
      excerptLength: 22,
      ranking: { termFrequency: 0.6 },
      metaCacheTag: 'static',
    });
    await pagefind.init();
    return pagefind;
  })();
  return loaded;
}
