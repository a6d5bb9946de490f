import type { Page } from '../curriculum/model/model.ts';
import { sampleReference } from '../markdown/sample-region.ts';

/** Sample files that a page shows, each once, by their path below `content/samples`. */
export function shownSamples(page: Pick<Page, 'fences'>): string[] {
  const files = page.fences.flatMap(({ attributes }) =>
    attributes.sample ? [sampleReference(attributes.sample).file] : [],
  );
  return [...new Set(files)];
}
