import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { contentFolder, phasePage } from '../curriculum/content-fixture.ts';
import { buildEnvironment } from './build-environment.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

function build(root: string, output: string, environment: Record<string, string> = {}, words: string[] = []) {
  return spawnSync(process.execPath, [path.join(repository, 'scripts/astro.ts'), 'build', ...words], {
    cwd: repository,
    encoding: 'utf8',
    env: buildEnvironment({ ROADMAP_ROOT: root, ROADMAP_OUTPUT: output, ...environment }),
  });
}

/** A folder that looks like an earlier, good build. */
function earlierBuild(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'earlier-'));
  writeFileSync(path.join(folder, 'index.html'), 'good');
  return folder;
}

test('a build of broken content fails, says everything that is wrong, and leaves the earlier build alone', () => {
  const output = earlierBuild();
  const root = contentFolder({
    'content/docs/phases/02-caching.mdx': phasePage({ level: 'document' }),
    'content/docs/phases/03-more.mdx': phasePage({ prerequisites: '[cachign]' }),
  });
  const { status, stdout, stderr } = build(root, output);
  expect(status).not.toBe(0);
  expect(stdout + stderr).toContain('02-caching.mdx');
  expect(stdout + stderr).toContain('Did you mean `caching`?');
  expect(stdout + stderr).not.toContain('Browser APIs');
  expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toBe('good');
  expect(existsSync(`${output}.next`)).toBe(false);
});

test('a build with a broken diagram names file and line and leaves the earlier build alone', () => {
  const output = earlierBuild();
  const body =
    '## Joins\n\n```mermaid title="Flow" caption="A flow."\nflowchart TD\n  accTitle: F\n  accDescr: G\n  A -->\n```\n';
  const { status, stdout, stderr } = build(
    contentFolder({ 'content/docs/phases/01-databases.mdx': phasePage({}, body) }),
    output,
  );
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(
    /01-databases\.mdx\n\s+2\d:1\s+The diagram “Flow” cannot be drawn\. Mermaid says: Parse error/,
  );
  expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toBe('good');
});

