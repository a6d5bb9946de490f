import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isShallow } from './git-history.ts';

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
