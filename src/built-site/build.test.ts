import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { contentFolder, phasePage } from '../curriculum/content-fixture.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

function build(root: string, output: string, environment: Record<string, string> = {}) {
  return spawnSync(process.execPath, [path.join(repository, 'scripts/astro.ts'), 'build'], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      ROADMAP_ROOT: root,
      ROADMAP_OUTPUT: output,
      ...environment,
    },
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
    'content/docs/phases/02-caching.mdx': phasePage({ level: 'begginer' }),
    'content/docs/phases/03-more.mdx': phasePage({ prerequisites: '[cachign]' }),
  });
  const { status, stdout, stderr } = build(root, output);
  expect(status).not.toBe(0);
  expect(stdout + stderr).toContain('02-caching.mdx');
  expect(stdout + stderr).toContain('Did you mean `caching`?');
  expect(readFileSync(path.join(output, 'index.html'), 'utf8')).toBe('good');
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

test('with its diagrams in the cache the roadmap builds where no browser can be started', () => {
  const output = path.join(mkdtempSync(path.join(tmpdir(), 'bare-')), 'dist');
  const { status } = build(inject('roadmap').root, output, { ROADMAP_HIDE_BROWSERS: '1' });
  expect(status).toBe(0);
  expect(existsSync(path.join(output, 'index.html'))).toBe(true);
});
