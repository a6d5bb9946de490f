import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { inEachLanguage } from '../curriculum/model.ts';
import { pagePath } from '../curriculum/page-id.ts';
import type { Project } from '../site/project.ts';
import { renamesOf } from './moved.ts';

/**
 * Lets links to the former name of a section lead to it, and says at the end of a page which sections it no longer has.
 *
 * `<h2>Redis</h2>` → `<h2><span id="former-name"></span>Redis</h2>`
 */
export function rehypeFormerAnchors({
  root,
  curriculum,
  languageOf,
  addressOf,
}: Pick<Project, 'root' | 'curriculum' | 'languageOf' | 'addressOf'>) {
  // The base language comes last, so that a page that is not translated is read in the language it is written in.
  const byFile = new Map(
    inEachLanguage(curriculum)
      .toReversed()
      .flatMap((one) => {
        const { anchors } = renamesOf(curriculum, one);
        return [...one.pages.values()].flatMap((page) => {
          const former = anchors[pagePath(page.id)];
          return former ? [[path.join(root, page.file), { page, former, folder: one.language.folder }] as const] : [];
        });
      }),
  );

  return (tree: Root, file: VFile) => {
    const found = byFile.get(path.resolve(file.path ?? ''));
    if (!found) return;
    const { page, former, folder } = found;
    const taken = new Set(page.headings.map(({ id }) => id));
    const met = new Map<number, number>();
    for (const node of tree.children) {
      const depth = node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1]) : NaN;
      if (node.type !== 'element' || Number.isNaN(depth)) continue;
      // Anchors are given by a later step, in the order of the headings; the model has the same order.
      const index = met.get(depth) ?? 0;
      met.set(depth, index + 1);
      const heading = page.headings.filter((one) => one.depth === depth)[index];
      const names = (heading && former.here[heading.id]) ?? [];
      node.children.unshift(...names.filter((id) => !taken.has(id)).map((id) => element('span', { id }, [])));
    }
    const t = languageOf(file.path).t;
    const [before, after] = t.around('moved.section', 'section');
    for (const { id, title, path: to } of former.elsewhere.filter((one) => !taken.has(one.id)))
      tree.children.push(
        element('p', { id, dataPagefindIgnore: '' }, [
          text(before),
          element('a', { href: addressOf(to, folder) }, [text(title)]),
          text(after),
        ]),
      );
  };
}

const text = (value: string): ElementContent => ({ type: 'text', value });

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
