import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Tables with as many columns may be wider than the text, and then scroll. */
const manyColumns = 4;

/**
 * Makes tables work for everyone: an empty header cell becomes a plain one, because a header without words says
 * nothing to a screen reader, and a wide table can be reached and scrolled by keyboard.
 *
 * `<table><tr><th></th>…` → `<table tabindex="0"><tr><td></td>…`
 */
export function rehypeTable() {
  return (tree: Root) => {
    visit(tree, { type: 'element', tagName: 'table' }, (table: Element) => {
      const first = select('tr', table);
      if (first && selectAll('th, td', first).length >= manyColumns) table.properties.tabIndex = 0;
      for (const cell of selectAll('th', table)) if (toString(cell).trim() === '') cell.tagName = 'td';
    });
  };
}
