/** The table that psql prints. */

export interface Field {
  name: string;
  dataTypeID: number;
}

/** `\pset` */
export interface TableStyle {
  tuplesOnly: boolean;
  aligned: boolean;
  footer: boolean;
}

/** Type numbers of columns that psql sets to the right. */
const rightAligned = new Set([20, 21, 23, 26, 28, 700, 701, 790, 1700]);

/** @returns the lines, and which columns are numbers */
export function printTable(
  fields: readonly Field[],
  rows: readonly (string | null)[][],
  { tuplesOnly, aligned, footer }: TableStyle,
): [lines: string[], numbers: number[]] {
  const numbers = fields.flatMap((field, column) => (rightAligned.has(field.dataTypeID) ? [column] : []));
  const count = footer && !tuplesOnly ? [`(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`] : [];
  if (!aligned) {
    const lines = rows.map((row) => row.map((value) => value ?? '').join('|'));
    return [[...(tuplesOnly ? [] : [fields.map((field) => field.name).join('|')]), ...lines, ...count], numbers];
  }
  const cells = rows.map((row) => row.map((value) => (value ?? '').split('\n')));
  const widths = fields.map((field, column) =>
    cells.reduce((widest, row) => Math.max(widest, ...row[column]!.map(wide)), wide(field.name)),
  );
  const center = (text: string, width: number) => {
    const space = width - wide(text);
    return ' '.repeat(Math.floor(space / 2)) + text + ' '.repeat(Math.ceil(space / 2));
  };
  const head = [
    fields
      .map((field, column) => ` ${center(field.name, widths[column]!)} `)
      .join('|')
      .trimEnd(),
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
  ];
  const lines = tuplesOnly ? [] : head;
  for (const row of cells) {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    for (let at = 0; at < height; at += 1)
      lines.push(
        row
          .map((cell, column) => {
            const text = cell[at] ?? '';
            const space = ' '.repeat(widths[column]! - wide(text));
            const more = at < cell.length - 1 ? '+' : ' ';
            return ` ${numbers.includes(column) ? space + text : text + space}${more}`;
          })
          .join('|')
          .trimEnd(),
      );
  }
  return [[...lines, ...count, ''], numbers];
}

const wide = (text: string) => [...text].length;
