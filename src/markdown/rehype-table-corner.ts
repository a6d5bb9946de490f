import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * Makes an empty header cell a plain one: a header without words says nothing to a screen reader.
 *
 * `<th></th>` → `<td></td>`
 */
export function rehypeTableCorner() {
  return (tree: Root) => {
    visit(tree, { type: 'element', tagName: 'th' }, (cell: Element) => {
      if (toString(cell).trim() === '') cell.tagName = 'td';
    });
  };
}
