/** What the model knows of the page that a step has before it, and of the headings in it. */
import path from 'node:path';
import type { RootContent } from 'hast';
import type { VFile } from 'vfile';
import { inEachLanguage, type Curriculum, type Page, type Roadmap } from '../curriculum/model/model.ts';

/**
 * @param root absolute path of the folder that holds `content/`
 * @param pagesOf the pages of a language that a step is about, each with its file from there
 * @returns a function from a file to its page and the curriculum in the language it is written in; undefined where the
 * step has nothing to do
 */
export function pagesByFile<Any extends { file: string }>(
  root: string,
  roadmap: Roadmap,
  pagesOf: (curriculum: Curriculum) => Iterable<Any>,
): (file: VFile) => { page: Any; curriculum: Curriculum } | undefined {
  // The base language comes last, so that a page that is not translated is read in the language it is written in.
  const byFile = new Map(
    inEachLanguage(roadmap)
      .toReversed()
      .flatMap((curriculum) =>
        Array.from(pagesOf(curriculum), (page) => [path.join(root, page.file), { page, curriculum }] as const),
      ),
  );
  return (file) => byFile.get(path.resolve(file.path ?? ''));
}

/**
 * Anchors are given by a later step, in the order of the headings; the model has the same order.
 *
 * @param headings those of the page in the model
 * @returns a function that is handed the blocks of the page in order and answers with the heading each one is
 */
export function headingsInOrder(
  headings: Page['headings'],
): (node: RootContent) => Page['headings'][number] | undefined {
  const left = [...headings];
  return (node) => {
    const depth = node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1]) : NaN;
    const index = left.findIndex((one) => one.depth === depth);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
}