test('two builds at once both succeed, one after the other, and say little but every warning of the author', async () => {
  const body = '## Joins\n\n```javva reason="pseudo"\nx\n```\n';
  const root = contentFolder({
    'content/docs/phases/01-databases.mdx': phasePage({}, body),
    'content/i18n/en.json': '{}\n',
    'content.config.ts': `export { collections } from ${JSON.stringify(path.join(repository, 'content.config.ts'))};\n`,
  });
  const output = path.join(mkdtempSync(path.join(tmpdir(), 'twice-')), 'dist');
  const run = async () => {
    // Files of this process belong to their maker alone, as on a machine with `umask 077`.
    const child = spawn(
      'sh',
      ['-c', 'umask 077; exec "$0" "$@"', process.execPath, path.join(repository, 'scripts/astro.ts'), 'build'],
      {
        env: buildEnvironment({ ROADMAP_ROOT: root, ROADMAP_OUTPUT: output }),
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [status] = (await once(child, 'close')) as [number];
    // Where the variable CI is set, a build colors its lines; any other control code is a fault.
    return { status, said: said.replaceAll(/\u001B\[[\d;]*m/g, '') };
  };
  const both = await Promise.all([run(), run()]);
  for (const { status, said } of both) {
    expect(status, said).toBe(0);
    expect(said.trim().split('\n').length, said).toBeLessThan(14);
    expect(said).not.toContain('\u001B');
  }
  const [first, second] = both.toSorted((one, other) => other.said.length - one.said.length);
  expect(first!.said).toContain('javva');
  expect(first!.said.match(/\[WARN\]/g), first!.said).toHaveLength(1);
  expect(second!.said).toContain('Another build of this roadmap is running');
  // The first has built all that there is.
  expect(second!.said).toContain('Nothing has changed');
  expect(statSync(path.join(output, 'index.html')).mode & 0o777).toBe(0o644);
  expect(statSync(path.join(output, 'phases')).mode & 0o777).toBe(0o755);
  expect(readdirSync(path.dirname(output))).toEqual(['dist']);
});

/** Every file of a site by its path; without the time at which it was built, which stands in two of them. */
const filesOf = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => {
        const bytes = readFileSync(path.join(folder, name));
        const isList = /^offline\/(?:files|version)\.json$/.test(name);
        return [name, isList ? bytes.toString().replace(/"built":"[^"]*"/, '') : bytes.toString('base64')];
      }),
  );

describe('a build that takes what earlier ones have kept', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  const root = path.join(folder, 'roadmap');
  const at = (name: string) => path.join(root, 'content', name);
  cpSync(inject('small').root, root, { recursive: true });
  writeFileSync(
    path.join(root, 'content.config.ts'),
    `export { collections } from ${JSON.stringify(path.join(repository, 'content.config.ts'))};\n`,
  );
  const change = (name: string, from: string, to: string) => {
    const text = readFileSync(at(name), 'utf8');
    expect(text, name).toContain(from);
    writeFileSync(at(name), text.replaceAll(from, to));
  };
  const built = (cache: string) => {
    const output = path.join(folder, `site-${cache}`);
    const { status, stdout, stderr } = build(root, output, { ROADMAP_CACHE: path.join(folder, cache) });
    expect(status, stdout + stderr).toBe(0);
    return filesOf(output);
  };
  /** How many pages were compiled for what is kept. */
  const compiled = () =>
    readdirSync(path.join(folder, 'warm'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /[\\/]pages[\\/]/.test(`${entry.parentPath}/`),
    ).length;

  test('writes the same bytes as one that keeps nothing, and compiles the pages that have changed', () => {
    built('warm');
    const before = compiled();
    expect(before).toBeGreaterThan(8);
    change('docs/phases/03-fermentation.mdx', '\n## ', '\nOne more sentence about the Crumb.\n\n## ');
    change('docs/ar/phases/01-flour.mdx', '## نقطة', 'جملة أخرى.\n\n## نقطة');
    change('samples/dough/hydration.py', '-> float:', '-> "float":');
    change('questions/dough.yaml', 'Add more salt', 'Add much more salt');
    const warm = built('warm');
    expect(compiled()).toBe(before + 4);
    const cold = built('cold-1');
    expect([...warm.keys()]).toEqual([...cold.keys()]);
    expect([...warm].flatMap(([name, text]) => (text === cold.get(name) ? [] : [name]))).toEqual([]);
  });

  test('shows a change that reaches many pages on every one of them', () => {
    change('glossary.yaml', 'The inside of a loaf.', 'What is inside a loaf.');
    change('glossary.yaml', 'term: Crumb', 'term: Crumb\n  also: [Sentence]');
    change('site.yaml', '#8a3b12', '#7a3b12');
    change('i18n/en.json', '{}', '{ "topic.must": "Learn this" }');
    change('docs/phases/01-flour.mdx', 'title: ', 'title: New ');
    mkdirSync(at('components'), { recursive: true });
    writeFileSync(at('components/Hint.mdx'), 'A hint.\n');
    change('docs/phases/02-dough.mdx', '## Kneading\n', '## Kneading\n\n<Hint />\n');
    const warm = built('warm');
    const cold = built('cold-2');
    expect([...warm].flatMap(([name, text]) => (text === cold.get(name) ? [] : [name]))).toEqual([]);
    const page = (name: string) => Buffer.from(warm.get(`phases/${name}/index.html`)!, 'base64').toString();
    expect(page('fermentation')).toContain('>sentence</a>');
    expect(page('fermentation')).toContain('Learn this');
    expect(page('dough')).toContain('A hint.');
    expect(page('dough')).toContain('New ');
  });
});

test('a build does nothing where nothing has changed, and all of it when it is told so', () => {
  const output = path.join(mkdtempSync(path.join(tmpdir(), 'again-')), 'dist');
  const root = contentFolder({
    'content/i18n/en.json': '{}\n',
    'content.config.ts': `export { collections } from ${JSON.stringify(path.join(repository, 'content.config.ts'))};\n`,
  });
  build(root, output);
  const time = () => statSync(path.join(output, 'index.html')).mtimeMs;
  const first = time();
  expect(build(root, output).stdout).toContain('Nothing has changed');
  expect(time()).toBe(first);
  writeFileSync(path.join(output, 'index.html'), 'somebody else');
  expect(build(root, output).stdout).toContain('page(s) built');
  expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toContain('<html');
  expect(build(root, output, {}, ['--force']).stdout).toContain('page(s) built');
});

test('with its diagrams in the cache the roadmap builds where no browser can be started', () => {
  const output = path.join(mkdtempSync(path.join(tmpdir(), 'bare-')), 'dist');
  const { status } = build(inject('roadmap').root, output, { ROADMAP_HIDE_BROWSERS: '1' });
  expect(status).toBe(0);
  expect(existsSync(path.join(output, 'index.html'))).toBe(true);
});
