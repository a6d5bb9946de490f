import type { Root } from 'hast';
import type { Root as Page } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attributeValue, readCode, type PageAttribute } from '../curriculum/markup/page-code.ts';
import type { Project } from '../site/project.ts';
import { addressAttributes, changeAddresses, changeHtmlAddresses } from '../markdown/html-addresses.ts';

/** Names of properties that hold addresses, as a tree of HTML has them. */
const properties = [...addressAttributes].map((name) => [name, name === 'srcset' ? 'srcSet' : name] as const);

/**
 * Puts the base path before links and images that start at the root of the site, and on a translated page the language
 * before links to pages: in Markdown, in HTML in it, and in elements and components of MDX.
 *
 * `[caching](/phases/caching/)` → `<a href="/roadmap/phases/caching/">` under the base `/roadmap`
 *
 * @param options.addressOf address of a path from the root of the site in a language, by its folder
 */
export function rehypeBasePath({ addressOf, languageOf }: Pick<Project, 'addressOf' | 'languageOf'>) {
  return (tree: Root, file: Pick<VFile, 'path'> & Partial<Pick<VFile, 'data'>>) => {
    const { folder } = languageOf(file.path);
    const moved = (address: string) => (/^\/(?!\/)/.test(address) ? addressOf(address, folder) : address);
    visit(tree, 'element', ({ properties: own }) => {
      for (const [name, property] of properties) {
        const value = own[property];
        if (typeof value === 'string') own[property] = changeAddresses(name, value, moved);
      }
    });
    visit(tree, 'raw', (node) => {
      const html = node as unknown as { value: string };
      html.value = changeHtmlAddresses(html.value, moved);
    });
    // Tags and components that are written into an MDX page.
    const names = readCode(tree as Page, '', file.data?.astro?.frontmatter ?? {}, file.path, []);
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      for (const attribute of (node as unknown as { attributes: PageAttribute[] }).attributes) {
        const name = attribute.type === 'mdxJsxAttribute' ? attribute.name.toLowerCase() : '';
        const value = addressAttributes.has(name) ? attributeValue(attribute.value, names) : undefined;
        // The address of an imported picture has it already.
        if (typeof value === 'string' && value !== '') attribute.value = changeAddresses(name, value, moved);
      }
    });
  };
}
