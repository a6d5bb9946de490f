import type { Page } from '../curriculum/model.ts';

/** Sample files that a page shows, each once, by their path below `content/samples`. */
export function shownSamples(page: Pick<Page, 'fences'>): string[] {
  const files = page.fences.flatMap(({ attributes }) => (attributes.sample ? [attributes.sample.split('#')[0]!] : []));
  return [...new Set(files)];
}
