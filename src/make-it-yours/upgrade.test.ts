import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const guide = readFileSync(new URL('guides/upgrade.mdx', import.meta.url), 'utf8');
const noGit = spawnSync('git', ['--version']).error !== undefined;

/** Commands of git that the guide names below a heading, up to the next one. */
function commandsOf(heading: string): string[][] {
  const section = guide.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  const blocks = [...section.matchAll(/^```sh[^\n]*\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block!.split('\n'));
  const commands = blocks.filter((line) => line.startsWith('git ')).map((line) => line.split(' ').slice(1));
  expect(commands.length, heading).toBeGreaterThan(0);
  return commands;
}

/** A repository in a new folder. */
class Repository {
  folder: string;
  constructor(from?: string) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'repository-'));
    if (from) this.git('clone', '-q', '-o', 'origin', from, '.');
    else this.git('init', '-q', '-b', 'main');
  }
  git(...words: string[]) {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    const { status, stdout } = spawnSync('git', [...identity, ...words], { cwd: this.folder, encoding: 'utf8' });
    return { status, text: stdout };
  }
  /** Writes files, or removes those without a text, and commits them. */
  commit(files: Record<string, string | undefined>) {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      if (text === undefined) rmSync(file);
      else {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'Change');
  }
  read(name: string): string | undefined {
    const file = path.join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }
  run(commands: string[][]) {
    for (const words of commands) this.git(...words);
  }
}

const first = {
  'content/site.yaml': 'title: Upstream\n',
  'content/docs/one.mdx': 'one\n',
  'content/docs/two.mdx': 'two\n',
  'content/docs/three.mdx': 'three\n',
  'public/card.png': 'card\n',
  '.diagrams/a.json': 'a\n',
  'src/site.ts': 'line 1\nline 2\nline 3\n',
  'README.md': 'Upstream\n',
};
/** What a fork makes of it. */
const own = {
  'content/site.yaml': 'title: Fork\n',
  'content/docs/one.mdx': undefined,
  'content/docs/two.mdx': 'my two\n',
  'content/docs/mine.mdx': 'mine\n',
  'public/card.png': undefined,
  '.diagrams/a.json': undefined,
  '.diagrams/mine.json': 'mine\n',
};
/** What upstream makes of it meanwhile: it edits, removes, renames and adds content, and changes the generator. */
const next = {
  'content/site.yaml': 'title: Upstream, second edition\n',
  'content/docs/one.mdx': 'one, better\n',
  'content/docs/two.mdx': undefined,
  'content/docs/three.mdx': undefined,
  'content/docs/third.mdx': 'three\n',
  'content/docs/mine.mdx': 'of the same name\n',
  'content/docs/four/deep.mdx': 'four\n',
  'public/card.png': 'better card\n',
  'public/new.svg': 'new\n',
  '.diagrams/b.json': 'b\n',
  'src/site.ts': 'line 1\nline 2, better\nline 3\n',
  'src/more.ts': 'more\n',
};

const contentOf = (repository: Repository) =>
  repository.git('ls-files', '-s', '--', 'content', 'public', '.diagrams').text;

describe.skipIf(noGit)('a fork takes over changes of upstream', () => {
  function start(from: 'fork' | 'template') {
    const upstream = new Repository();
    upstream.commit(first);
    const fork = new Repository(from === 'fork' ? upstream.folder : undefined);
    if (from === 'template') fork.commit(first);
    fork.commit(own);
    upstream.commit(next);
    for (const words of commandsOf('Once'))
      fork.git(...words.map((word) => (word.startsWith('https://') ? upstream.folder : word)));
    return { upstream, fork };
  }

  test('with no conflict left, its own content as it was, and the generator of upstream', () => {
    const { fork, upstream } = start('fork');
    writeFileSync(path.join(fork.folder, 'content/docs/unfinished.mdx'), 'not committed yet\n');
    const before = contentOf(fork);
    fork.run(commandsOf('Each time'));
    expect(fork.git('status', '--porcelain').text).toBe('?? content/docs/unfinished.mdx\n');
    expect(contentOf(fork)).toBe(before);
    expect(fork.read('content/docs/one.mdx')).toBeUndefined();
    expect(fork.read('content/docs/mine.mdx')).toBe('mine\n');
    expect(fork.read('content/docs/four/deep.mdx')).toBeUndefined();
    expect(fork.read('content/docs/three.mdx')).toBe('three\n');
    expect(fork.read('src/site.ts')).toBe(upstream.read('src/site.ts'));
    expect(fork.read('src/more.ts')).toBe('more\n');

    upstream.commit({ 'content/docs/one.mdx': 'one, best\n', 'src/more.ts': 'even more\n' });
    fork.run(commandsOf('Each time'));
    expect(fork.git('status', '--porcelain').text).toBe('?? content/docs/unfinished.mdx\n');
    expect(contentOf(fork)).toBe(before);
    expect(fork.read('src/more.ts')).toBe('even more\n');
  });

  test('and is told of a file outside the content that both have changed', () => {
    const { fork, upstream } = start('fork');
    fork.commit({ 'README.md': 'Fork\n' });
    upstream.commit({ 'README.md': 'Upstream, second edition\n' });
    fork.run(commandsOf('Each time'));
    expect(fork.git('status', '--porcelain').text).toMatch(/^UU README\.md$/m);
    expect(fork.git('diff', '--name-only', '--diff-filter=U').text).toBe('README.md\n');
  });

  test('from a copy without history, and then as any other', () => {
    const { fork, upstream } = start('template');
    const before = contentOf(fork);
    fork.run([...commandsOf('The first time'), ['commit', '--no-edit']]);
    expect(fork.git('status', '--porcelain').text).toBe('');
    expect(contentOf(fork)).toBe(before);
    expect(fork.read('src/site.ts')).toBe(upstream.read('src/site.ts'));
    upstream.commit({ 'content/docs/two.mdx': 'two again\n', 'src/more.ts': 'even more\n' });
    fork.run(commandsOf('Each time'));
    expect(contentOf(fork)).toBe(before);
    expect(fork.read('src/more.ts')).toBe('even more\n');
  });
});
