import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeReadable, publishStaged, recoverOutput, stagedFolder } from './output-folder.ts';

/** Writes folders of one page each, named by what follows `dist`. @returns the path of `dist` */
function folders(pages: Record<string, string>): string {
  const output = path.join(mkdtempSync(path.join(tmpdir(), 'output-')), 'dist');
  for (const [ending, text] of Object.entries(pages)) {
    mkdirSync(output + ending);
    writeFileSync(path.join(output + ending, 'index.html'), text);
  }
  return output;
}
const page = (folder: string) => readFileSync(path.join(folder, 'index.html'), 'utf8');

describe('after a build that was killed', () => {
  test('between two renames, the earlier site is back', () => {
    const output = folders({ '.old': 'earlier', '.next': 'half' });
    recoverOutput(output);
    expect(page(output)).toBe('earlier');
    expect(existsSync(stagedFolder(output))).toBe(false);
  });

  test('after both, the new site stays and nothing is left', () => {
    const output = folders({ '': 'new', '.old': 'earlier' });
    recoverOutput(output);
    expect(page(output)).toBe('new');
    expect(existsSync(`${output}.old`)).toBe(false);
  });
});

test('a finished build takes the place of the earlier one', () => {
  const output = folders({ '': 'earlier', '.next': 'new', '.old': 'very old' });
  publishStaged(output);
  expect([page(output), existsSync(`${output}.old`), existsSync(`${output}.next`)]).toEqual(['new', false, false]);
});

test('every user can read a site that was made for its maker alone', () => {
  const output = folders({ '': 'x' });
  const inside = path.join(output, 'phases');
  mkdirSync(inside);
  writeFileSync(path.join(inside, 'a.html'), 'a');
  for (const [file, mode] of [
    [path.join(inside, 'a.html'), 0o600],
    [inside, 0o700],
    [output, 0o700],
  ] as const)
    chmodSync(file, mode);
  makeReadable(output);
  const modes = [output, inside, path.join(inside, 'a.html')].map((file) => (statSync(file).mode & 0o777).toString(8));
  expect(modes).toEqual(['755', '755', '644']);
});
