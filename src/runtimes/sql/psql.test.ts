import { expect, test } from 'vitest';
import { pieces } from './psql-pieces.ts';
import { printTable } from './psql-table.ts';
import { Psql } from './psql.ts';
import { sql } from './runtime-sql.ts';

/** A database that answers every query with one row of one column, and keeps what it was asked. */
function database() {
  const asked: string[] = [];
  const answers = {
    execProtocol: (message: Uint8Array) => {
      asked.push(new TextDecoder().decode(message.slice(5, -1)));
      const messages = [
        { name: 'rowDescription', fields: [{ name: 'id', dataTypeID: 20 }] },
        { name: 'dataRow', fields: ['7'] },
        { name: 'commandComplete', text: 'INSERT 0 1' },
      ];
      return Promise.resolve({ messages });
    },
  };
  return { asked, psql: new Psql(answers as never, () => '') };
}

test('a result becomes variables, which the next statements take, but not in quotes and casts', async () => {
  const { asked, psql } = database();
  const { output } = await psql.run(
    "INSERT INTO a RETURNING id \\gset\nSELECT :id, ':id', :'id', 1::int -- :id\n;",
    'a.sql',
  );
  expect(asked).toEqual(['INSERT INTO a RETURNING id ', "SELECT 7, ':id', '7', 1::int -- :id\n;"]);
  // Of the first result psql prints the tag alone.
  expect(output.split('\n')[0]).toBe('INSERT 0 1');
});

test('a table that is printed is handed on with the place of its text', async () => {
  const { psql } = database();
  const { output, tables } = await psql.run('\\echo before\nINSERT INTO a RETURNING id;', 'a.sql');
  expect(tables).toMatchObject([{ columns: ['id'], rows: [['7']], count: 1, numbers: [0] }]);
  expect(output.slice(0, tables[0]!.from)).toBe('before\n');
  expect(output.slice(tables[0]!.to)).toBe('INSERT 0 1');
});

test('output ends where there is too much', async () => {
  const { psql } = database();
  const short = new Psql((psql as unknown as { database: never }).database, () => '', 10);
  expect(await short.run('\\echo 123456789\n\\echo more', 'a.sql')).toMatchObject({ output: '123456789', isCut: true });
});

test('the last statement needs no semicolon', () => {
  expect(pieces('SELECT 1;\n-- the end\nSELECT 2\n').map(({ text, at }) => [text, at])).toEqual([
    ['SELECT 1;', 0],
    ['SELECT 2\n', 21],
  ]);
});

test('tables are printed as psql does, with and without head, lines and count', () => {
  const fields = [
    { name: 'name', dataTypeID: 25 },
    { name: 'n', dataTypeID: 23 },
  ];
  const print = (style: object) =>
    printTable(fields, [['a', null]], { tuplesOnly: false, aligned: true, footer: true, ...style })[0];
  expect(print({})).toEqual([' name | n', '------+---', ' a    |', '(1 row)', '']);
  expect(print({ footer: false, tuplesOnly: true })).toEqual([' a    |', '']);
  expect(print({ aligned: false })).toEqual(['name|n', 'a|', '(1 row)']);
});

test('what psql does and the page does not is named with the reason', () => {
  expect(sql.cannotRun('SELECT 1 \\gset\n\\echo done')).toBeUndefined();
  expect(sql.cannotRun("SELECT '\\n'")).toBeUndefined();
  expect(sql.cannotRun('\\! psql -f b.sql')).toMatch(/^`\\!` starts another session/);
  expect(sql.cannotRun('SELECT 1\n\\watch 2')).toMatch(/^`\\watch` starts/);
  expect(sql.cannotRun('\\copy a FROM b.csv')).toBe('`\\copy` is a command of psql that the page does not have');
});

test('what a script includes stands in its place, whole, and what holds no statement is left out', () => {
  const files: Record<string, string> = {
    'shop/data.sql': '\\ir schema.sql\nINSERT INTO a;\n',
    'shop/schema.sql': '-- #region a\nCREATE TABLE a;\n-- #endregion a\n',
  };
  const cuts = [{ id: 'shop/b.sql:0', text: '-- about\n\\ir data.sql\nSELECT 1;\n', regions: [] }];
  const found = sql.withIncludes!(cuts, 'shop/b.sql', (file) => files[file]!);
  expect(found.map(({ text }) => text.trim())).toEqual(['CREATE TABLE a;', 'INSERT INTO a;', 'SELECT 1;']);
  expect(new Set(found.map(({ id }) => id)).size).toBe(3);
});

test('extensions that the content makes are published', () => {
  const { files } = sql.source(['CREATE EXTENSION IF NOT EXISTS pg_trgm;', 'CREATE EXTENSION nothing_such;']);
  expect(Object.keys(files)).toEqual(['pglite.wasm', 'initdb.wasm', 'pglite.data', 'pg_trgm.tar.gz']);
});
