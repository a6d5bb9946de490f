/** Draws all diagrams of the content, and reports those that cannot be drawn. */
import type { Page } from '../curriculum/model.ts';
import { nearest } from '../curriculum/nearest.ts';
import { problem, type Problem } from '../curriculum/problems.ts';
import { isFault } from './draw.ts';
import { readDiagramSource } from './source.ts';
import type { Studio } from './studio.ts';

/**
 * Draws every diagram of some pages, or takes it from the cache.
 *
 * @returns a problem for each that cannot be drawn, with its line
 * @throws NoBrowserError when one must be drawn and this machine has no browser
 */
export async function drawAll(studio: Studio, pages: Iterable<Pick<Page, 'fences'>>): Promise<Problem[]> {
  const jobs = [...pages].flatMap((page) =>
    page.fences
      .filter((fence) => fence.language === 'mermaid')
      .map(async (fence): Promise<Problem[]> => {
        const source = readDiagramSource(fence.value);
        const result = await studio.drawing(source);
        if (!isFault(result)) return [];
        const title = fence.attributes.title ?? source.title ?? 'without a title';
        // Line 1 of the source stands below the opening fence.
        const place = (line: number | undefined) => ({ ...fence.place, line: (fence.place.line ?? 0) + (line ?? 0) });
        const unknown = result.unknownNode;
        if (unknown)
          return [
            problem('diagram-link', place(unknown.line), {
              title,
              node: unknown.node,
              near: nearest(unknown.node, unknown.allowed),
            }),
          ];
        return [problem('diagram-syntax', place(result.line), { title, reason: result.reason })];
      }),
  );
  return (await Promise.all(jobs)).flat();
}
