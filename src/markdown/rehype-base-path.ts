import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { address } from '../site/address.ts';

/**
 * Puts the base path before links and images that start at the root of the site.
 *
 * `[caching](/phases/caching/)` → `<a href="/roadmap/phases/caching/">` under the base `/roadmap`
 */
export function rehypeBasePath({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, 'element', ({ properties }) => {
      for (const name of ['href', 'src']) {
        const value = properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) properties[name] = address(value, base);
      }
    });
  };
}
