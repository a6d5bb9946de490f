/** The part of Pagefind’s browser interface that search uses (https://pagefind.app/docs/api/). */
import type { FilterCounts } from './ranking-data.ts';

export interface PagefindPage {
  url: string;
  meta: Record<string, string>;
  /** The text with `<` and `>` escaped. */
  raw_content?: string;
  /** Headings with the position of their first word. */
  anchors?: { element: string; id: string; text?: string; location: number }[];
}

export interface Pagefind {
  init(): Promise<void>;
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<FilterCounts>;
  preload(query: string): Promise<void>;
  search(
    query: string | null,
    options?: { filters?: Record<string, string> },
  ): Promise<{
    results: { id: string; score: number; data(): Promise<PagefindPage> }[];
    filters: FilterCounts;
  }>;
}

/** Stands in the address of the entry file, so that a copy of the site can answer for it. */
export const metaCacheTag = 'static';

let loaded: Promise<Pagefind> | undefined;
let failures = 0;

/**
 * Loads Pagefind once; after a failure the next call tries again.
 *
 * @param bundle address of the folder `pagefind/`, with a slash at the end
 */
export function loadPagefind(bundle: string): Promise<Pagefind> {
  loaded ??= (async () => {
    // Browsers may keep a script that failed as failed; under another address it is asked for again.
    const again = failures > 0 ? `?again=${failures}` : '';
    // It searches in a worker, so that no letter waits for it.
    const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js${again}`)) as Pagefind;
    await pagefind.options({
      bundlePath: bundle,
      // Addresses in the index have the base path already.
      baseUrl: '/',
      // Excerpts are cut from the whole text (excerpt.ts).
      excerptLength: 1,
      ranking: { termFrequency: 0.6, pageLength: 0.4, metaWeights: { title: 2 } },
      metaCacheTag,
    });
    await pagefind.init();
    return pagefind;
  })();
  loaded.catch(() => {
    failures += 1;
    loaded = undefined;
  });
  return loaded;
}
