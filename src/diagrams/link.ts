/** Makes nodes of a diagram links. */
import type { Element } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { DiagramLink } from './source.ts';
import { labelOf, nodesOf } from './structure.ts';

/**
 * Wraps each node that a `click` line names in `<a href="%linkN%">`, N being the index of the link.
 *
 * @returns the first link whose node does not exist, with the names that do
 */
export function linkNodes(
  svg: Element,
  links: readonly DiagramLink[],
): { node: string; line: number; allowed: string[] } | undefined {
  const nodes = nodesOf(svg);
  for (const [index, link] of links.entries()) {
    const node = nodes.get(link.node) ?? [...nodes.values()].find((one) => labelOf(one) === link.node);
    if (!node)
      return { node: link.node, line: link.line, allowed: [...nodes.keys(), ...[...nodes.values()].map(labelOf)] };
    wrap(svg, node, `%link${index}%`);
  }
  return undefined;
}

function wrap(svg: Element, node: Element, href: string): void {
  visitParents(svg, node, (found, ancestors) => {
    const parent = ancestors.at(-1) as Element;
    parent.children[parent.children.indexOf(found as Element)] = {
      type: 'element',
      tagName: 'a',
      properties: { href },
      children: [found as Element],
    };
    return false;
  });
}
