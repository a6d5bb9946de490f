import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';
import { formOf, rehypeTable } from './rehype-table.ts';

function table(html: string): Element {
  const tree: Root = fromHtml(html, { fragment: true });
  rehypeTable()(tree);
  return select('table', tree)!;
}

test('a table of few short words stays as it is on a phone', () => {
  expect(
    formOf([
      ['Type', 'Size', 'Range'],
      ['byte', '1 byte', '−128 to 127'],
    ]),
  ).toBe('fits');
});

test('a table of sentences becomes cards, with the words of its headers and the roles of a table', () => {
  const long = 'Serializable, and the client has to try again when it fails';
  const made = table(
    `<table><thead><tr><th>Level</th><th>Sees</th><th>Costs</th></tr></thead><tbody><tr><td>a</td><td>${long}</td><td>${long}</td></tr></tbody></table>`,
  );
  expect(made.properties.className).toEqual(['cards']);
  expect(selectAll('tbody td', made).map((cell) => cell.properties.dataLabel)).toEqual([undefined, 'Sees', 'Costs']);
  expect(selectAll('[role]', made).map((one) => one.properties.role)).toEqual([
    'table',
    'rowgroup',
    'row',
    'columnheader',
    'columnheader',
    'columnheader',
    'rowgroup',
    'row',
    'cell',
    'cell',
    'cell',
  ]);
});

test('a wide table of marks and numbers scrolls beside its first column, by keyboard too', () => {
  const made = table(
    '<table><tr><th>Permission to do it</th><th>CUSTOMER</th><th>CLERK</th><th>ADMINISTRATOR</th></tr><tr><td>orders:refund:all</td><td>no</td><td>yes</td><td>yes</td></tr></table>',
  );
  expect(made.properties).toMatchObject({ className: ['frozen'], tabIndex: 0 });
});

test('where the corner is empty, the first cell of a row is its header', () => {
  const made = table('<table><tr><th></th><th>Redis</th></tr><tr><td>Data</td><td>types</td></tr></table>');
  expect(selectAll('tr:first-child > *', made).map((cell) => cell.tagName)).toEqual(['td', 'th']);
  expect(select('tr:last-child > th', made)!.properties.scope).toBe('row');
});
