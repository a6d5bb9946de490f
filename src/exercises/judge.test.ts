import { describe, expect, test } from 'vitest';
import type { ResultTable } from '../runtimes/runtime.ts';
import { judgeSql, judgeTests } from './judge.ts';
import { readOutcomes } from './tests-code.ts';

const table = (columns: string[], ...rows: (string | null)[][]): ResultTable => ({
  ...{ from: 0, to: 0, columns, rows, count: rows.length, numbers: [] },
});
const wanted = (rows: (string | null)[][], more: object = {}) => ({ rows, ordered: false, ...more });
const judge = (result: Parameters<typeof judgeSql>[0], ...tables: ResultTable[]) => judgeSql(result, { tables });

describe('rows', () => {
  test('are right in any order, unless an order is asked for', () => {
    const got = table(['id'], ['2'], ['1']);
    expect(judge(wanted([['1'], ['2']]), got)).toEqual({ kind: 'right' });
    expect(judge(wanted([['1'], ['2']], { ordered: true }), got)).toEqual({ kind: 'order' });
  });

  test('that are missing and that should not be there are named, each as often as it is one', () => {
    expect(judge(wanted([['1'], ['1'], ['3']]), table(['id'], ['1'], ['2'], ['2']))).toEqual({
      kind: 'rows',
      missing: [['1'], ['3']],
      extra: [['2'], ['2']],
    });
    expect(judge(wanted([]), table(['id'], ['1']))).toMatchObject({ kind: 'rows', missing: [], extra: [['1']] });
  });

  test('have the same numbers however many zeros stand behind the point, and NULL is no text', () => {
    expect(judge(wanted([['1.5', '2']]), table(['a', 'b'], ['1.50', '2.000']))).toEqual({ kind: 'right' });
    expect(judge(wanted([['10']]), table(['a'], ['1']))).toMatchObject({ kind: 'rows' });
    expect(judge(wanted([['']]), table(['a'], [null]))).toMatchObject({ kind: 'rows' });
  });

  test('have names where names are asked for, and as many columns', () => {
    expect(judge(wanted([['1']], { columns: ['Id'] }), table(['id'], ['1']))).toEqual({ kind: 'right' });
    expect(judge(wanted([['1']], { columns: ['id'] }), table(['count'], ['1']))).toMatchObject({ kind: 'names' });
    expect(judge(wanted([['1']]), table(['id', 'name'], ['1', 'a']))).toEqual({ kind: 'columns', wanted: 1, got: 2 });
  });

  test('are those of the last table, or of what is asked after the code', () => {
    expect(judge(wanted([['2']]), table(['id'], ['1']), table(['id'], ['2']))).toEqual({ kind: 'right' });
    const asking = wanted([['2']], { query: 'SELECT 2' });
    expect(judgeSql(asking, { tables: [table(['id'], ['1'])] }, { tables: [table(['id'], ['2'])] })).toEqual({
      kind: 'right',
    });
    expect(judgeSql(asking, { tables: [] }, {})).toEqual({ kind: 'no-table' });
    expect(judge(wanted([['2']]))).toEqual({ kind: 'no-table' });
  });
});

describe('an error', () => {
  const error = { message: 'no', code: '42601' };
  test('is wrong where rows are wanted, in the code or in what is asked after it', () => {
    expect(judgeSql(wanted([]), { error })).toEqual({ kind: 'error', error, asked: false });
    const asking = wanted([], { query: 'SELECT 1' });
    expect(judgeSql(asking, {}, { error })).toEqual({ kind: 'error', error, asked: true });
    expect(judgeSql(asking, { error })).toEqual({ kind: 'error', error, asked: false });
  });

  test('is right where it is wanted, and no other is', () => {
    const code = { ordered: false, error: '42601' };
    expect(judgeSql(code, { error })).toEqual({ kind: 'right' });
    expect(judgeSql(code, {})).toEqual({ kind: 'no-error', wanted: '42601' });
    expect(judgeSql({ ...code, error: '23505' }, { error })).toMatchObject({ kind: 'other-error' });
    // Code that fails itself has not made what is asked after it fail.
    expect(judgeSql({ ...code, query: 'INSERT' }, { error })).toEqual({ kind: 'error', error, asked: false });
    expect(judgeSql({ ...code, query: 'INSERT' }, {}, { error })).toEqual({ kind: 'right' });
  });
});

test('tests that did not come to their end are not passed, and what the code printed stays apart', () => {
  const tests = [
    { call: 'a()', is: '1' },
    { call: 'b()', is: '2' },
  ];
  const told = (right: boolean) => `\u0002{"isRight":${right},"got":"1"}\u0003`;
  expect(judgeTests(tests, {}, `hello\n${told(true)}${told(true)}`)).toMatchObject({
    isRight: true,
    printed: 'hello\n',
  });
  expect(judgeTests(tests, {}, told(true)).isRight).toBe(false);
  expect(judgeTests(tests, { error: { message: '', limit: 'time' } }, told(true) + told(true)).isRight).toBe(false);
  expect(readOutcomes('\u0002no data\u0003x')).toEqual({ outcomes: [], printed: 'x' });
});
