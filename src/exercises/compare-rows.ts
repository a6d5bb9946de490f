/** Compares the rows that a query gave with those that an exercise expects. */
import type { ResultTable } from '../runtimes/runtime.ts';

export type Row = readonly (string | null)[];

/** What is wrong with a result; the first that is wrong in this order. */
export type RowsFault =
  | { kind: 'columns'; wanted: number; got: number }
  /** Names from the first column on; only given where they must be these. */
  | { kind: 'names'; wanted: readonly string[]; got: readonly string[] }
  | { kind: 'rows'; missing: Row[]; extra: Row[] }
  | { kind: 'order' };

export interface WantedRows {
  columns?: readonly string[] | undefined;
  rows: readonly Row[];
  /** Whether they must come in this order. */
  ordered: boolean;
}

/**
 * @returns nothing where the table is right. A number is the same however many zeros stand behind its point; a row that
 * comes twice counts twice
 */
export function compareRows({ columns, rows, ordered }: WantedRows, table: ResultTable): RowsFault | undefined {
  const width = columns?.length ?? rows[0]?.length;
  if (width !== undefined && width !== table.columns.length)
    return { kind: 'columns', wanted: width, got: table.columns.length };
  const isName = (name: string, index: number) => name.toLowerCase() === table.columns[index]!.toLowerCase();
  if (columns && !columns.every(isName)) return { kind: 'names', wanted: columns, got: table.columns };
  const left = new Map<string, number>();
  for (const row of rows) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  const extra = table.rows.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), count - 1);
    return count <= 0;
  });
  const missing = rows.filter((row) => {
    const count = left.get(keyOf(row))!;
    left.set(keyOf(row), count - 1);
    return count > 0;
  });
  if (missing.length > 0 || extra.length > 0) return { kind: 'rows', missing, extra };
  const inOrder = rows.every((row, index) => keyOf(row) === keyOf(table.rows[index]!));
  return ordered && !inOrder ? { kind: 'order' } : undefined;
}

const keyOf = (row: Row) => JSON.stringify(row.map((value) => (value === null ? null : plain(value))));

/** A number without zeros at its end, other texts without blanks at theirs. */
const plain = (value: string) =>
  /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '').replace(/^-0$/, '0') : value.trimEnd();
