import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Project } from '../site/project.ts';

const names = ['href', 'src'];
const isPath = (value: unknown): value is string => typeof value === 'string' && /^\/(?!\/)/.test(value);

/**
 * Puts the base path before links and images that start at the root of the site, and on a translated page the language
 * before links to pages.
 *
 * `[caching](/phases/caching/)` → `<a href="/roadmap/phases/caching/">` under the base `/roadmap`
 *
 * @param options.addressOf address of a path from the root of the site in a language, by its folder
 */
export function rehypeBasePath({ addressOf, languageOf }: Pick<Project, 'addressOf' | 'languageOf'>) {
  return (tree: Root, file: Pick<VFile, 'path'>) => {
    const { folder } = languageOf(file.path);
    visit(tree, 'element', ({ properties }) => {
      for (const name of names) {
        const value = properties[name];
        if (isPath(value)) properties[name] = addressOf(value, folder);
      }
    });
    // Tags and components that are written into an MDX page.
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      for (const attribute of (node as unknown as { attributes: { name?: string; value?: unknown }[] }).attributes)
        if (names.includes(attribute.name ?? '') && isPath(attribute.value))
          attribute.value = addressOf(attribute.value, folder);
    });
  };
}
