/** Notes of several programs are brought into a roadmap, which then has no problem. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentFolder, pixel } from '../../src/curriculum/content-fixture.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';

const command = fileURLToPath(new URL('index.ts', import.meta.url));

function folderOf(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'notes-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const bringIn = (files: Record<string, string | Buffer>, ...flags: string[]) =>
  bringInFolder(folderOf(files), ...flags);

function bringInFolder(folder: string, ...flags: string[]) {
  const root = contentFolder({});
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'import', folder, ...flags], {
    encoding: 'utf8',
    env: { ...process.env, ROADMAP_ROOT: root },
  });
  const phases = path.join(root, 'content/docs/phases');
  const page = (name: string) => readFileSync(path.join(phases, name), 'utf8');
  return { root, stdout, stderr, status, phases, page, problems: () => loadCurriculum(root).problems };
}

/** The body of a page, without fields. */
const bodyOf = (page: string) => page.replace(/^---\n[^]*?\n---\n\n/, '');

test('plain Markdown becomes phases with fields, in order, and with its pictures', () => {
  const { page, problems, phases, stdout } = bringIn({
    '10-last.md': '# Last\n\nSee [the first](./2-first/README.md#one) and [a file](../other.zip).\n',
    '2-first/README.md':
      '# Über uns: {first}\n\nA paragraph that says what it is about, with 1 < 2.\n\nOne\n---\n\n![](img/dot.png) <img src="img/dot.png" alt="A dot">\n\n#### Deep\n\n```JS\na();\n```\n\n    indented\n\n<!-- note --> <https://example.com> a<br>b\n',
    '2-first/img/dot.png': pixel,
    'LICENSE.md': '# Licence\n',
  });
  expect(problems().map(({ code }) => code)).toEqual(['image-alt']);
  expect(readdirSync(phases).sort()).toEqual(['01-databases.mdx', 'first', '02-first.mdx', '03-last.mdx'].sort());
  const first = page('02-first.mdx');
  expect(first).toContain('title: "Über uns: {first}"');
  expect(first).toContain('description: A paragraph that says what it is about, with 1 < 2.');
  expect(first).toMatch(/topics:\n {2}- id: one\n {4}depth: must/);
  for (const words of [
    '## One',
    '### Deep',
    '![A dot](./first/dot.png)',
    '```js reason="excerpt"',
    '{/* note */}',
    'a<br />b',
  ])
    expect(bodyOf(first)).toContain(words);
  expect(bodyOf(page('03-last.mdx'))).toBe('## Last\n\nSee [the first](/phases/first/#one) and a file.\n');
  expect(stdout).toMatch(/10-last\.md:3 {2}the link `\.\.\/other\.zip` leads to no page/);
  expect(stdout).toMatch(/words for the one picture without any.*`undescribedPictures: allowed`/);
});

test('parts of pages become components', () => {
  const { root, page, problems, stdout } = bringIn({
    'docs/_install.mdx':
      "import Note from './_note.mdx';\n\nInstall version {props.version}.\n\n![A dot](./dot.png)\n\n<Note>{props.children}</Note>\n",
    'docs/_note.mdx': '> {children}\n',
    'docs/dot.png': pixel,
    'docs/a.mdx': '# A\n\nimport Install from \'./_install.mdx\';\n\n<Install version="21">Then restart.</Install>\n',
  });
  expect(problems()).toEqual([]);
  expect(stdout).not.toContain('Left:');
  expect(bodyOf(page('02-a.mdx'))).toContain('<Install version="21">Then restart.</Install>');
  expect(page('02-a.mdx')).not.toContain('import Install');
  const component = (name: string) => readFileSync(path.join(root, 'content/components', name), 'utf8');
  expect(component('Install.mdx')).toBe(
    'Install version {props.version}.\n\n![A dot](./dot.png)\n\n<Note><slot /></Note>\n',
  );
  expect(component('Note.mdx')).toBe('> <slot />\n');
});

test('double brackets are text where no note names another one by them', () => {
  const { page, problems } = bringIn({ 'a.md': '# A\n\nThe `[[Prototype]]` and [[Prototype]].\n', 'b.md': '# B\n' });
  expect(problems()).toEqual([]);
  expect(bodyOf(page('02-a.mdx'))).toContain('The `[[Prototype]]` and \\[[Prototype]].');
});

