import { expect, test } from 'vitest';
import { fileList } from './file-list.ts';

test('runtimes are in no copy, but listed by name, so that what a reader has asked for can follow', () => {
  const files = ['index.html', 'runs/a.json', 'runtimes/sql-1.2.3/worker.a1.js', 'runtimes/sql-1.2.3/a.wasm'];
  const list = fileList(
    files.map((name) => [name, Buffer.from(name)] as const),
    new Date(0),
  );
  expect(list.files.map(([path]) => path)).toEqual(['index.html', 'runs/a.json']);
  expect(list.runtimes!.sql!.map(([path]) => path)).toEqual([
    'runtimes/sql-1.2.3/a.wasm',
    'runtimes/sql-1.2.3/worker.a1.js',
  ]);
  expect(fileList([['index.html', Buffer.from('')]], new Date(0))).not.toHaveProperty('runtimes');
});
