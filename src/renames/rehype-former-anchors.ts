import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { inEachLanguage } from '../curriculum/model/model.ts';
import { pagePath } from '../curriculum/names/page-id.ts';
import { element, text } from '../markdown/hast.ts';
import { headingsInOrder, pagesByFile } from '../page-steps/page-of-file.ts';
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
  const pageOf = pagesByFile(root, curriculum, ({ pages }) => pages.values());
  const formerOf = new Map(inEachLanguage(curriculum).map((one) => [one, renamesOf(curriculum, one).anchors]));

  return (tree: Root, file: VFile) => {
    const found = pageOf(file);
    const former = found && formerOf.get(found.curriculum)![pagePath(found.page.id)];
    if (!former) return;
    const { headings } = found.page;
    const { folder } = found.curriculum.language;
    const taken = new Set(headings.map(({ id }) => id));
    const headingOf = headingsInOrder(headings);
    for (const node of tree.children) {
      const names = former.here[headingOf(node)?.id ?? ''] ?? [];
      if (node.type === 'element')
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
