import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { digestOfInputs, isBuilt, rememberBuilt } from './built.ts';
import { faultOfPath } from './odd-path.ts';

test('a build waits for another one of the same folder, and starts as soon as that is killed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  const program = `
    const { onlyBuild } = await import(${JSON.stringify(fileURLToPath(new URL('one-at-a-time.ts', import.meta.url)))});
    await onlyBuild(${JSON.stringify(folder)}, console.log);
    console.log('starts');
    setTimeout(() => {}, 60_000);`;
  const run = () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const seen = { text: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (seen.text += text));
    return { child, seen };
  };
  const first = run();
  await expect.poll(() => first.seen.text, { timeout: 60_000 }).toBe('starts\n');
  const others = [run(), run()];
  for (const { seen } of others)
    await expect.poll(() => seen.text, { timeout: 60_000 }).toMatch(/^Another build .*\n$/);
  first.child.kill('SIGKILL');
  const started = () => others.filter(({ seen }) => seen.text.endsWith('starts\n'));
  await expect.poll(() => started().length, { timeout: 60_000 }).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(started()).toHaveLength(1);
  for (const { child } of others) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
});

test('a path that Astro takes for an address is refused in plain words', () => {
  for (const name of ['a#b', 'a?b', "it's", '100%'])
    expect(faultOfPath(`/home/me/${name}/roadmap`)).toContain(`the character ${/[#?'%]/.exec(name)![0]} in it`);
  expect(faultOfPath('/home/me/Straße (1) & 日本/roadmap')).toBeUndefined();
});

/** A generator, a roadmap and its site, the least that `built.ts` looks at. */
function places() {
  const repository = mkdtempSync(path.join(tmpdir(), 'built-'));
  const all = { repository, root: path.join(repository, 'fork'), output: path.join(repository, 'fork/dist') };
  for (const [file, text] of Object.entries({
    'src/a.ts': '1',
    'package-lock.json': '{}',
    'node_modules/.package-lock.json': '{}',
    'fork/content/a.mdx': 'a',
    'fork/public/a.svg': 'a',
    'fork/.diagrams/a.json': 'a',
    'fork/dist/index.html': 'a',
  }))
    write(path.join(repository, file), text);
  rememberBuilt(all, digestOfInputs(all));
  return all;
}
function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const unchanged = (all: ReturnType<typeof places>) => isBuilt(all, digestOfInputs(all));

test('a site whose inputs are as they were is served without a build', () => {
  expect(unchanged(places())).toBe(true);
});

for (const file of [
  'src/a.ts',
  'src/new.ts',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'fork/content/a.mdx',
  'fork/content/samples/new/a.py',
  'fork/public/a.svg',
  'fork/.diagrams/a.json',
  'fork/dist/index.html',
  'fork/dist/new.html',
])
  test(`a change of ${file} asks for a build`, () => {
    const all = places();
    write(path.join(all.repository, file), 'changed');
    expect(unchanged(all)).toBe(false);
  });

test('what is gone, moved or led elsewhere asks for a build too', () => {
  const removed = places();
  rmSync(path.join(removed.root, 'content/a.mdx'));
  const moved = places();
  rmSync(path.join(moved.root, 'content/a.mdx'));
  write(path.join(moved.root, 'content/b.mdx'), 'a');
  const linked = places();
  symlinkSync('/etc', path.join(linked.root, 'public/b'));
  const gone = places();
  rmSync(gone.output, { recursive: true });
  const other = places();
  expect([removed, moved, linked, gone].map(unchanged)).toEqual([false, false, false, false]);
  expect(isBuilt({ ...other, output: path.join(other.root, 'public') }, digestOfInputs(other))).toBe(false);
});
