import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCurriculum } from '../src/curriculum/load.ts';
import { pagePath } from '../src/curriculum/names/page-id.ts';
import { renamesOf } from '../src/renames/moved.ts';
import { editorSchemas } from './editor-schemas.ts';
import { repository } from './run-program.ts';

const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');

test('editors complete data files with the schemas of today', () => {
  for (const [name, text] of editorSchemas())
    expect(read(`.vscode/schemas/${name}`), 'run `node scripts/editor-schemas.ts`').toBe(text);
  expect(readdirSync(path.join(repository, '.vscode/schemas')).sort()).toEqual([...editorSchemas().keys()].sort());
});

test('every schema that the editor settings name is there', () => {
  const settings = JSON.parse(read('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
  for (const file of Object.keys(settings['yaml.schemas']))
    expect(existsSync(path.join(repository, file)), file).toBe(true);
});

test('workflows and forms are valid YAML and run only commands that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const files = globSync('.github/**/*.yml', { cwd: repository });
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect(() => parse(read(file)), file).not.toThrow();
    for (const [, name] of read(file).matchAll(/npm run (\w+)/g)) expect(Object.keys(scripts), file).toContain(name);
  }
});

test('workflows use actions by commit, keep no credentials, and may only read what they do not publish', () => {
  for (const file of globSync('.github/workflows/*.yml', { cwd: repository })) {
    const text = read(file);
    for (const [, action] of text.matchAll(/uses: (.*)/g))
      expect(action, `${file}: name the commit, and behind it the version`).toMatch(
        /^[\w./-]+@[0-9a-f]{40} # v[\d.]+$/,
      );
    const { permissions, jobs } = parse(text) as {
      permissions: object;
      jobs: Record<string, { permissions?: object; steps: { uses?: string; with?: Record<string, unknown> }[] }>;
    };
    expect(permissions, file).toEqual({ contents: 'read' });
    for (const { steps, permissions: own } of Object.values(jobs)) {
      expect(
        ['contents', 'packages', 'actions'].filter((name) => name in (own ?? {})),
        file,
      ).toEqual([]);
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
        expect(step.with?.['persist-credentials'], file).toBe(false);
    }
  }
});

test('every package in the lock file has its digest', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { integrity?: string; link?: boolean }>;
  };
  expect(
    Object.entries(packages)
      .filter(([name, { integrity, link }]) => name !== '' && !link && !integrity)
      .map(([name]) => name),
    'ask the registry: npm view <name>@<version> dist.integrity',
  ).toEqual([]);
});

test('tests of the built site name pages of the two fixtures only, so that they pass for any content', () => {
  const fixtures = ['small', 'bare'].flatMap((name) => {
    const roadmap = openCurriculum(path.join(repository, `src/built-site/${name}-roadmap`));
    return [
      ...[...roadmap.pages.keys()].map((id) => pagePath(id)),
      ...roadmap.tracks.map((track) => track.path),
      ...renamesOf(roadmap, roadmap).pages.map(({ from }) => from),
    ];
  });
  const files = globSync('src/built-site/*.test.ts', { cwd: repository });
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const named = read(file).matchAll(/\/(?:phases|supplements|tracks|projects)\/[a-z][a-z0-9-]*\//g);
    expect(
      [...named].map(([address]) => address).filter((address) => !fixtures.includes(address)),
      `${file}: take a page from the-roadmap.ts, or promise it in content/coverage.yaml`,
    ).toEqual([]);
  }
});

test('every file that the texts for contributors link to is there', () => {
  // Pages of the roadmaps in the tests link to addresses of their sites.
  const texts = globSync('{src,scripts}/**/*.md', { cwd: repository, exclude: ['src/built-site/*-roadmap/**'] });
  for (const file of ['README.md', 'CONTRIBUTING.md', ...texts])
    for (const [, target] of read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
      expect(existsSync(path.join(repository, path.dirname(file), target!)), `${file}: ${target}`).toBe(true);
});
