/** A build with warm caches shows every change of what its pages are made from. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { repository } from '../repository/folders.ts';
import { buildEnvironment } from './build-environment.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'old-text-'));
const root = path.join(folder, 'roadmap');
const content = (file: string) => path.join(root, 'content', file);

const run = (program: string, ...words: string[]) =>
  spawnSync(process.execPath, [path.join(repository, program), ...words], {
    encoding: 'utf8',
    env: buildEnvironment({ ROADMAP_ROOT: root, ROADMAP_OUTPUT: output }),
  });
const output = path.join(folder, 'dist');

/** Builds the roadmap. @returns what reads a file of the site */
function build(): (file: string) => string {
  const { status, stdout, stderr } = run('scripts/astro.ts', 'build');
  expect(status, stdout + stderr).toBe(0);
  return (file) => readFileSync(path.join(output, file), 'utf8');
}

/** A page in Markdown and not MDX, with all that is put into a page when it is made. */
const note = `---
title: Note
description: A page in Markdown.
---

## Water

Water and [flour](/phases/flour/).

\`\`\`python sample="dough/hydration.py#hydration"
\`\`\`

\`\`\`mermaid title="Dough" caption="Flour becomes dough."
flowchart LR
  accTitle: Dough
  accDescr: Flour becomes dough.
  Flour --> Dough
  click Flour "flour"
\`\`\`
`;

/** What is changed in which file, the text that is new, and the pages it must be on. */
type Change = [what: string, file: string, change: (text: string) => string, seen: string, pages: string[]];

/** Each list is a build: what the page in Markdown is made from changes alone, the rest together. */
const rounds: Change[][] = [
  [
    [
      'a sample',
      'samples/dough/hydration.py',
      (text) => text.replace('    return', '    new_sample = flour\n    return'),
      'new_sample',
      ['note/index.html', 'phases/dough/index.html', 'samples/dough/hydration.py.txt'],
    ],
  ],
  [
    [
      'what is known of its run',
      'samples/dough/checks.yaml',
      () => 'skip: [{ files: [hydration.py], reason: the new reason why }]\n',
      'the new reason why',
      ['note/index.html', 'phases/dough/index.html'],
    ],
  ],
  [
    [
      'the settings of the site',
      'site.yaml',
      (text) => text.replace('https://git.example/bakers/bread', 'https://new.example/bread'),
      'https://new.example/bread/',
      ['note/index.html', 'phases/dough/index.html'],
    ],
  ],
  [
    [
      'a word of the interface',
      'i18n/en.json',
      () => '{ "diagram.words": "The drawing in new words" }',
      'The drawing in new words',
      ['note/index.html', 'gallery/index.html'],
    ],
  ],
  [
    [
      'a question',
      'questions/flour.yaml',
      (text) => text.replace('It holds the gas.', 'A new answer.'),
      'A new answer.',
      ['phases/flour/index.html'],
    ],
    [
      'a translated question',
      'ar/questions/flour.yaml',
      (text) => text.replace('يحبس الغاز', 'جواب جديد'),
      'جواب جديد',
      ['ar/phases/flour/index.html'],
    ],
    [
      'the glossary',
      'glossary.yaml',
      (text) => text.replace('The inside of a loaf.', 'A new definition.'),
      'A new definition.',
      ['glossary/index.html'],
    ],
    [
      'the diagram of a page',
      'docs/note.md',
      (text) => text.replace('Flour --> Dough', 'Flour --> Loaf["A new loaf"]'),
      'A new loaf',
      ['note/index.html'],
    ],
  ],
];

test('a change of anything that a page is made from is in the next build, as without caches', () => {
  cpSync(inject('small').root, root, { recursive: true });
  writeFileSync(
    path.join(root, 'content.config.ts'),
    `export { collections } from ${JSON.stringify(path.join(repository, 'content.config.ts'))};\n`,
  );
  writeFileSync(content('docs/note.md'), note);
  // What an editor has left behind is no page.
  writeFileSync(content('docs/.#note.md'), note);
  expect(run('scripts/new/index.ts', 'ids', '--yes').status).toBe(0);
  writeFileSync(content('samples/dough/checks.yaml'), '{}\n');
  build();
  for (const changes of rounds) {
    for (const [what, file, change] of changes) {
      const before = readFileSync(content(file), 'utf8');
      const after = change(before);
      expect(after, what).not.toBe(before);
      writeFileSync(content(file), after);
    }
    const site = build();
    for (const [what, , , seen, pages] of changes)
      for (const page of pages) expect(site(page), `${what} on ${page}`).toContain(seen);
  }
  // What warm caches gave is what a build without any gives, to the byte.
  const warm = filesBelow(output);
  for (const cache of ['.astro', '.vite'])
    rmSync(path.join(repository, 'node_modules', cache), { recursive: true, force: true });
  build();
  const cold = filesBelow(output);
  expect(existsSync(path.join(output, '.#note/index.html'))).toBe(false);
  expect([...cold.keys()].filter((file) => cold.get(file) !== warm.get(file))).toEqual([]);
  expect([...warm.keys()].filter((file) => !cold.has(file))).toEqual([]);
});

/** Each file of a site with its content, but for the two that hold the moment of the build. */
const filesBelow = (folder: string) =>
  new Map(
    globSync('**/*', { cwd: folder })
      .filter((file) => statSync(path.join(folder, file)).isFile() && !/offline.(?:files|version)\.json$/.test(file))
      .sort()
      .map((file) => [file, readFileSync(path.join(folder, file), 'base64')]),
  );
