import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { archiveReadme } from './archive-readme.ts';
import { sampleArchive } from './archive.ts';
import { runNote } from '../curriculum/samples/checks-file.ts';
import { fileHash, testedFiles, type TestRecord } from './tested.ts';

function samples(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'samples-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

test('an archive holds the folder, a README and, for a Maven module, the parent it names', () => {
  const folder = samples({ 'pom.xml': '<a/>', 'shop/pom.xml': '<b/>', 'shop/target/x.jar': 'x', 'other/a.sh': 'a' });
  expect(Object.keys(unzipSync(sampleArchive(folder, 'shop')))).toEqual(['pom.xml', 'shop/pom.xml', 'shop/README.md']);
  expect(Object.keys(unzipSync(sampleArchive(folder, 'other')))).toEqual(['other/a.sh', 'other/README.md']);
});

test('the README of an archive says how to run what is in it', () => {
  const files = ['pom.xml', 'src/main/java/A.java', 'redis/tour.sh', 'hash.py', 'api/package.json', 'api/server.ts'];
  const text = archiveReadme('shop', [...files, 'helper.py'], ['helper.py']);
  for (const line of [
    'mvn verify',
    '(cd "$(mktemp -d)" && bash "$OLDPWD"/redis/tour.sh)',
    'python3 hash.py',
    '(cd api && npm ci && npm test)',
  ])
    expect(text).toContain(`\n${line}\n`);
  expect(text).not.toContain('helper.py');
  expect(text).not.toContain('A.java');
  expect(text).not.toContain('server.ts');
});

describe('an archive leaves out', () => {
  const names = (folder: string, shown?: string[]) => Object.keys(unzipSync(sampleArchive(folder, 'dough', shown)));

  test('links and hidden files; a hidden file that a page shows is in it', () => {
    const folder = samples({ 'dough/a.py': '', 'dough/.env': 'TOKEN=x', 'dough/.x/a': '', 'dough/.dockerignore': 'a' });
    symlinkSync('/etc/passwd', path.join(folder, 'dough/link.txt'));
    symlinkSync('/etc', path.join(folder, 'dough/etc'));
    expect(names(folder)).toEqual(['dough/a.py', 'dough/README.md']);
    expect(names(folder, ['dough/.dockerignore'])).toEqual(['dough/.dockerignore', 'dough/a.py', 'dough/README.md']);
  });

  test('what git ignores, and what it knows and is gone; it holds what git would add', () => {
    const folder = samples({ 'dough/a.py': '', 'dough/gone.py': '', 'dough/key.pem': 'k', 'dough/new.py': '' });
    writeFileSync(path.join(folder, '.gitignore'), '*.pem\n');
    const git = (...words: string[]) => spawnSync('git', words, { cwd: folder });
    git('init');
    git('add', 'dough/a.py', 'dough/gone.py');
    rmSync(path.join(folder, 'dough/gone.py'));
    expect(names(folder)).toEqual(['dough/a.py', 'dough/new.py', 'dough/README.md']);
    // Where git does not answer, nothing is packed.
    rmSync(path.join(folder, '.git/HEAD'));
    expect(() => names(folder)).toThrow(/git does not answer/);
  });
});

test('the shell reads the names in a README as names', () => {
  const odd = ['a;touch pwned;.py', '-c.py', "it's $(touch pwned) `touch pwned`.sh", 'b c.sql', '~/x&y.ts'];
  const folder = samples(Object.fromEntries(odd.map((file) => [`odd/${file}`, ''])));
  const readme = strFromU8(unzipSync(sampleArchive(folder, 'odd'))['odd/README.md']!);
  const commands = [...readme.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, lines]) => lines).join('\n');
  const programs = ['python3', 'psql', 'createdb', 'dropdb', 'node', 'bash'];
  const telling = programs.map((name) => `${name}() { printf '%s\\n' "$@"; }\n`).join('');
  const seen = spawnSync('bash', ['-c', telling + commands], { cwd: path.join(folder, 'odd'), encoding: 'utf8' });
  const words = seen.stdout.split('\n');
  for (const word of ['a;touch pwned;.py', './-c.py', 'b c.sql', '~/x&y.ts'])
    expect(words, seen.stdout).toContain(word);
  expect(words.some((word) => word.endsWith("/it's $(touch pwned) `touch pwned`.sh"))).toBe(true);
  expect(readdirSync(path.join(folder, 'odd'))).not.toContain('pwned');
});

test('a page says of a block what its run does not hold', () => {
  const folder = samples({
    'content/samples/shop/a.sh': 'a',
    'content/samples/shop/checks.yaml':
      'checks:\n  a.sh: { numbers: [output/a.txt] }\nskip:\n  - files: [b.sh, output/b.txt]\n    reason: needs a cluster\n',
  });
  const t = translator(english, 'en');
  const note = (file: string) => runNote(path.join(folder, 'content/samples'), `shop/${file}`, t)?.text;
  expect(note('a.sh')).toBeUndefined();
  expect(note('b.sh')).toBe('Not run here: needs a cluster.');
  expect(note('output/a.txt')).toContain('apart from numbers');
  expect(note('output/b.txt')).toBe('Captured once, no new run is compared: needs a cluster.');
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
    states: {},
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
