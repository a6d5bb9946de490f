import path from 'node:path';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import type { Roadmap } from '../curriculum/model/model.ts';

/**
 * Gives headings of a translated page the anchors of its base page, so that links hold in every language.
 *
 * `## الغلوتين` in `content/docs/ar/phases/flour.mdx` → `<h2 id="gluten">`
 *
 * @param options.root absolute path of the folder that holds `content/`
 */
export function rehypeBaseAnchors({ root, curriculum }: { root: string; curriculum: Roadmap }) {
  const translated = curriculum.translations.flatMap(({ pages }) =>
    [...pages.values()].map((page) => [path.join(root, page.file), page.headings] as const),
  );
  const headingsOf = new Map(translated);
  for (const page of curriculum.pages.values()) headingsOf.delete(path.join(root, page.file));
  return (tree: Root, file: VFile) => {
    const headings = headingsOf.get(path.resolve(file.path ?? ''));
    if (!headings) return;
    let next = 0;
    for (const node of tree.children)
      if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) node.properties.id = headings[next++]?.id;
  };
}
