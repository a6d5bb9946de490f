import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import { circleBy, faultOf, namedFiles, readFloors, roomOf, rooms } from './rooms.ts';

const floors = readFloors('# Rooms\n\n```text\npages\nmap, search\nmodel\nmodel/files, strings\n```\n');

test('reads floors from the ground up, and finds the nearest room of a file', () => {
  expect([...floors]).toEqual([
    ['model/files', 0],
    ['strings', 0],
    ['model', 1],
    ['map', 2],
    ['search', 2],
    ['pages', 3],
  ]);
  expect(roomOf('src/model/files/yaml.ts', floors)).toBe('model/files');
  expect(roomOf('src/model/load.ts', floors)).toBe('model');
  expect(roomOf('src/pages/progress/index.astro', floors)).toBe('pages');
  expect(roomOf('src/model/load.test.ts', floors)).toBeUndefined();
  expect(roomOf('src/env.d.ts', floors)).toBeUndefined();
  expect(roomOf('scripts/start.ts', floors)).toBeUndefined();
});

test('arrows lead down: not up, not sideways, not out of the house', () => {
  expect(faultOf('src/map/a.astro', 'src/model/load.ts', floors)).toBeUndefined();
  expect(faultOf('src/model/load.ts', 'src/model/files/yaml.ts', floors)).toBeUndefined();
  expect(faultOf('src/map/a.ts', 'src/map/b.ts', floors)).toBeUndefined();
  expect(faultOf('src/map/a.test.ts', 'src/pages/b.ts', floors)).toBeUndefined();
  expect(faultOf('src/model/files/yaml.ts', 'src/model/load.ts', floors)).toContain('`src/model/files` may not take');
  expect(faultOf('src/map/a.ts', 'src/search/b.ts', floors)).toContain('`src/map` may not take from `src/search`');
  expect(faultOf('src/map/a.ts', 'scripts/start.ts', floors)).toContain('may not take from `scripts/start.ts`');
  expect(faultOf('src/garden/a.ts', 'src/map/b.ts', floors)).toContain('`src/garden` is not drawn');
});

test('finds the way back of a circle', () => {
  const imports: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: ['b', 'a'], d: [] };
  const of = (file: string) => imports[file] ?? [];
  expect(circleBy('a', 'b', of)).toEqual(['b', 'c', 'a']);
  expect(circleBy('b', 'd', of)).toBeUndefined();
});

test('reads every form of import, in components too', () => {
  const text =
    "import a from './a.ts';\nexport * from './b.ts';\nlet c: import('./c.ts').C;\nvoid import('./d.css?inline');";
  expect(namedFiles(text, false).sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.css']);
  const astro =
    "---\nimport type { A } from './a.ts';\nimport path from 'node:path';\n---\n\n<p>it’s</p>\n\n<script>import './b.ts';</script>\n";
  expect(namedFiles(astro, true)).toEqual(['./a.ts', './b.ts']);
});

test('the rule stops an arrow that leads up from a file of this repository', () => {
  const linter = new Linter({ cwd: path.join(import.meta.dirname, '../..') });
  const told = (filename: string, code: string) =>
    linter
      .verify(
        code,
        [
          {
            files: ['**/*.ts'],
            languageOptions: { parser: tseslint.parser as Linter.Parser },
            plugins: { rooms },
            rules: { 'rooms/downward': 'error' },
          },
        ],
        { filename },
      )
      .map(({ message }) => message);
  const up = "'../site/page-language.ts'";
  for (const code of [
    `import {} from ${up};`,
    `import type { A } from ${up};`,
    `export * from ${up};`,
    `void import(${up});`,
    `let a: import(${up}).A;`,
  ])
    expect(told('src/strings/new.ts', code), code).toEqual([expect.stringContaining('may not take from `src/site`')]);
  expect(told('src/pages/new.ts', `import {} from ${up};`)).toEqual([]);
});

test('the drawing names the rooms that there are', () => {
  const source = path.join(import.meta.dirname, '../../src');
  const drawn = [...readFloors(readFileSync(path.join(source, 'README.md'), 'utf8')).keys()];
  const folders = (below: string) =>
    readdirSync(path.join(source, below), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => path.posix.join(below, name));
  const there = [...folders(''), ...folders('curriculum')].filter((name) => name !== 'built-site');
  expect(drawn.toSorted()).toEqual(there.toSorted());
});
