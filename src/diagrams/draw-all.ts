/** Draws all diagrams of the content, and reports those that cannot be drawn. */
import type { Page } from '../curriculum/model/model.ts';
import { nearest } from '../curriculum/problems/nearest.ts';
import { problem, type Place, type Problem } from '../curriculum/problems/problems.ts';
import { isFault, type Drawing } from './draw.ts';
import { formulasInOtherForm } from './formulas.ts';
import { readDiagramSource, type DiagramSource } from '../markdown/diagram-source.ts';
import type { Studio } from './studio.ts';
import { lostWords } from './words.ts';

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
        const title = fence.attributes.title ?? source.title ?? 'without a title';
        // Line 1 of the source stands below the opening fence.
        const place = (line: number | undefined) => ({ ...fence.place, line: (fence.place.line ?? 0) + (line ?? 0) });
        const ignored = source.ignored.map(({ name, line }) =>
          problem('diagram-setting', place(line), { title, name }),
        );
        if (!isFault(result)) return [...ignored, ...hintsOn(result, source, fence.value, title, place)];
        const unknown = (result.unknownNodes ?? []).map(({ node, line, allowed }) =>
          problem('diagram-link', place(line), { title, node, near: nearest(node, allowed) }),
        );
        if (unknown.length > 0) return [...ignored, ...unknown];
        return [...ignored, problem('diagram-syntax', place(result.line), { title, reason: result.reason })];
      }),
  );
  return (await Promise.all(jobs)).flat();
}

/** What the author of a drawing should know of its words, formulas and colors. */
function hintsOn(
  drawing: Drawing,
  source: DiagramSource,
  written: string,
  title: string,
  place: (line: number | undefined) => Place,
): Problem[] {
  const lines = written.split('\n');
  const lineOf = (fits: (line: string) => boolean) => lines.findIndex(fits) + 1 || undefined;
  const words = lostWords(source, drawing).map((word) =>
    problem('diagram-words', place(lineOf((line) => line.includes(word))), { title, word }),
  );
  const formulas = formulasInOtherForm(source.mermaid).map(({ formula, command }) => {
    const [start = ''] = formula.split('\n');
    return problem('diagram-formula', place(lineOf((line) => line.includes(start))), { title, formula, command });
  });
  const isStyle = (line: string) => /^\s*(?:style|classDef|linkStyle|rect|box|Update\w+Style)\b|color\s*:/.test(line);
  const colors = (drawing.pairs ?? []).map(({ fill, color }) => {
    const line =
      lineOf((one) => isStyle(one) && one.includes(color)) ?? lineOf((one) => isStyle(one) && /fill|bg/i.test(one));
    return problem('diagram-colors', place(line ?? lineOf(isStyle)), { title, fill, color });
  });
  return [...words, ...formulas, ...colors];
}
