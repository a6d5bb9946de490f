/** Checks the fences of a page: samples exist, typed code has a reason, diagrams have their words. */
import { readDiagramSource } from '../diagrams/source.ts';
import type { Page } from './model.ts';
import type { PageFence } from './page-source.ts';
import { problem, type Problem } from './problems.ts';
import { readSample } from './read-sample.ts';
import { isReference, resolveReference, type ReferenceTarget } from './reference.ts';

/** Languages of code that can be run or validated, and so should come from a sample. */
const plain = new Set(['', 'text', 'txt', 'mdx', 'md']);

/**
 * @param samples absolute path of `content/samples`
 * @param lessons what a link in a diagram may name
 */
export function checkFences(
  page: Page,
  samples: string,
  lessons: ReadonlyMap<string, ReferenceTarget>,
  problems: Problem[],
): void {
  for (const fence of page.fences) {
    if (fence.language === 'mermaid') checkDiagram(fence, lessons, problems);
    else if (fence.attributes.sample !== undefined) readSample(fence.attributes.sample, samples, fence.place, problems);
    else if (fence.attributes.reason === undefined && !plain.has(fence.language)) {
      problems.push(problem('code-reason', fence.place, { language: fence.language }));
    }
  }
}

function checkDiagram(fence: PageFence, lessons: ReadonlyMap<string, ReferenceTarget>, problems: Problem[]): void {
  const { title, description, links } = readDiagramSource(fence.value);
  const name = fence.attributes.title ?? title ?? 'without a title';
  if (!title) problems.push(problem('diagram-name', fence.place, { title: name, field: 'accTitle' }));
  if (!description) problems.push(problem('diagram-name', fence.place, { title: name, field: 'accDescr' }));
  if (!fence.attributes.caption) problems.push(problem('diagram-caption', fence.place, { title: name }));
  for (const { target, line } of links) {
    // Paths are checked with the other links of the page.
    if (/^(?:\/|https:)/.test(target)) continue;
    const result = resolveReference(target, lessons);
    if (isReference(result)) continue;
    const place = { ...fence.place, line: (fence.place.line ?? 0) + line };
    problems.push(problem('diagram-target', place, { title: name, target, near: result.near }));
  }
}
