import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writtenOut } from '../build-cache/build-cache.ts';
import { contentFolder, phasePage, soundContent } from '../curriculum/content-fixture.ts';
import { openCurriculum } from '../curriculum/load.ts';
import type { Studio } from '../diagrams/studio.ts';
import type { Project } from '../site/project.ts';
import { pageInputs } from './kept-pages.ts';

const site = soundContent['content/site.yaml']!;
const shown =
  '## Joins\n\n<Hint />\n\n```python sample="shop/a.py"\n```\n\n```mermaid title="A" caption="B."\nflowchart LR\n  accTitle: A\n  accDescr: B\n  A --> B\n```\n';
const files: Record<string, string> = {
  'content/site.yaml': `${site}languages:\n  - { code: de, label: Deutsch }\n`,
  'content/docs/phases/01-databases.mdx': phasePage({}, shown),
  'content/docs/phases/02-caching.mdx': phasePage({ title: 'Caching', topics: '[{ id: joins, depth: must }]' }),
  'content/docs/de/phases/01-databases.mdx':
    '---\ntitle: Datenbanken\ndescription: Von Datenbanken.\n---\n\n## Joins\n\nText.\n',
  'content/components/Hint.mdx': 'A hint.\n',
  'content/samples/shop/a.py': 'print(1)\n',
  'content/samples/shop/b.py': 'print(1)\n',
  'content/samples/other/a.py': 'print(1)\n',
  'content/glossary.yaml': '- { term: WAL, definition: A log. }\n',
  'content/i18n/en.json': '{}\n',
};

/** What the page of databases is made of, as it stands or after a change. */
async function inputsAfter(change: Record<string, string> = {}, page = 'phases/01-databases.mdx', drawn = 'a') {
  rmSync(path.join(root, 'content'), { recursive: true });
  for (const [file, text] of Object.entries({ ...soundContent, ...files, ...change })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const inputs = pageInputs({
    root,
    curriculum: openCurriculum(root),
    samples: path.join(root, 'content/samples'),
    studio: { drawing: async () => ({ svg: drawn }) } as unknown as Studio,
  } as Project);
  return writtenOut(await inputs(path.join(root, 'content/docs', page)));
}
const root = contentFolder(files);

for (const [what, change] of Object.entries<Record<string, string>>({
  'its own text': { 'content/docs/phases/01-databases.mdx': phasePage({}, `${shown}\nMore.\n`) },
  'a sample it shows': { 'content/samples/shop/a.py': 'print(2)\n' },
  'a file beside that sample': { 'content/samples/shop/b.py': 'print(2)\n' },
  'what every sample has': { 'content/samples/pom.xml': '<project />\n' },
  'a component': { 'content/components/Hint.mdx': 'Another hint.\n' },
  'a term': { 'content/glossary.yaml': '- { term: Log, definition: A log. }\n' },
  'the settings of the site': { 'content/site.yaml': files['content/site.yaml']!.replace('title: Test', 'title: T') },
  'the name of another page': { 'content/docs/phases/02-caching.mdx': phasePage({ title: 'Caches' }) },
  'words of the interface': { 'content/i18n/en.json': '{ "topic.must": "Learn" }\n' },
}))
  test(`a page is compiled again after a change of ${what}`, async () => {
    expect(await inputsAfter(change)).not.toBe(await inputsAfter());
  });

test('a page is compiled again when its diagram is drawn in another way', async () => {
  expect(await inputsAfter({}, undefined, 'b')).not.toBe(await inputsAfter());
});

test('a translated page is compiled again after a change of the page that it translates', async () => {
  const page = 'de/phases/01-databases.mdx';
  const renamed = phasePage({ topics: '[{ id: unions, depth: must }]' }, shown.replace('## Joins', '## Unions'));
  const change = { 'content/docs/phases/01-databases.mdx': renamed };
  expect(await inputsAfter(change, page)).not.toBe(await inputsAfter({}, page));
});

test('a page is taken as it was when only the text of another page or the sample of another one changes', async () => {
  const before = await inputsAfter();
  const other = phasePage({ title: 'Caching' }, '## Joins\n\nQuite another text, which is longer.\n');
  expect(await inputsAfter({ 'content/docs/phases/02-caching.mdx': other, 'content/samples/other/a.py': '' })).toBe(
    before,
  );
});
