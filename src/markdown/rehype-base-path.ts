import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { address } from '../site/address.ts';

const names = ['href', 'src'];
const isPath = (value: unknown): value is string => typeof value === 'string' && /^\/(?!\/)/.test(value);

/**
 * Puts the base path before links and images that start at the root of the site.
 *
 * `[caching](/phases/caching/)` → `<a href="/roadmap/phases/caching/">` under the base `/roadmap`
 */
export function rehypeBasePath({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, 'element', ({ properties }) => {
      for (const name of names) {
        const value = properties[name];
        if (isPath(value)) properties[name] = address(value, base);
      }
    });
    // Tags and components that are written into an MDX page.
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      for (const attribute of (node as unknown as { attributes: { name?: string; value?: unknown }[] }).attributes)
        if (names.includes(attribute.name ?? '') && isPath(attribute.value))
          attribute.value = address(attribute.value, base);
    });
  };
}
