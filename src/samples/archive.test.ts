import { chmodSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleArchive } from './archive.ts';
import { fileHash, testedFiles, type TestRecord } from './tested.ts';

function samples(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'samples-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

test('an archive holds the folder and, for a Maven module, the parent it names', () => {
  const folder = samples({ 'pom.xml': '<a/>', 'shop/pom.xml': '<b/>', 'shop/target/x.jar': 'x', 'other/a.sh': 'a' });
  expect(Object.keys(unzipSync(sampleArchive(folder, 'shop')))).toEqual(['pom.xml', 'shop/pom.xml']);
  expect(Object.keys(unzipSync(sampleArchive(folder, 'other')))).toEqual(['other/a.sh']);
});

test('the same files give the same bytes, whenever they were written', () => {
  const folder = samples({ 'shop/run.sh': 'echo 1', 'shop/a/b.txt': 'b' });
  chmodSync(path.join(folder, 'shop/run.sh'), 0o755);
  const first = sampleArchive(folder, 'shop');
  utimesSync(path.join(folder, 'shop/run.sh'), 1, 1);
  expect(Buffer.from(sampleArchive(folder, 'shop')).equals(Buffer.from(first))).toBe(true);
});

test('a file that changed since its run does not count as tested', () => {
  const folder = samples({ 'shop/a.sql': 'SELECT 1;', 'shop/b.py': 'print(1)' });
  const entry = (file: string, tools: string[], date: string) => ({
    kind: 'any',
    tools,
    date,
    sha256: fileHash(path.join(folder, file)),
  });
  const record: TestRecord = {
    files: {
      'shop/a.sql': entry('shop/a.sql', ['PostgreSQL 15.14', 'own reader'], '2026-11-20'),
      'shop/b.py': entry('shop/b.py', ['Python 3.11.2'], '2026-11-21'),
    },
  };
  const files = ['shop/a.sql', 'shop/b.py', 'shop/c.sh'];
  expect(testedFiles(folder, record, files)).toEqual({
    date: '2026-11-20',
    tools: ['PostgreSQL 15.14', 'Python 3.11.2'],
    tested: ['shop/a.sql', 'shop/b.py'],
  });
  writeFileSync(path.join(folder, 'shop/a.sql'), 'SELECT 2;');
  expect(testedFiles(folder, record, files)?.tested).toEqual(['shop/b.py']);
  writeFileSync(path.join(folder, 'shop/b.py'), 'print(2)');
  expect(testedFiles(folder, record, files)).toBeUndefined();
});
