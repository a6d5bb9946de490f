import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * How a table is shown on a phone:
 * - `fits`: as it is, its words have room
 * - `cards`: each row a card, its cells below each other with the words of their headers
 * - `frozen`: it scrolls, and its first column stays
 */
export type TableForm = 'fits' | 'cards' | 'frozen';

/** Characters that stand side by side on a phone, and what a column needs beside its words. */
const roomOnPhone = 44;
const gap = 2;
/** More lines in one cell make a column of single words. */
const mostLines = 4;
/** Longest cell, in characters, of a table that is read across: marks, numbers, single words. */
const shortCell = 16;
/** Code that is longer than this may break in a cell. */
const longCode = 20;

/** @param cells texts of the rows, the header first; a no-break space holds together what never wraps */
export function formOf(cells: readonly (readonly string[])[]): TableForm {
  const [first = []] = cells;
  const columns = first.map((_, column) => cells.map((row) => row[column] ?? ''));
  const words = columns.map((column) => longest(column.flatMap((text) => text.split(/[ \n\t]+/))));
  const share = roomOnPhone / columns.length;
  const hasRoom = words.reduce((sum, word) => sum + Math.max(5, word) + gap, 0) <= roomOnPhone;
  if (hasRoom && longest(columns.flat()) <= share * mostLines) return 'fits';
  return longest(columns.slice(1).flat()) <= shortCell ? 'frozen' : 'cards';
}

const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));

/**
 * Makes tables work for everyone. A table that is too wide for a phone gets a form for it (src/theme/tables.css); roles
 * say what cards still are. An empty header cell becomes a plain one, because a header without words says nothing to a
 * screen reader, and the cells below it become the headers of their rows.
 *
 * `<table><thead><tr><th></th><th>Redis</th>…<tr><td>Data</td><td>types</td>` →
 * `<table class="cards" role="table">…<tr role="row"><th scope="row" role="rowheader">Data</th><td role="cell" data-label="Redis">types</td>`
 */
export function rehypeTable() {
  return (tree: Root) => {
    visit(tree, { type: 'element', tagName: 'table' }, (table: Element) => {
      const rows = selectAll('tr', table);
      const cellsOf = (row: Element) => selectAll('th, td', row);
      const [header, ...body] = rows;
      if (!header) return;
      const labels = cellsOf(header).map((cell) => toString(cell).trim());
      for (const cell of cellsOf(header)) if (toString(cell).trim() === '') cell.tagName = 'td';
      for (const row of labels[0] === '' ? body : []) {
        const [first] = cellsOf(row);
        if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row' } });
      }
      for (const code of selectAll('td code, th code', table))
        if (toString(code).length > longCode) code.properties.className = ['long'];

      const form = formOf(rows.map((row) => cellsOf(row).map(unbroken)));
      if (form === 'fits') return;
      table.properties.className = [form];
      if (form === 'frozen') {
        table.properties.tabIndex = 0;
        return;
      }
      table.properties.role = 'table';
      for (const group of selectAll('thead, tbody', table)) group.properties.role = 'rowgroup';
      for (const row of rows) {
        row.properties.role = 'row';
        cellsOf(row).forEach((cell, column) => {
          const isRowHeader = cell.properties.scope === 'row';
          cell.properties.role = cell.tagName === 'td' ? 'cell' : isRowHeader ? 'rowheader' : 'columnheader';
          if (row !== header && column > 0 && labels[column]) cell.properties.dataLabel = labels[column];
        });
      }
    });
  };
}

/** Text of a cell in which short code, which never wraps, is one word. */
function unbroken(cell: Element): string {
  const text = toString(cell).trim();
  return selectAll('code', cell)
    .map(toString)
    .filter((code) => code.length <= longCode)
    .reduce((all, code) => all.replace(code, code.replaceAll(' ', '\u00a0')), text);
}
