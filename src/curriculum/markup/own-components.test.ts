/** Components that a roadmap writes itself: what they become, and what is told of them. */
import { expect, test } from 'vitest';
import { contentFolder, phasePage, pixel, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';
import { bodyAsMarkdown } from '../../machine-readable/body-markdown.ts';

type Files = Record<string, string | Buffer | undefined>;

const about = 'content/docs/about.mdx';
const today = new Date('2026-12-01');
const page = (body: string) => `---\ntitle: About\ndescription: About this.\n---\n\n${body}\n`;
const component = (name: string, text: string) => ({ [`content/components/${name}.mdx`]: text });

const load = (files: Files) => loadCurriculum(contentFolder(files), today);
/** Problems as `code file:line:column message`. Line 6 is the first of the body of the page. */
const problems = (body: string, files: Files) =>
  load({ [about]: page(body), ...files }).problems.map(
    ({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message}`,
  );
const aboutPage = (body: string, files: Files) => {
  const { curriculum, problems: found } = load({ [about]: page(body), ...files });
  expect(found).toEqual([]);
  return curriculum!.pages.get('about')!;
};

const install = component(
  'Install',
  `---
version: "21"
---

import { Aside } from '@astrojs/starlight/components';

export const tool = 'java';

## Install {props.name} {props.version}

Run {tool} on localhost:8080, and read [the phases](/phases/databases/) or [this][here].

<Aside title={\`\${props.name} first\`}>

<slot />

</Aside>

![A dot](./dot.png)

[here]: #install-it-21
`,
);
const dot = { 'content/components/dot.png': pixel };

test('a component is part of the page that it stands in', () => {
  const { headings, links, images, text } = aboutPage('<Install name="it">\n\nThen **restart**.\n\n</Install>', {
    ...install,
    ...dot,
  });
  expect(headings.map(({ id, depth, place }) => [id, depth, place.file, place.line])).toEqual([
    ['install-it-21', 2, 'content/components/Install.mdx', 9],
  ]);
  expect(links.map(({ target }) => target)).toEqual(['/phases/databases/', '#install-it-21']);
  expect(images.map(({ target, place }) => [target, place.file])).toEqual([
    ['./dot.png', 'content/components/Install.mdx'],
  ]);
  expect(text).toContain('Run java on localhost:8080');
  expect(text).toContain('Then restart.');
});

test('its heading can be a topic, and its words are those of a translation where there is one', () => {
  const { curriculum, problems: found } = load({
    ...component('Joins', '## Joins\n\nText.'),
    'content/ar/components/Joins.mdx': '## وصل\n\nنص.',
    'content/docs/phases/01-databases.mdx': phasePage({}, '<Joins />\n'),
    'content/docs/ar/phases/01-databases.mdx': '---\ntitle: قواعد\ndescription: عن القواعد.\n---\n\n<Joins />\n',
    'content/site.yaml': `${soundContent['content/site.yaml']}languages: [{ code: ar }]\n`,
  });
  expect(found.filter(({ code }) => !/^string/.test(code))).toEqual([]);
  expect(curriculum!.phases[0]!.topics[0]!.title).toBe('Joins');
  expect(curriculum!.translations[0]!.pages.get('phases/databases')!.text).toContain('نص');
});

test('it can stand in a line, in a list, and in another one', () => {
  const files = {
    ...component('Key', '<kbd><slot /></kbd>'),
    ...component('Version', '21'),
    ...component('Both', 'Press <Key>{props.key}</Key> in <Version />.'),
  };
  const { text } = aboutPage('- one <Key>*Enter*</Key> and <Version />\n\n  <Both key="F1" />', files);
  expect(text.replace(/\s+/g, ' ')).toContain('one Enter and 21Press F1 in 21.');
});

test.each([
  ['a misspelled tag', '<Instal name="it" />', install, /^component-unknown .*about.mdx:6:1 .*Did you mean `Install`/],
  [
    'words it does not know',
    '<Install name="a" verson="2">x</Install>',
    install,
    /^component-prop .*`verson`.*`version`/,
  ],
  ['words that are missing', '<Install>x</Install>', install, /^component-prop-missing .*about.mdx:6:1 .*needs `name`/],
  ['no place for what is put in', '<V>x</V>', component('V', '21'), /^component-slot .*about.mdx:6:1 /],
  ['blocks in a line', 'Use <V /> here.', component('V', 'a\n\nb'), /^component-in-line .*about.mdx:6:5 /],
  ['blocks put into a line', '<V>\n\na\n\nb\n\n</V>', component('V', '**<slot />**'), /^component-slot-blocks .*:6:1 /],
  [
    'an attribute of the place for what is put in',
    '<V>x</V>',
    component('V', 'a <slot onclick="x()" />'),
    /^component-slot-attribute .*V\.mdx:1:3 .*`onclick`/,
  ],
  ['a default of a page', '<V />', component('V', '---\ntitle: T\n---\n\n21'), /^component-default .*V\.mdx/],
  [
    'a default that is a list',
    '<V />',
    component('V', '---\na: [1]\n---\n\n{props.a}'),
    /^component-default-kind .*V\.mdx:2:4/,
  ],
  ['no page', 'Text.', component('V', '21'), /^component-unused content\/components\/V\.mdx/],
  ['a name that is taken', '<Card />', component('Card', '21'), /^component-taken .*Card\.mdx/],
  ['a name like a page’s', 'Text.', { 'content/components/install-java.mdx': '21' }, /^component-file .*InstallJava/],
  [
    'an import of it',
    "import V from '../components/V.mdx';\n\n<V />",
    component('V', '21'),
    /^import-unknown .*needs no import/,
  ],
])('%s is told where it stands', (_what, body, files, wanted) => {
  expect(problems(body, { ...files, ...dot })).toContainEqual(expect.stringMatching(wanted));
});

test('faults in a component are told once, in its own file and line', () => {
  const files = component('V', '[gone](/nowhere/)\n\n<div onclick="x()">a</div>\n\n![A](./no.png)\n\n<Steps>a</Steps>');
  const other = { 'content/docs/other.mdx': page('<V />') };
  expect(problems('<V />\n\n<V />', { ...files, ...other }).map((one) => one.split(' ').slice(0, 2))).toEqual([
    ['html-unsafe', 'content/components/V.mdx:3:1'],
    ['component-import', 'content/components/V.mdx:7:1'],
    ['image-missing', 'content/components/V.mdx:5:1'],
    ['link-broken', 'content/components/V.mdx:1:1'],
  ]);
});

test.each([
  ['code', '{process.exit()}', 'code-outside'],
  ['code of the page', '{props.a()}', 'code-outside'],
  ['a module', "import fs from 'node:fs'\n\n{fs}", 'import-unknown'],
  ['a script', '<script>a()</script>', 'html-unsafe'],
  ['an address that runs', '<a href={props.a}>x</a>', 'html-unsafe'],
  ['a handler', '<b onclick={props.a}>x</b>', 'html-unsafe'],
  ['everything it is given', '<b {...props}>x</b>', 'html-unsafe'],
  [
    'HTML in words of a component',
    "import { Card } from '@astrojs/starlight/components';\n\n<Card title={props.b} />",
    'html-unsafe',
  ],
])('nothing of a component can run: %s', (_what, text, code) => {
  const found = problems(
    '<V a="javascript:x()" b="<img src=x>" />',
    component('V', `${text}\n\n{/* {props.a} {props.b} */}`),
  );
  expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${code} content/components/V\\.mdx:`)));
});

test('components end: in a circle, and by how much they bring', () => {
  expect(problems('<A />', { ...component('A', '<B />'), ...component('B', '<A />') })).toEqual([
    expect.stringMatching(/^component-cycle content\/components\/B\.mdx:1:1 .*`<A>` holds `<B>` holds `<A>`/),
  ]);
  const tower = Object.assign(
    {},
    ...Array.from({ length: 12 }, (_one, at) => component(`T${at}`, `<T${at + 1} />\n\n`.repeat(10))),
    component('T12', 'x'),
  ) as Files;
  expect(problems('<T0 />', tower)).toEqual([expect.stringMatching(/^component-much /)]);
});

test('components do not grow by what they hand on', () => {
  const chain = (text: (next: string) => string) =>
    Object.assign(
      {},
      ...Array.from({ length: 40 }, (_one, at) => component(`C${at}`, text(`C${at + 1}`))),
      component('C40', '{props.x}\n\n<slot />'),
    ) as Files;
  const words = chain((next) => `<${next} x={\`\${props.x}\${props.x}\`}>\n\n<slot />\n\n</${next}>`);
  expect(problems('<C0 x="words" />', words)[0]).toMatch(/^component-prop-long content\/components\/C\d\.mdx:1:1 /);
  const slots = chain((next) => `<${next} x={props.x}>\n\n<slot />\n\n<slot />\n\n</${next}>`);
  expect(problems('<C0 x="a">\n\nb\n\n</C0>', slots)).toEqual([
    expect.stringMatching(/^component-much content\/components\/C\d+\.mdx:1:1 /),
  ]);
});

test('a copy of the page in Markdown has its words', () => {
  const { curriculum } = load({ [about]: page('<Install name="it">x</Install>'), ...install, ...dot });
  const written = bodyAsMarkdown(
    '- Do:\n\n  <Install name={`it`}>\n  Then **restart**.\n  </Install>\n\n{frontmatter.title}',
    {
      samples: '/nowhere',
      writers: {},
      page: '/about/',
      isMdx: true,
      fields: { title: 'About' },
      components: curriculum!.components.get('')!,
    },
  );
  expect(written).toBe(`- Do:

  ## Install it 21

  Run java on localhost:8080, and read [the phases](/phases/databases/) or [this](#install-it-21).

  > **it first**
  >
  > Then **restart**.

  [Picture: A dot](/about/)

About`);
});
