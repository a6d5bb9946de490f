/** Makes nodes of a diagram links. */
import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { visitParents } from 'unist-util-visit-parents';
import type { DiagramLink } from '../markdown/diagram-source.ts';
import { labelOf, nodesOf } from './structure.ts';

/** A link whose node the diagram does not have, and the names that it has. */
export interface UnknownNode {
  node: string;
  line: number;
  allowed: string[];
}

/**
 * Wraps each node that a `click` line names in `<a href="%linkN%">`, N being the index of the link.
 *
 * @returns every link whose node does not exist
 */
export function linkNodes(svg: Element, links: readonly DiagramLink[]): UnknownNode[] {
  const nodes = links.length > 0 ? nodesOf(svg) : new Map<string, Element>();
  const unknown: UnknownNode[] = [];
  for (const [index, { node: name, line }] of links.entries()) {
    const node = nodes.get(name) ?? [...nodes.values()].find((one) => labelOf(one) === name);
    if (node) for (const part of partsOf(svg, node)) wrap(svg, part, `%link${index}%`);
    else unknown.push({ node: name, line, allowed: [...nodes.keys(), ...[...nodes.values()].map(labelOf)] });
  }
  return unknown;
}

/** The label of a bar of a Gantt chart stands elsewhere than the bar. */
function partsOf(svg: Element, node: Element): Element[] {
  if (node.tagName !== 'text') return [node];
  const bar = String(node.properties.id).replace(/-text$/, '');
  return [...selectAll('rect', svg).filter(({ properties }) => properties.id === bar), node];
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
