import { EventEmitter } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { contentFolder } from '../curriculum/content-fixture.ts';
import { followContent } from './follow-content.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A server that has started, and what it does when files change. */
function started() {
  vi.useFakeTimers();
  const root = contentFolder({ 'content/samples/a/A.java': 'class A {}\n' });
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const send = vi.fn();
  const told: string[] = [];
  const say = (words: string) => void told.push(words);
  vi.stubGlobal('process', Object.assign(Object.create(process) as NodeJS.Process, { send }));
  followContent({ watcher, httpServer: { address: () => ({ port: 4321 }) } } as never, root, {
    info: say,
    warn: say,
    error: say,
  } as never);
  const edit = (name: string, change: (text: string) => string) => {
    const file = path.join(root, 'content', name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    watcher.emit('change', file);
    vi.advanceTimersByTime(1000);
  };
  return { edit, send, told };
}

test('a setting, a field, a heading and a sample start the server again on its port, and the words of a page do not', () => {
  const { edit, send } = started();
  edit('docs/phases/01-databases.mdx', (text) => `${text}\nMore words.\n`);
  edit('site.yaml', (text) => text);
  expect(send).not.toHaveBeenCalled();
  const changes: [string, (text: string) => string][] = [
    ['site.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another')],
    ['docs/phases/01-databases.mdx', (text) => text.replace(/^title: .*$/m, 'title: Another')],
    ['docs/phases/01-databases.mdx', (text) => `${text}\n### Another\n`],
    ['samples/a/A.java', (text) => text.replace('A', 'B')],
  ];
  for (const [name, change] of changes) {
    edit(name, change);
    expect(send).toHaveBeenLastCalledWith({ port: 4321 }, expect.any(Function));
  }
  expect(send).toHaveBeenCalledTimes(changes.length);
});

test('a fault is told, and the site stays as it is until it is mended', () => {
  const { edit, send, told } = started();
  edit('site.yaml', (text) => `${text}\nnonsense: 1\n`);
  expect(send).not.toHaveBeenCalled();
  expect(told.join('\n')).toMatch(/stays as it was until this is mended:[^]*`nonsense` is unknown/);
  edit('site.yaml', (text) => text.replace('nonsense: 1', ''));
  expect(send).toHaveBeenCalledTimes(1);
});
