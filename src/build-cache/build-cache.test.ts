import { mkdtempSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { kept, keptLater, openBuildCache, tidyBuildCache } from './build-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  vi.stubEnv('ROADMAP_BUILD_CACHE', '');
});
afterEach(() => vi.unstubAllEnvs());

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('work is done once for the same inputs by the same code, and anew for any other', async () => {
  const make = vi.fn(() => ({ bytes: new Uint8Array([1]), words: new Set(['a']), nothing: undefined }));
  openBuildCache(folder, 'one');
  const first = kept('work', ['a', new Map([['b', 1]])], make);
  expect(kept('work', ['a', new Map([['b', 1]])], make)).toEqual(first);
  expect(await keptLater('work', ['a', new Map([['b', 1]])], async () => make())).toEqual(first);
  expect(make).toHaveBeenCalledTimes(1);
  kept('work', ['a', new Map([['b', 2]])], make);
  kept('other', ['a', new Map([['b', 1]])], make);
  openBuildCache(folder, 'another');
  kept('work', ['a', new Map([['b', 1]])], make);
  expect(make).toHaveBeenCalledTimes(4);
});

test('nothing is kept where no build has asked for it, and what cannot be kept is made each time', () => {
  expect([kept('work', ['a'], () => 1), kept('work', ['a'], () => 2)]).toEqual([1, 2]);
  expect(files()).toEqual([]);
  openBuildCache(folder, 'one');
  const make = vi.fn(() => ({ call: () => 1 }));
  expect([kept('work', ['a'], make).call(), kept('work', ['a'], make).call()]).toEqual([1, 1]);
  expect(make).toHaveBeenCalledTimes(2);
  expect(files()).toEqual([]);
});

test('what is damaged is made again, and so is what somebody else has put there', () => {
  openBuildCache(folder, 'one');
  kept('work', ['a'], () => 'right');
  const [file] = files();
  const bytes = readFileSync(file!);
  for (const damaged of [bytes.subarray(0, -1), Buffer.from('wrong'), Buffer.alloc(0)]) {
    writeFileSync(file!, damaged);
    expect(kept('work', ['a'], () => 'right')).toBe('right');
    expect(readFileSync(file!)).toEqual(bytes);
  }
});

test('the folder grows no larger than it may: what was used longest ago goes first', () => {
  openBuildCache(folder, 'one');
  const make = vi.fn(() => 'x'.repeat(1000));
  const old = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  for (const name of ['a', 'b', 'c']) kept('work', [name], make);
  for (const file of files()) utimesSync(file, old, old);
  kept('work', ['b'], make);
  const [size] = files().map((file) => statSync(file).size);
  expect(tidyBuildCache(folder, size)).toBe(2);
  kept('work', ['b'], make);
  expect(make).toHaveBeenCalledTimes(3);
  expect(tidyBuildCache(path.join(folder, 'none'))).toBe(0);
});