test('links whose pages are not in the folder lead to the site that it is from', () => {
  const files = {
    'deep/a.md': '# A\n\n[one](/other/#x) [two](../gone.md) <a href="/three/">three</a> [b](../b.md)\n',
    'b.md': '# B\n',
  };
  expect(bringIn(files).stdout).toMatch(/3 links name pages that are not in the folder.*`--site https/);
  const { page, problems, stdout } = bringIn(files, '--site', 'https://course.example/en');
  expect(problems()).toEqual([]);
  expect(stdout).not.toContain('Left:');
  expect(bodyOf(page('03-a.mdx'))).toContain(
    '[one](https://course.example/en/other/#x) [two](https://course.example/en/gone) <a href="https://course.example/en/three/">three</a> [b](/phases/b/)',
  );
  expect(bringIn(files, '--site', 'course').stderr).toContain('--site https://example.org');
});

test('goals become outcomes, what stands round the lesson is no topic, and names are written as in the text', () => {
  const lesson = (name: string) =>
    `### Introduction\n\nWe use PostgreSQL, and PostgreSQL again, not postgresql.\n\n### Lesson overview\n\nYou learn:\n\n- Set up ${name}.\n- Ask [it](https://a.example).\n\n### A - b\n\nText.\n\n\`\`\`text\nplain\n\`\`\`\n\n### Assignment\n\n[Read](#a-b).\n`;
  const { page, problems, stdout } = bringIn({
    'zoo/conclusion.md': '### Introduction\n\nText.\n',
    'apis/installing_postgresql.md': lesson('one'),
    'introduction/project.md': lesson('two'),
  });
  expect(problems()).toEqual([]);
  expect(bodyOf(page('02-project.mdx'))).toContain('[Read](#a---b)');
  const fields = page('03-installing-postgresql.mdx');
  expect(fields).toContain('title: Installing PostgreSQL\n');
  expect(fields).toContain('outcomes:\n  - Set up one.\n  - Ask it.\n');
  expect(fields).toContain('topics:\n  - id: a---b\n    depth: must\n---');
  expect(page('04-conclusion.mdx')).toContain('outcomes:\n  - Conclusion\n');
  expect(page('04-conclusion.mdx')).toContain('topics:\n  - id: introduction\n');
  expect(stdout).not.toContain('Left:');
});

test('boxes, callouts, tabs and links of other programs become those of this site', () => {
  const { page, problems, stdout } = bringIn({
    'docusaurus.mdx':
      "---\ntitle: D\nsidebar_position: 1\n---\n\nimport Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';\nimport Quiz from './Quiz';\n\n:::info Read this\n\nText.\n\n:::\n\n## Named {#own}\n\n[x](#own)\n\n<Tabs>\n<TabItem value=\"a\" label=\"A\">\n\nOne.\n\n</TabItem>\n</Tabs>\n\n<Quiz />\n",
    'mkdocs.md': '# M\n\n[TOC]\n\n!!! warning "Hot"\n    Mind it.\n\n    Again.\n\nAfter. ==marked==\n',
    'obsidian.md':
      '# O\n\nSee [[mkdocs|the other]] and [[Nowhere]].\n\n![[dot.png]]\n\n> [!abstract] In short\n> Text.\n',
    'hugo.md': '+++\ntitle = "H"\nweight = 1\n+++\n\n{{< figure src="x" >}}\n\nText.\n',
    'dot.png': pixel,
  });
  expect(problems()).toEqual([]);
  const docusaurus = bodyOf(page('02-docusaurus.mdx'));
  for (const words of [
    ':::note[Read this]',
    '## Named\n',
    '[x](#named)',
    'label="A"',
    "import { Tabs, TabItem } from '@astrojs/starlight/components';",
  ])
    expect(docusaurus).toContain(words);
  expect(docusaurus).not.toMatch(/Quiz|@theme/);
  expect(stdout).toContain('`<Quiz>` was taken out');
  expect(bodyOf(page('04-mkdocs.mdx'))).toBe(
    '## M\n\n:::caution[Hot]\nMind it.\n\nAgain.\n:::\n\nAfter. <mark>marked</mark>\n',
  );
  const obsidian = bodyOf(page('05-obsidian.mdx'));
  for (const words of [
    '[the other](/phases/mkdocs/)',
    'and Nowhere.',
    '![dot](./obsidian/dot.png)',
    '> [!NOTE]\n> **In short**',
  ])
    expect(obsidian).toContain(words);
  expect(stdout).toContain('`{{< figure src="x" >}}` was taken out');
});

test('what MkDocs groups by indentation gets an end, in lists, in each other and in the order of its navigation', () => {
  const { page, problems, stdout, phases } = bringIn({
    'mkdocs.yml':
      'docs_dir: .\nnav:\n  - Z: z.md\n  - Part:\n      - a.md\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n',
    'z.md': '# Z\n\nText.\n',
    'code/a.py': 'print(1)\n\nprint(2)\n',
    'dot.png': pixel,
    'a.md': `# A

[Slides](https://a.example){ .md-button } :octicons-arrow-right-24:

1. One

    ??? success "Solution \`x\`"

        Do this:

        === "pip"

            \`\`\`python linenums="1" hl_lines="1 3" title="a.py"
            --8<-- "code/a.py"
            \`\`\`
        === "uv"

            !!! example

                Deep.

                ???+ tip

                    Deeper.

    <figure markdown>
        ![A dot](dot.png){ width="500" }
    <figcaption> A dot
    that is small.
    </figure>

    \`\`\`sh
    --8<-- "code/gone.sh"
    \`\`\`

    \`\`\`sh
    \`\`\`

2. Two \`<https://x>\` and <name>.

    !!! warning "Never closed"

        \`\`\`bash
        ls

After, with <!-- a --> and \`<!-- b -->\`.

\`\`\`html
<!-- c --><br>
\`\`\`
`,
  });
  expect(problems()).toEqual([]);
  expect(readdirSync(phases).filter((name) => name.endsWith('.mdx'))).toEqual([
    '01-databases.mdx',
    '02-z.mdx',
    '03-a.mdx',
  ]);
  expect(stdout.match(/^- a\.md.*/gm)).toEqual([
    '- a.md:33  `code/gone.sh`, whose text stands here, is not in the folder',
    '- a.md:36  a block of code without any was taken out',
    '- a.md:45  a block of code was never closed, and ends here now',
  ]);
  expect(bodyOf(page('03-a.mdx'))).toMatchInlineSnapshot(`
    "import { TabItem, Tabs } from '@astrojs/starlight/components';

    ## A

    [Slides](https://a.example) 

    1. One

        <details>
        <summary>Solution \`x\`</summary>

        Do this:

        <Tabs>

        <TabItem label="pip">

        \`\`\`python title="a.py" {1,3} reason="excerpt"
        print(1)

        print(2)
        \`\`\`

        </TabItem>

        <TabItem label="uv">

        :::note[Example]

        Deep.

        <details open>
        <summary>Tip</summary>

        Deeper.

        </details>
        :::

        </TabItem>

        </Tabs>

        </details>

        <figure>

        ![A dot](./a/dot.png)

        <figcaption> A dot that is small.</figcaption>

        </figure>

        \`\`\`sh reason="excerpt"
        --8<-- "code/gone.sh"
        \`\`\`

        

    2. Two \`<https://x>\` and \\<name>.

        :::caution[Never closed]

        \`\`\`bash reason="excerpt"
        ls
        \`\`\`
        :::

    After, with {/* a */} and \`<!-- b -->\`.

    \`\`\`html reason="excerpt"
    <!-- c --><br>
    \`\`\`
    "
  `);
});

test('code and lists in an element of Markdown keep what they stand further in by', () => {
  const { page, problems } = bringIn({
    'a.md': [
      '# A\n\n## One\n\nWords.\n\n<div class="panel" markdown="1">\n\n1. First:\n',
      '   ```js\n   const a = [\n     {\n       b: 1,\n     },\n   ];\n   ```\n',
      '1. Then\n    - deeper\n\n```html\n<figure markdown>\n    x\n</figure>\n```\n\n</div>\n',
      '<figure markdown>\n    Words further in.\n    <figcaption>A caption\n    of two lines</figcaption>\n</figure>\n',
    ].join('\n'),
  });
  expect(problems()).toEqual([]);
  const body = bodyOf(page('02-a.mdx'));
  expect(body).toContain('   const a = [\n     {\n       b: 1,\n     },\n   ];\n   ```\n');
  expect(body).toContain('1. Then\n    - deeper\n');
  expect(body).toContain('<figure markdown>\n    x\n</figure>\n```');
  expect(body).toContain(
    '<figure>\n\nWords further in.\n\n<figcaption>A caption of two lines</figcaption>\n\n</figure>',
  );
});

test('frames, folds and pictures of Docusaurus come along, and anchors that other programs make lead to headings', () => {
  const folder = folderOf({
    'docs/course/a.md':
      '---\ntitle: A\n---\n\nimport { DetailedExplanation } from \'../../components/DetailedExplanation\'\n\n## 5.5 Responsive design\n\n<DetailedExplanation title={`Why?`}>\n\nBecause.\n\n</DetailedExplanation>\n\n<iframe\n  src="https://box.example/embed/1"\n  title="Try it"\n></iframe>\n\n![A dot](/img/dot.png)\n',
    'docs/course/b.md':
      "# B\n\n:::tip What You'll Learn\n\n- How to link\n- More\n:::\n\n[one](a.md#5.5_responsive_design) [two](./a.md#gone)\n",
    'docs/static/img/dot.png': pixel,
  });
  const { page, problems, stdout } = bringInFolder(path.join(folder, 'docs/course'));
  expect(problems()).toEqual([]);
  expect(bodyOf(page('02-a.mdx'))).toBe(
    '## 5.5 Responsive design\n\n<details>\n<summary>Why?</summary>\n\nBecause.\n\n</details>\n\n[Try it](https://box.example/embed/1)\n\n![A dot](./a/dot.png)\n',
  );
  expect(page('03-b.mdx')).toMatch(/description: one two\n[^]*outcomes:\n {2}- How to link\n {2}- More\n/);
  expect(bodyOf(page('03-b.mdx'))).toContain('[one](/phases/a/#55-responsive-design) [two](/phases/a/)');
  expect(stdout.match(/^- .*:\d+ .*/gm)).toEqual(['- b.md:9  no heading of the other page has the anchor `#gone`']);
});

test('what is text stays text, whatever MDX would make of it', () => {
  const { page, problems } = bringIn({
    'a.md':
      '# A\n\n{braces} `{code}` 1 <2 </b> export this\n\nexport default of wool\n\n<div align="center">\n\n## In a box\n\n<p style="x">y</p>\n\n</div>\n\n<script>a()</script>\n',
    'b.mdx': '# B\n\nA {lone brace and a <tag>\n\n## C\n\nText.\n',
  });
  expect(problems()).toEqual([]);
  expect(bodyOf(page('02-a.mdx'))).toContain('\\{braces} `{code}` 1 \\<2');
  expect(bodyOf(page('02-a.mdx'))).toContain('## In a box');
});

test('nothing is taken along that lies further away than beside the folder', () => {
  const away = folderOf({ 'secret/plan.png': pixel, 'course/beside.png': pixel });
  const notes = path.join(away, 'course/notes');
  mkdirSync(notes);
  symlinkSync(path.join(away, 'secret/plan.png'), path.join(away, 'course/link.png'));
  symlinkSync(path.join(away, 'secret'), path.join(away, 'course/way'));
  symlinkSync(path.join(away, 'secret/plan.png'), path.join(notes, 'own.png'));
  const names = [
    '../beside.png',
    '../link.png',
    '../way/plan.png',
    '../../secret/plan.png',
    '/../../secret/plan.png',
    './own.png',
  ];
  writeFileSync(path.join(notes, 'a.md'), `# A\n\n${names.map((name) => `![A dot](${name})`).join('\n\n')}\n`);
  const { phases } = bringInFolder(notes);
  expect(readdirSync(path.join(phases, 'a'))).toEqual(['beside.png']);
});

test('a page that is too large for the site is told before it is read', () => {
  const { stderr, status, phases } = bringIn({ 'a.md': '# A\n', 'b/long.md': '<!-- '.repeat(100_000) });
  expect(stderr).toContain('`b/long.md` has 489 KiB, and a page at most 256.');
  expect(status).toBe(1);
  expect(readdirSync(phases)).toEqual(['01-databases.mdx']);
});

test('a dry run shows the plan and writes nothing, and nothing is ever written over', () => {
  const dry = bringIn({ 'a.md': '# A\n\nText.\n' }, '--dry-run');
  expect(dry.stdout).toContain('planned  content/docs/phases/02-a.mdx');
  expect(existsSync(path.join(dry.phases, '02-a.mdx'))).toBe(false);
  const twin = bringIn({ 'databases.md': '# Databases\n\nText.\n' });
  expect(readdirSync(twin.phases).sort()).toEqual(['01-databases.mdx', '02-databases-2.mdx']);
  expect(twin.problems()).toEqual([]);
  expect(bringIn({ 'a.txt': 'x' }).stderr).toContain('has no file that ends in');
  expect(bringIn({ 'a.md': '# A' }, '--level', 'hard').stderr).toContain('Levels are beginner, intermediate, advanced');
});
