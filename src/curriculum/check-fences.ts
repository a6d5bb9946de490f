/** Checks the fences of a page: samples exist, typed code has a reason, diagrams have their words. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { readDiagramSource } from '../diagrams/source.ts';
import { excerptOf, regionNames, sampleReference } from '../samples/region.ts';
import { filesBelow, readText } from './content-files.ts';
import type { Page } from './model.ts';
import { nearest } from './nearest.ts';
import type { PageFence } from './page-source.ts';
import { problem, type Problem } from './problems.ts';
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
    else if (fence.attributes.sample !== undefined) checkSample(fence, samples, problems);
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

function checkSample(fence: PageFence, samples: string, problems: Problem[]): void {
  const { file: name, region } = sampleReference(fence.attributes.sample!);
  const absolute = path.resolve(samples, name);
  if (!absolute.startsWith(samples + path.sep)) {
    problems.push(problem('sample-outside', fence.place, { path: name }));
    return;
  }
  const real = realPath(absolute);
  if (real === undefined || !statSync(real).isFile()) {
    const near = nearest(name, filesBelow(path.join(samples, '../..'), 'content/samples', []));
    problems.push(problem('sample-missing', fence.place, { path: name, near }));
    return;
  }
  if (!real.startsWith(realpathSync(samples) + path.sep)) {
    problems.push(problem('sample-outside', fence.place, { path: name }));
    return;
  }
  if (!name.includes('/')) problems.push(problem('sample-folder', fence.place, { path: name }));
  const text = readText(path.join(samples, '../..'), `content/samples/${name}`, problems);
  if (text !== undefined && region !== undefined && !excerptOf(text, region))
    problems.push(problem('sample-region', fence.place, { path: name, region, allowed: regionNames(text) }));
}

/** Where a path leads when links are followed; undefined when it leads nowhere or in a circle. */
function realPath(absolute: string): string | undefined {
  try {
    return realpathSync(absolute);
  } catch {
    return undefined;
  }
}
