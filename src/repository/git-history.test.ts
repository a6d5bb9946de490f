import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { isShallow } from './git-history.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a clone of the last commit is told from a whole one, and from a folder without git', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'history-'));
  const git = (...words: string[]) =>
    expect(
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...words], { cwd: folder }).status,
    ).toBe(0);
  git('init', 'whole');
  for (const message of ['one', 'two']) git('-C', 'whole', 'commit', '--allow-empty', '-m', message);
  git('clone', '--depth', '1', pathToFileURL(path.join(folder, 'whole')).href, 'shallow');
  expect(['whole', 'shallow', '.'].map((name) => isShallow(path.join(folder, name)))).toEqual([false, true, false]);
});

test('a repository that git does not open is not taken for a folder without git', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'history-'));
  // As in a container, where the repository belongs to the user of the host.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  expect(isShallow(folder)).toBe(false);
  expect(spawnSync('git', ['init', folder]).status).toBe(0);
  expect(() => isShallow(folder)).toThrow(
    new RegExp(`dubious ownership[^]*git config --global --add safe.directory ${folder}`),
  );
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '0');
  rmSync(path.join(folder, '.git/HEAD'));
  expect(() => isShallow(folder)).toThrow(/not a git repository[^]*Repair the repository in/);
  vi.stubEnv('PATH', '');
  expect(isShallow(folder)).toBe(false);
});
