import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from './schema/contrast.ts';
import { contentFolder, phasePage, pixel, soundContent } from './content-fixture.ts';
import { loadCurriculum } from './load.ts';
import { repository } from '../repository/folders.ts';
import type { Problem, ProblemCode } from './problems/problems.ts';

type Files = Record<string, string | Buffer | undefined>;

const first = 'content/docs/phases/01-databases.mdx';
const second = 'content/docs/phases/02-caching.mdx';
const about = 'content/docs/about.mdx';
const site = 'content/site.yaml';
const questions = 'content/questions/databases.yaml';
const track = 'content/tracks/1-way.yaml';

const today = new Date('2026-12-01');
const load = (files: Files) => loadCurriculum(contentFolder(files), today);
const plainPage = (body: string) => `---\ntitle: About\ndescription: About this.\n---\n\n${body}\n`;
const sitePlus = (line: string) => `${soundContent[site]}${line}\n`;
const siteWith = (from: string, to: string) => soundContent[site]!.replace(from, to);
const trackFile = (fields: string) =>
  `title: Way\nlabel: Way\nsummary: S\nlevels: [beginner, beginner]\nduration: D\nstages:\n  - { id: a, title: A, items: [{ label: L, to: databases }] }\n${fields}`;

/** A broken content: what it is, its files, and the problem it must give. */
type Case = [name: string, files: Files, code: ProblemCode, place: string, words: string];

/** Two lines before a body. */
const card = "import { Card } from '@astrojs/starlight/components';\n\n";
const block = "import { Code } from '@astrojs/starlight/components';\n\n";
const checkpoint = "import { Checkpoint } from '@components';\n\n";

/** Plain page bodies; line 6 of the file is the first line of the body. */
const markup = (name: string, body: string, code: ProblemCode, place: string, words: string): Case => [
  name,
  { [about]: plainPage(body) },
  code,
  `${about}:${place}`,
  words,
];

const cases: Record<string, Case[]> = {
  'a file': [
    ['that is empty', { [second]: '' }, 'file-empty', second, 'The file is empty'],
    ['that is only blank lines', { [questions]: ' \n\n' }, 'file-empty', questions, 'The file is empty'],
    [
      'with a NUL byte',
      { [second]: `${phasePage()}a\u0000b\n` },
      'file-control',
      `${second}:17:2`,
      'The character U+0000 stands here',
    ],
    [
      'with a line end that only one parser of YAML knows',
      { [about]: '---\ntitle: About\n# note\rhead: []\n---\n\nText.\n' },
      'file-control',
      `${about}:3:7`,
      'The character U+000D',
    ],
    [
      'with text that runs backwards',
      { [second]: phasePage({ title: 'A \u202Egnp.exe' }) },
      'file-control',
      `${second}:2:10`,
      'The character U+202E',
    ],
    [
      'in Latin-1',
      { [second]: Buffer.from(phasePage({ title: 'Données' }), 'latin1') },
      'file-encoding',
      `${second}:2:12`,
      'The byte 0xE9 is not UTF-8',
    ],
    [
      'in UTF-16',
      { [questions]: Buffer.from('\uFEFF- id: a\n', 'utf16le') },
      'file-encoding',
      `${questions}:1:1`,
      'The byte 0xFF is not UTF-8',
    ],
    [
      'of two megabytes',
      { [about]: plainPage('word '.repeat(400_000)) },
      'file-large',
      about,
      'The file has 1953 KiB, at most 256 KiB',
    ],
    [
      'with a line of 250 KB',
      { [about]: plainPage(`a\n${'>'.repeat(250_000)}`) },
      'line-long',
      `${about}:7:1`,
      'The line has 250,000 characters, at most 10,000',
    ],
    [
      'named with spaces',
      { 'content/docs/My notes.mdx': plainPage('A') },
      'page-file-name',
      'content/docs/My notes.mdx',
      'for example `my-notes.mdx`',
    ],
    [
      'named with a Windows path',
      { 'content/docs/start\\who.mdx': plainPage('A') },
      'page-file-name',
      'content/docs/start\\who.mdx',
      'for example `start-who.mdx`',
    ],
    [
      'named with emoji only',
      { 'content/docs/🍞.mdx': plainPage('A') },
      'page-file-name',
      'content/docs/🍞.mdx',
      'for example `page.mdx`',
    ],
    [
      'named like a part of a page',
      { 'content/docs/_part.mdx': plainPage('A') },
      'page-file-name',
      'content/docs/_part.mdx',
      'for example `part.mdx`',
    ],
    [
      'of a phase with another form of name',
      { 'content/docs/phases/2 Caching.MDX': phasePage() },
      'file-ending',
      'content/docs/phases/2 Caching.MDX',
      'Rename it to end in `.mdx` or `.md`',
    ],
    [
      'of a phase with a number of thirty digits',
      { [`content/docs/phases/${'9'.repeat(30)}-a.mdx`]: phasePage() },
      'file-name',
      `content/docs/phases/${'9'.repeat(30)}-a.mdx`,
      'is not of the form `NN-slug.mdx`',
    ],
    [
      'of a phase in a folder of its own',
      { 'content/docs/phases/sub/03-deep.mdx': phasePage() },
      'page-folder',
      'content/docs/phases/sub/03-deep.mdx',
      'stand directly in `content/docs/phases`',
    ],
    [
      'with the number of another',
      { 'content/docs/phases/1-caching.mdx': phasePage() },
      'number-twice',
      'content/docs/phases/1-caching.mdx',
      'The number 1 is also used by',
    ],
    [
      'that the question folder does not read',
      { 'content/questions/databases.json': '[]' },
      'file-ending',
      'content/questions/databases.json',
      'is not read, because of its ending',
    ],
    ...['mdown', 'mdwn', 'mkd', 'mdoc', 'MDX'].map((ending): Case => [
      `of a page that only Starlight would read: ${ending}`,
      { [`content/docs/a.${ending}`]: plainPage('<script>a()</script>') },
      'file-ending',
      `content/docs/a.${ending}`,
      'Rename it to end in `.mdx` or `.md`',
    ]),
    [
      'at the address of a page the site makes',
      { 'content/docs/map.mdx': plainPage('A') },
      'page-taken',
      'content/docs/map.mdx',
      'The address `/map/` belongs to a page that the site makes',
    ],
  ],
  'a folder': [
    [
      'that is missing',
      { [first]: undefined, 'content/docs/index.mdx': undefined },
      'folder-missing',
      'content/docs',
      'The folder `content/docs` is missing',
    ],
    [
      'without a home page',
      { 'content/docs/index.mdx': undefined },
      'home-missing',
      'content/docs',
      'Create `content/docs/index.mdx`',
    ],
    [
      'without phases',
      { [first]: undefined },
      'phases-missing',
      'content/docs',
      'Create one with `npm run new -- phase`',
    ],
    [
      'in the place of which a file stands',
      { 'content/questions': 'x' },
      'file-unreadable',
      'content/questions',
      'a folder of this name is expected',
    ],
    ['without settings', { [site]: undefined }, 'file-missing', site, 'is missing'],
    [
      'in the place of the settings',
      { [site]: undefined, 'content/site.yaml/a': 'a' },
      'file-unreadable',
      site,
      'it is a folder',
    ],
  ],
  YAML: [
    [
      'that is indented with tabs',
      { [site]: sitePlus('social:\n\t- icon: github') },
      'yaml-syntax',
      `${site}:10:1`,
      'tabs are not allowed',
    ],
    [
      'with a quote left open',
      { [second]: phasePage({ title: '"open' }) },
      'yaml-syntax',
      `${second}:11:37`,
      'This is not valid YAML',
    ],
    [
      'with a key twice',
      { [second]: phasePage({ title: 'A\ntitle: B' }) },
      'yaml-syntax',
      `${second}:3:1`,
      'Map keys must be unique',
    ],
    [
      'with an alias',
      { [second]: phasePage({ tags: '&t [SQL]', outcomes: '*t' }) },
      'yaml-alias',
      `${second}:8:11`,
      'The alias `*t` stands for a value from elsewhere',
    ],
    [
      'that would grow without end',
      { [questions]: 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n' },
      'yaml-alias',
      `${questions}:2:8`,
      'The alias `*a`',
    ],
    [
      'with a tag that makes objects',
      { [second]: phasePage({ versions: '!!python/object {}' }) },
      'yaml-syntax',
      `${second}:10:11`,
      'Unresolved tag',
    ],
    ['nested ten thousand deep', { [questions]: '['.repeat(10_000) }, 'yaml-syntax', questions, 'not valid YAML'],
    [
      'of two documents',
      { [site]: `${soundContent[site]}---\na: b\n` },
      'yaml-syntax',
      `${site}:9:1`,
      'a line `---` starts a second document',
    ],
    [
      'that is a list in the frontmatter',
      { [about]: '---\n- a\n- b\n---\n\nA\n' },
      'frontmatter-shape',
      `${about}:2:1`,
      'The frontmatter is a list',
    ],
    [
      'that is one word in the frontmatter',
      { [about]: '---\ntitle\n---\n\nA\n' },
      'frontmatter-shape',
      `${about}:2:1`,
      'The frontmatter is a single value',
    ],
    [
      'whose frontmatter is never closed',
      { [about]: '---\ntitle: A\n\nText\n' },
      'frontmatter-missing',
      `${about}:1`,
      'Start the file with `---`',
    ],
    [
      'with a key that reaches for prototypes',
      { [second]: phasePage({ __proto__x: '1' }).replace('__proto__x', '__proto__') },
      'yaml-key',
      `${second}:12:1`,
      '`__proto__` cannot be used as a key',
    ],
    [
      'with such a key deep inside',
      { [second]: phasePage({ versions: '{ __proto__: "1" }' }) },
      'yaml-key',
      `${second}:10:13`,
      '`__proto__` cannot be used as a key',
    ],
  ],
  'frontmatter that the build would read in another way': [
    [
      'a day of the last change in quotes',
      { [about]: "---\ntitle: A\ndescription: D.\nlastUpdated: '2026-11-20'\n---\n\nA\n" },
      'frontmatter-build',
      `${about}:4:14`,
      'Write the day without quotes.',
    ],
    [
      'a title that is a day',
      { [about]: '---\ntitle: 2026-11-20\ndescription: D.\n---\n\nA\n' },
      'frontmatter-build',
      `${about}:2:8`,
      'it reads `"2026-11-20"` as a day. Put it in quotes.',
    ],
    [
      'a title that is a number',
      { [about]: '---\ntitle: 0b11\ndescription: D.\n---\n\nA\n' },
      'frontmatter-build',
      `${about}:2:8`,
      'it reads `"0b11"` as `3`.',
    ],
    [
      'fields that are taken over',
      { [second]: phasePage({ versions: '{ <<: { a: b }, c: d }' }) },
      'frontmatter-build',
      second,
      'write out what `<<` stands for',
    ],
    [
      'with an end of its own',
      { [about]: '---\ntitle: A\ndescription: D.\n+++: 1\n---\n\nA\n' },
      'frontmatter-build',
      about,
      'starts with `---` or `+++`',
    ],
  ],
  'a field': [
    [
      'of the wrong type',
      { [second]: phasePage({ topics: 'joins' }) },
      'field-wrong',
      `${second}:11:9`,
      'write a list, such as `[one, two]`',
    ],
    [
      'with a number where words belong',
      { [second]: phasePage({ title: '42' }) },
      'field-wrong',
      `${second}:2:8`,
      'write a text',
    ],
    [
      'with endless hours',
      { [second]: phasePage({ hours: '[1, .inf]' }) },
      'field-wrong',
      `${second}:5:12`,
      '`hours.[2]`'.replace('.', ''),
    ],
    [
      'of Starlight with another shape',
      { [second]: phasePage({ sidebar: '[x]' }) },
      'field-wrong',
      `${second}:12:10`,
      'The field `sidebar` has the value `["x"]`',
    ],
    ...Object.entries({
      'head: [{ tag: script, content: "a()" }]': ['field-unknown', '4:7', 'The field `head` is unknown'],
      'banner: { content: "<script>a()</script>" }': ['html-unsafe', '4:20', '`<script>` is not allowed'],
      'hero: { tagline: "<img src=x onerror=a()>" }': ['html-unsafe', '4:18', '`<img>` is not allowed'],
      'hero: { image: { html: "<svg/onload=a()>" } }': ['field-unknown', '4:24', '`hero.image.html` is unknown'],
      'sidebar: { attrs: { onclick: "a()" } }': ['field-unknown', '4:19', '`sidebar.attrs` is unknown'],
      'hero: { actions: [{ text: A, link: /, icon: "<svg/onload=a()>" }] }': ['field-wrong', '4:45', 'icon'],
    } as Record<string, [ProblemCode, string, string]>).map(([field, [code, place, words]]): Case => [
      `with ${field}`,
      { [about]: `---\ntitle: About\ndescription: About this.\n${field}\n---\n\nA\n` },
      code,
      `${about}:${place}`,
      words,
    ]),
    [
      'that stands for the whole file',
      { [questions]: 'a: b\n' },
      'field-wrong',
      `${questions}:1:1`,
      'The file as a whole has the value',
    ],
    [
      'with a date that does not exist',
      { [second]: phasePage({ reviewed: '2026-02-31x' }) },
      'field-wrong',
      `${second}:9:11`,
      'use a date such as 2026-11-20',
    ],
    [
      'that Starlight would obey and the model not',
      { [second]: phasePage({ slug: 'other' }) },
      'field-unknown',
      `${second}:12:7`,
      'The field `slug` is unknown',
    ],
    [
      'with a list in the place of a name',
      { [second]: phasePage({ tags: '[[SQL]]' }) },
      'field-wrong',
      `${second}:7:8`,
      'write a text or a number',
    ],
    [
      'that is misspelled in a group of the sidebar',
      { [site]: siteWith('firstPhase', 'fistPhase') },
      'field-unknown',
      `${site}:8:16`,
      'Did you mean `firstPhase`?',
    ],
    [
      'with a script in the place of an address',
      { [second]: phasePage({ topics: '[{ id: joins, depth: must, source: "javascript:alert(1)" }]' }) },
      'field-wrong',
      `${second}:11:44`,
      'use an address that starts with https://',
    ],
    [
      'with an icon that there is not',
      { [site]: sitePlus('social: [{ icon: gitub, label: Code, href: "https://a.example" }]') },
      'field-wrong',
      `${site}:9:18`,
      'The field `social[1].icon` has the value `gitub`',
    ],
    [
      'with an icon on a button that there is not',
      {
        [about]:
          '---\ntitle: A\ndescription: B\nhero: { actions: [{ text: A, link: /phases/databases/, icon: gitub }] }\n---\n\nA\n',
      },
      'field-wrong',
      `${about}:4:62`,
      'The field `hero.actions[1].icon` has the value `gitub`',
    ],
    [
      'with a script behind a button',
      {
        [about]:
          '---\ntitle: A\ndescription: B\nhero: { actions: [{ text: A, link: "javascript:alert(1)" }] }\n---\n\nA\n',
      },
      'link-unsafe',
      `${about}:4:36`,
      '`javascript:alert(1)` is not allowed',
    ],
    [
      'with a base path that climbs',
      { [site]: sitePlus('base: ../../etc') },
      'field-wrong',
      `${site}:9:7`,
      'use / or a path such as /roadmap',
    ],
    [
      'with a style in the place of a colour',
      { [site]: siteWith("'#000000'", "'red;}</style><script>'") },
      'field-wrong',
      `${site}:4:18`,
      'use a colour such as #0b6e6e',
    ],
    [
      'of a question that names no topic',
      { [questions]: '- { id: a, topic: nope, level: beginner, question: Q, answer: A, explanation: E }\n' },
      'question-topic',
      `${questions}:1:19`,
      'Its topics are `joins`',
    ],
    [
      'of a track that leads nowhere',
      { [track]: trackFile('').replace('to: databases', 'to: database') },
      'topic-reference',
      `${track}:7:48`,
      'Did you mean `databases`?',
    ],
  ],
  markup: [
    markup(
      'with attributes that are spread in its JavaScript',
      "{<b {...{ 'set:html': '<i>x</i>' }} />}",
      'code-outside',
      '6:2',
      'Write the element without braces around it.',
    ),
    markup(
      'with a text as a component',
      'export const T = \'script\';\n\n<T src="/evil.js" />',
      'component-unknown',
      '8:1',
      'There is no component `T`',
    ),
    markup(
      'with elements in place of others',
      "export const components = { a: 'script' };",
      'code-outside',
      '6:14',
      '`components` is not allowed',
    ),
    markup('with a component nobody has', '<Chekpoint />', 'component-unknown', '6:1', 'Did you mean `Checkpoint`?'),
    markup(
      'with a component that is not imported',
      '<Checkpoint />',
      'component-import',
      '6:1',
      "import { Checkpoint } from '@components';",
    ),
    markup(
      'that imports a component nobody has',
      "import { Quiz } from '@components';\n\n<Quiz />",
      'component-unknown',
      '6:1',
      'There is no component `Quiz`',
    ),
    markup(
      'that imports from the machine',
      "import fs from 'node:fs';\n\nA",
      'import-unknown',
      '6:1',
      'Pages cannot import from `node:fs`',
    ),
    markup('with a tag left open', 'A <b>bold word\n\nNext', 'mdx-syntax', '6:1', 'closing tag for `<b>`'),
    markup('with a brace left open', 'A { b', 'mdx-syntax', '6:6', 'or put it in backticks'),
    markup(
      'with brackets twenty thousand deep',
      `{${'[\n'.repeat(20_000)}${']\n'.repeat(20_000)}}`,
      'mdx-syntax',
      '',
      'Could not parse expression',
    ),
    ...(
      [
        ['{process.env.HOME}', 'process.env.HOME'],
        ["export const x = (await import('node:fs')).readFileSync('/etc/hostname', 'utf8')\n\n{x}", '(await import('],
        ["{import('node:fs')}", 'import('],
        ["{import.meta.glob('/etc/*')}", 'import.meta.glob('],
        ["{fetch('http://localhost')}", 'fetch('],
        ["{[].constructor.constructor('return process')()}", '[].constructor.constructor('],
        ["{'a'.constructor}", "'a'.constructor"],
        ["{[]['const' + 'ructor']}", '[]['],
        ["{(<Card title='A' />).type}", '(<Card'],
        ['{[].concat(() => 1)[0]}', '[].concat('],
        ["{['x'].map([].concat, '<form>')}", "['x'].map("],
        ['{[1].map((one) => one)}', '[1].map('],
        ["{[1, 'a']}", "[1, 'a']"],
        ["{{ toString: 'a' }}", "{ toString: 'a' }"],
        ["{{ 'astro:jsx': true, type: 'iframe' }}", "{ 'astro:jsx'"],
        ["export const a = { b: '<form>' }", "{ b: '<form>' }"],
        ['{() => 1}', '() => 1'],
        ['{function () {}}', 'function ()'],
        ['{class {}}', 'class {}'],
        ['{`${[1].map(() => 1)}`}', '[1].map('],
        ['{String.raw`a`}', 'String.raw`a`'],
        ['{1 + 1}', '1 + 1'],
        ['{true && 1}', 'true && 1'],
        ['{true ? 1 : 2}', 'true ? 1 : 2'],
        ['{!1}', '!1'],
        ["{-'1'}", "-'1'"],
        ['{(1, 2)}', '1, 2'],
        ['{/a/}', '/a/'],
        ['{/(?<a>)\\k<a>/v}', '/(?<a>)'],
        ['{1n}', '1n'],
        ['{new Function("a")}', 'new Function('],
        ['{this}', 'this'],
        ['{undefined}', 'undefined'],
        ['{props}', 'props'],
        ['{frontmatter}', 'frontmatter'],
        ["{frontmatter['title']}", "frontmatter['title']"],
        ['{frontmatter.constructor}', 'frontmatter.constructor'],
        ['{frontmatter?.title}', 'frontmatter?.title'],
        ['{someone}', 'someone'],
        ['export const a = b\n\nexport const b = 1', 'b'],
        ['export const f = (x) => x', '(x) => x'],
        ['export const T = () => <b>x</b>', 'T'],
        ['export const Symbol = 1', 'Symbol'],
        ["export const components = 'a'", 'components'],
        ['export const getHeadings = 1', 'getHeadings'],
        ["export const _a = 'a'", '_a'],
        ['export const a = 1\n\nA\n\nexport const a = 2', 'a'],
        ['export const { a } = frontmatter', '{ a }'],
        ['export let x = 1', 'export let x = 1'],
        ['export function F() {}', 'export function F() {}'],
        ['export class F {}', 'export class F {}'],
        ['export default 1', 'export default 1'],
        ["export { readFileSync } from 'node:fs'", 'export {'],
        ["export * from 'node:fs'", 'export * from'],
        ['<a href={globalThis.x}>a</a>', 'globalThis.x'],
        ['<p title={<b>x</b>}>A</p>', '<b>x</b>'],
        ['{<b>x</b>}', '<b>x</b>'],
        ['{<>x</>}', '<>x</>'],
        ["import * as A from '@components'", '* as A'],
        ["import A from '@components'", 'A'],
        ["import { Checkpoint as B } from '@components'", 'Checkpoint as B'],
        ["import { Icon } from '@astrojs/starlight/components'\n\n{Icon.name}", 'Icon.name'],
        ["import Plan from './plan.png'", 'Plan'],
        ["import url from './plan.png'", 'url'],
        ["import { default as plan } from './plan.png'", 'default as plan'],
        ["import plan from './plan.svg'\n\n{plan}", 'plan'],
        ["import plan from './plan.png'\n\n{plan.fsPath}", 'plan.fsPath'],
        ["export const a = 'x'\n\n{a.length}", 'a.length'],
        [`export const a = '${'x'.repeat(1001)}'`, "'xxx"],
        [['export const a = `', 'x'.repeat(400), '`\n\nexport const b = `${a}${a}${a}`'].join(''), '`${a}${a}${a}`'],
      ] as const
    ).map(([body, code]) =>
      markup(`with JavaScript that is no constant: ${body.slice(0, 80)}`, body, 'code-outside', '', `\`${code}`),
    ),
    ...Object.entries({
      '{steps.map((one) => one)}': 'as a list or table of Markdown.',
      'Ask {someone} first.': 'Where braces are text, put them in backticks.',
      "import plan from './plan.svg'\n\n{plan}": '`src`, `width` and `height` of an imported picture.',
      "import { Checkpoint as B } from '@components'": 'Import a component by its own name, once.',
    }).map(([body, words]) =>
      markup(`with JavaScript, and how to write it instead: ${body}`, body, 'code-outside', '', words),
    ),
    ...Object.entries({
      'export const T = { X: \'iframe\' }\n\n<T.X src="/" />': 'html-unsafe 8:1 `<T.X>`',
      "export const P = 'script'\n\n<P />": 'component-unknown 8:1 no component `P`',
      "import plan from './plan.svg'\n\n<plan />": 'html-unsafe 8:1 `<plan>`',
      "export const bad = '<b>x'\n\n<Card title={bad}>x</Card>": 'html-unsafe 10:1 `title={bad}`',
      "export const a = '<'\n\n<Card title={`${a}img src=x>`}>x</Card>": 'html-unsafe 10:1 `title={`${a}img src=x>`}`',
      "export const to = 'javascript:a()'\n\n<a href={to}>x</a>": 'html-unsafe 8:1 `href={to}`',
      '<Code code={frontmatter.title} />': 'component-value 8:1 `code={frontmatter.title}`',
      '<Card title={frontmatter.title}>x</Card>': 'html-unsafe 8:1 `title={frontmatter.title}`',
      "export const to = '/nope/'\n\n<a href={to}>x</a>": 'link-broken 8:1 `/nope/`',
      "<Checkpoint of={'nope'} />": 'topic-reference 8:1 `nope`',
    }).map(([body, fault]): Case => {
      const [code, place, ...rest] = fault.split(' ') as [ProblemCode, string, ...string[]];
      const head = body.includes('<Card')
        ? card
        : body.includes('<Check')
          ? checkpoint
          : body.includes('<Code')
            ? block
            : '';
      const page = plainPage(`${head}${body}`).replace('title: About', `title: 'About <b>'`);
      return [`that names what it may not have: ${body}`, { [about]: page }, code, `${about}:${place}`, rest.join(' ')];
    }),
    ...Object.entries({
      '<Icon name="constructor" />': '`constructor`',
      "<Icon name={'__proto__'} />": '`__proto__`',
      '<Card title="A" icon="valueOf">x</Card>': '`valueOf`',
      '<LinkButton href="/" icon="toString">x</LinkButton>': '`toString`',
      '<TabItem label="A" icon="hasOwnProperty">x</TabItem>': '`hasOwnProperty`',
      ':::note{icon="constructor"}\nA\n:::': '`constructor`',
    }).map(([body, name]) =>
      markup(
        `with an icon that is none: ${body}`,
        `import { Card, Icon, LinkButton, TabItem } from '@astrojs/starlight/components';\n\n${body}`,
        'component-icon',
        '8:1',
        name,
      ),
    ),
    markup(
      'with a file in the place of a picture',
      "import x from '../../../../etc/hostname?raw&x=.png'\n\n{x}",
      'import-unknown',
      '6:1',
      'Pages cannot import from',
    ),
    markup(
      'with an imported picture from elsewhere',
      "import x from '../../../a.png'\n\n{x}",
      'image-outside',
      '6:1',
      'lies outside `content/docs`',
    ),
    markup(
      'with a picture from elsewhere',
      '![A](../../../a.png)',
      'image-outside',
      '6:1',
      'lies outside `content/docs`',
    ),
    markup('with quotes a thousand deep', `a\n\n${'> '.repeat(1000)}`, 'mdx-syntax', '8:1', 'nested too deeply'),
    markup('with a script', '<script>{`alert(1)`}</script>', 'html-unsafe', '6:1', '`<script>` is not allowed'),
    markup(
      'with a handler',
      '<img src="/a.png" alt="A" onerror="alert(1)" />',
      'html-unsafe',
      '6:1',
      '`onerror` is not allowed',
    ),
    ...Object.entries({
      '<style>{`p{}`}</style>': '`<style>`',
      '<svg><circle r="4" /></svg>': '`<svg>`',
      '<form action="/x"><button formaction="javascript:a()">a</button></form>': '`<form>`',
      '<p style="position:fixed">x</p>': '`style`',
      '<p {...{ onclick: "a()" }}>x</p>': '`{...{ onclick: "a()" }}`',
      '<a href={"javascript:a()"}>x</a>': '`href={"javascript:a()"}`',
      '<a href={`java\\tscript:a()`}>x</a>': '`href={`java\\tscript:a()`}`',
      '<div set:html="<script>a()</script>" />': '`set:html`',
      '<Card title="<script>a()</script>">x</Card>': '`title="<script>a()</script>"`',
      '<Card onclick="a()" title="A">x</Card>': '`onclick`',
      '<link rel="stylesheet" href="https://example.com/a.css" />': '`<link>`',
      '<math><mi>x</mi></math>': '`<math>`',
      '<p data-base="https://x.example/">x</p>': '`data-base`',
    }).map(([body, words]) =>
      markup(`that holds ${body}`, `${card}${body}`, 'html-unsafe', '8:1', `${words} is not allowed`),
    ),
    ...Object.entries({
      '<Icon name="rocket" color="red;position:fixed" />': '`color="red;position:fixed"`',
      '<Icon name="rocket" size={`9em;inset:0`} />': '`size={`9em;inset:0`}`',
    }).map(([body, words]) =>
      markup(
        `that styles by ${body}`,
        `import { Icon } from '@astrojs/starlight/components';\n\n${body}`,
        'html-unsafe',
        '8:1',
        `${words} is not allowed`,
      ),
    ),
    markup(
      'that reads a file of the machine',
      "import x from '../../../../etc/hostname?raw&x=.png';\n\nA",
      'import-unknown',
      '6:1',
      'Pages cannot import from',
    ),
    ...Object.entries({
      '<div>\n<svg/onload=a()>\n</div>': '9:1 `<svg…`',
      'A\n\n<img src="a>b" alt="A" onerror="a()">': '10:1 `<img…`',
      '<div>\n<img src="/a.png" alt="A" onerror=a()>\n</div>': '9:1 `onerror`',
      '<link rel=stylesheet href=https://example.com/a.css>': '8:1 `<link>`',
      '<style>p{}</style>': '8:1 `<style>`',
      '<script src="/a.js"></script>': '8:1 `<script>`',
      '<button formaction="javascript:a()">a</button>': '8:1 `<button>`',
      '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>': '8:1 `<svg>`',
      '<p style="position:fixed">x</p>': '8:1 `style`',
      '<q cite="&#106;avascript&colon;a()">x</q>': '8:1 `cite="&#106;avascript&colon;a()"`',
      '<?php a() ?>': '8:1 `<?php…`',
      '<!-- a --!><script>a()</script> -->': '8:1 `<!--…`',
    }).map(([body, words]): Case => [
      `of plain Markdown that holds ${body}`,
      { 'content/docs/plain.md': plainPage(`A\n\n${body}`) },
      'html-unsafe',
      `content/docs/plain.md:${words.split(' ')[0]}`,
      words.slice(words.indexOf('`')),
    ]),
    markup(
      'with a code block left open',
      '```text\ncode\n\nText',
      'fence-open',
      '6:1',
      'This code block is never closed',
    ),
    markup('with a box left open', ':::note\nA\n\nText', 'aside-open', '6:1', 'This `:::note` is never closed'),
    markup('with a box nobody draws', ':::cauton\nA\n:::', 'aside-unknown', '6:1', 'Did you mean `caution`?'),
    markup('with a second title', '# About', 'heading-one', '6:1', 'Write `##`'),
    markup(
      'that leaves a heading level out',
      '## A\n\n#### B',
      'heading-order',
      '8:1',
      'of level 4 follows one of level 2. Write `###`',
    ),
    markup('with a heading without words', '##\n\nA', 'heading-empty', '6:1', 'This heading has no words'),
    markup(
      'with a picture without words',
      '![](/card.png)',
      'image-alt',
      '6:1',
      'has no text for people who cannot see it',
    ),
    markup(
      'with a picture that is not there',
      '![A cat](./cat.png)',
      'image-missing',
      '6:1',
      'The image `./cat.png` does not exist',
    ),
    markup(
      'with a picture of another site',
      '![A cat](https://example.com/cat.png)',
      'image-external',
      '6:1',
      'lies on another site',
    ),
    markup(
      'with a script link',
      '[a](javascript:alert(1))',
      'link-unsafe',
      '6:1',
      '`javascript:alert(1)` is not allowed',
    ),
    markup(
      'with a script link in capitals and blanks',
      '[a](<Java\tScript:alert(1)>)',
      'link-unsafe',
      '6:1',
      'is not allowed',
    ),
    markup(
      'with a script link by reference',
      '[a][b]\n\n[b]: vbscript:x',
      'link-unsafe',
      '8:1',
      '`vbscript:x` is not allowed',
    ),
    markup(
      'with a script link in a tag',
      '<a href="javascript:alert(1)">a</a>',
      'link-unsafe',
      '6:1',
      'is not allowed',
    ),
    markup(
      'with a data link',
      '[a](data:text/html;base64,PHNjcmlwdD4=)',
      'link-unsafe',
      '6:1',
      '`data:text/html;base64,PHNjcmlwdD4=` is not allowed',
    ),
    markup(
      'with a link to a file',
      '[a](./phases/01-databases.mdx#joins)',
      'link-relative',
      '6:1',
      'Did you mean `/phases/databases/#joins`?',
    ),
    markup(
      'with a link in the way of Windows',
      '[a](phases\\databases)',
      'link-relative',
      '6:1',
      'Did you mean `/phases/databases/`?',
    ),
  ],
};

const placeText = ({ file, line, column }: Problem) =>
  `${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : `:${column}`}`;

for (const [group, list] of Object.entries(cases)) {
  describe(`${group} gives a clear problem:`, () => {
    test.each(list)('%s', (_name, files, code, place, words) => {
      const { curriculum, problems } = load(files);
      const found = problems.find((one) => one.code === code);
      expect(problems.map((one) => `${one.code} ${placeText(one)} ${one.message}`).join('\n')).toContain(code);
      expect(placeText(found!)).toContain(place.replace(/:$/, ''));
      expect(found!.message).toContain(words);
      expect(found!.message, 'ends with a whole sentence').toMatch(/[.`)?;]$/);
      expect(curriculum).toBeUndefined();
    });
  });
}

test('an accent color that cannot be read on its ground is refused', () => {
  const { problems } = load({ [site]: siteWith("light: '#000000'", "light: '#ffd700'") });
  expect(problems).toMatchObject([{ code: 'field-wrong', file: site, line: 4 }]);
  expect(problems[0]!.message).toContain('choose a darker shade; text needs a contrast of 4.5 to 1 on light ground');
  expect(contrast('#000000', '#ffffff')).toBe(21);
});

describe('symbolic links', () => {
  const withLink = (to: string, at: string): string => {
    const root = contentFolder({});
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    symlinkSync(to, path.join(root, at));
    return root;
  };

  test('that lead in a circle are told, and not followed', () => {
    const { problems } = loadCurriculum(withLink('..', 'content/docs/loop'), today);
    expect(problems).toMatchObject([{ code: 'file-link', file: 'content/docs/loop' }]);
  });

  test('to pages elsewhere are told, so that no page is missing without a word', () => {
    const { problems } = loadCurriculum(withLink('01-databases.mdx', 'content/docs/phases/02-more.mdx'), today);
    expect(problems).toMatchObject([{ code: 'file-link', file: 'content/docs/phases/02-more.mdx' }]);
  });

  test('under public are refused, to files and to folders, hidden ones too', () => {
    const root = withLink('/etc/hostname', 'public/leak.txt');
    symlinkSync('/etc', path.join(root, 'public/.etc'));
    expect(loadCurriculum(root, today).problems).toMatchObject([
      { code: 'file-link', file: 'public/.etc' },
      { code: 'file-link', file: 'public/leak.txt' },
    ]);
  });

  test('of samples that leave the folder, or lead to themselves, are refused', () => {
    const root = contentFolder({
      [first]: phasePage({}, '## Joins\n\n```text sample="a"\n```\n\n```text sample="b"\n```\n'),
    });
    mkdirSync(path.join(root, 'content/samples'), { recursive: true });
    symlinkSync('/etc/hostname', path.join(root, 'content/samples/a'));
    symlinkSync('b', path.join(root, 'content/samples/b'));
    const { problems } = loadCurriculum(root, today);
    expect(problems.map((one) => one.code)).toEqual(['sample-outside', 'sample-missing', 'file-link', 'file-link']);
  });
});

describe('a sample folder', () => {
  test('with links that no page names is refused, to files and to folders, hidden ones too', () => {
    const root = contentFolder({ 'content/samples/dough/a.py': 'print(1)' });
    symlinkSync('/etc/passwd', path.join(root, 'content/samples/dough/link.txt'));
    symlinkSync('/etc/passwd', path.join(root, 'content/samples/dough/.leak'));
    symlinkSync('/etc', path.join(root, 'content/samples/dough/etc'));
    symlinkSync('/etc', path.join(root, 'content/samples/other'));
    const { problems } = loadCurriculum(root, today);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual(
      ['dough/.leak', 'dough/etc', 'dough/link.txt', 'other'].map((name) => `file-link content/samples/${name}`),
    );
  });

  test('that is a link itself is refused', () => {
    const root = contentFolder({});
    symlinkSync('/etc', path.join(root, 'content/samples'));
    expect(loadCurriculum(root, today).problems).toMatchObject([{ code: 'file-link', file: 'content/samples' }]);
  });

  for (const [name, words] of [
    ['dough/..\\..\\evil.bat', 'is part of a path on Windows'],
    ['dough/C:evil.bat', 'is part of a path on Windows'],
    ['dough/CON.txt', '`CON.txt` is a device on Windows'],
    ['dough/lpt1', '`lpt1` is a device on Windows'],
    ['dough/end./a.txt', '`end.` ends in a dot or a blank'],
    ['dough/a.txt ', '`a.txt ` ends in a dot or a blank'],
    ['dough/a\nb.txt', 'a character that cannot be seen'],
    ['dough/a\u202Etxt.exe', 'a character that cannot be seen'],
    ['dough/a\u200Bb.txt', 'a character that cannot be seen'],
    ['dough/A.py', 'it is the same file as `dough/A.py`'],
    ['dough/SUB/b.py', 'it is the same file as `dough/SUB`'],
    ['two words/a.py', 'becomes an address'],
  ] as const)
    test(`with the name ${JSON.stringify(name)} is refused`, () => {
      const { problems } = load({
        'content/samples/dough/a.py': 'print(1)',
        'content/samples/dough/sub/b.py': 'print(1)',
        [`content/samples/${name}`]: 'x',
      });
      expect(problems).toMatchObject([{ code: 'sample-name', message: expect.stringContaining(words) }]);
    });

  test('whose file stands in no folder is refused where a page shows it', () => {
    const { problems } = load({
      [first]: phasePage({}, '## Joins\n\n```text sample="notes.txt"\n```\n'),
      'content/samples/notes.txt': 'a',
    });
    expect(problems).toMatchObject([{ code: 'sample-folder', file: first }]);
  });
});

test.each([
  ['a day of a page that is none', { [about]: plainPage('A').replace('title', 'lastUpdated: yesterday\ntitle') }],
  ['the 31st of February', { 'content/changes.yaml': '- { date: 2026-02-31, title: T, text: T., path: / }\n' }],
  ['a base that leads up', { [site]: sitePlus('base: /a/../../b') }],
  ['a base that leads nowhere', { [site]: sitePlus('base: /.') }],
  ...['example', 'https://a:b@example.com', 'https://example.com/?a', 'https://example.com/#a'].map(
    (url): [string, Files] => [`the address ${url}`, { [site]: siteWith('https://example.com', url) }],
  ),
] as [string, Files][])('what a build would stop at is told: %s', (_name, files) => {
  expect(load(files).problems.map((one) => one.code)).toContain('field-wrong');
});

describe('a picture is a file that is one:', () => {
  const picture = (target: string) => `![A](${target})`;
  const imported = (target: string) => `import x from '${target}'\n\n<img src={x.src} alt="A" />`;
  const drawing = (inside: string, root = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${root}>${inside}</svg>`;

  test.each([
    ['a program in its place', imported('./plan.png'), { 'content/docs/plan.png.js': 'export default 1' }, 'missing'],
    ['a folder in its place', imported('./plan.png'), { 'content/docs/plan.png/index.js': '' }, 'missing'],
    [
      'a file of a sample',
      imported('../samples/dough/plot.png'),
      { 'content/samples/dough/plot.png': pixel },
      'outside',
    ],
    ['a program', picture('./plot.mjs'), { 'content/docs/plot.mjs': 'export default 1' }, 'kind'],
    ['data of the site', picture('../site.yaml'), {}, 'kind'],
    ['data of the site, as an address', picture('../site.yaml?url'), {}, 'kind'],
    ['a question behind a name', picture('./plan.png?raw'), { 'content/docs/plan.png': pixel }, 'kind'],
    ['an escape that stays', picture('./a%2Fplan.png'), { 'content/docs/a/plan.png': pixel }, 'kind'],
    ['an escape that is none', picture('./100%.png'), { 'content/docs/100%.png': pixel }, 'kind'],
    ['a program by reference', '![A][b]\n\n[b]: /plot.mjs', { 'public/plot.mjs': '' }, 'kind'],
    ['text with the name of a picture', picture('./plan.png'), { 'content/docs/plan.png': 'text' }, 'damaged'],
    [
      'a drawing without a size',
      picture('./plan.svg'),
      { 'content/docs/plan.svg': '<svg width="100%"></svg>' },
      'size',
    ],
  ])('%s is refused', (_name, body, files, code) => {
    const { problems } = load({ [about]: plainPage(body), ...files });
    expect(problems.map((one) => one.code)).toContain(`image-${code}`);
  });

  test('a link in its place is refused, and one on the way to it', () => {
    const root = contentFolder({ [about]: plainPage(`${picture('./a.png')} ${picture('./.b/c.png')}`) });
    writeFileSync(path.join(root, 'c.png'), pixel);
    symlinkSync('../../c.png', path.join(root, 'content/docs/a.png'));
    symlinkSync('../..', path.join(root, 'content/docs/.b'));
    const codes = loadCurriculum(root, today).problems.map((one) => one.code);
    expect(codes.filter((code) => code === 'image-missing')).toHaveLength(2);
  });

  test('a picture of the home page that is not there is told', () => {
    const hero = (file: string) => `---\ntitle: A\ndescription: D.\nhero: { image: { file: ${file} } }\n---\n\nA\n`;
    expect(load({ [about]: hero('./nope.png') }).problems).toMatchObject([{ code: 'image-missing', line: 4 }]);
    expect(load({ [about]: hero('../samples/a.js') }).problems).toMatchObject([{ code: 'image-kind' }]);
    expect(load({ [about]: hero('./a.png'), 'content/docs/a.png': pixel }).problems).toEqual([]);
  });

  test('headers of every kind of picture are known', () => {
    const bytes = (hex: string) => Buffer.from(hex.padEnd(80, '0'), 'hex');
    const files = {
      'a.gif': bytes('47494638396101000100'),
      'a.jpg': bytes('ffd8ffe000044a46ffc0000b08000100010101'),
      'a.webp': bytes('524946460000000057454250565038580a'),
      'a.avif': Buffer.concat([bytes('0000001c6674797061766966'), Buffer.from('ispe')]),
      'a b.svg': drawing('<path d="M0 0"/>'),
    };
    const placed = Object.entries(files).map(([name, content]) => [`content/docs/${name}`, content]);
    const body = Object.keys(files)
      .map((name) => picture(`./${encodeURI(name)}`))
      .join(' ');
    expect(load({ [about]: plainPage(body), ...Object.fromEntries(placed) }).problems).toEqual([]);
  });

  test.each([
    drawing('<script>a()</script>'),
    drawing('<x:script xmlns:x="http://www.w3.org/2000/svg">a()</x:script>'),
    drawing('<foreignObject><p>A</p></foreignObject>'),
    drawing('<b xmlns="http://www.w3.org/1999/xhtml">A</b>'),
    drawing('<g xmlns:h="http://www.w3.org/1999/xht&#109;l"><h:img src="x"/></g>'),
    drawing('', ' onload="a()"'),
    drawing('<a href="java&#10;script:a()"><text>A</text></a>'),
    drawing('<set attributeName="href" to="javascript:a()"/>'),
    drawing('<image href="https://example.com/a.png"/>'),
    drawing('<use href="data:image/svg+xml;base64,AAAA#a"/>'),
    drawing('<style>@import "https://example.com/a.css";</style>'),
    drawing('<rect style="fill:url(https://example.com/#a)"/>'),
    drawing('<style>a{b:u&#x72;l(//example.com)}</style>'),
    drawing('<style><a/>@import "a"</style>'),
    drawing('<![CDATA[<script>]]>'),
    drawing('<g a=1 b="<script>a()</script>"/>'),
    drawing('<!--> <script>a()</script> -->'),
    `<!DOCTYPE svg [<!ENTITY a "<script/>">]>${drawing('&a;')}`,
    `<?xml-stylesheet href="a.xsl"?>${drawing('')}`,
    `<?xml version="1.0" encoding="ISO-2022-JP"?>${drawing('')}`,
  ])('a drawing that runs or loads something is refused, beside a page and under public: %s', (text) => {
    const beside = load({ [about]: plainPage(picture('./a.svg')), 'content/docs/a.svg': text });
    expect(beside.problems).toMatchObject([{ code: 'svg-unsafe', file: about }]);
    expect(load({ 'public/a/b.SVG': text }).problems).toMatchObject([{ code: 'svg-unsafe', file: 'public/a/b.SVG' }]);
  });

  test('a drawing as programs write it is taken', () => {
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Made by a program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
${drawing(
  '<sodipodi:namedview id="a" /><metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata><style><![CDATA[.a{fill:url(#b)}]]></style><linearGradient id="b"><stop offset="0"/></linearGradient><use xlink:href="#b"/><image href="data:image/png;base64,AAAA"/><text>1 &lt; 2</text>',
  ' xmlns:xlink="http://www.w3.org/1999/xlink"',
)}`;
    expect(load({ 'public/a.svg': text }).problems).toEqual([]);
  });
});

describe('a file under public', () => {
  test.each([
    ['public/.env', 'hidden'],
    ['public/a/.git/config', 'hidden'],
    ['public/a.xhtml', 'kind'],
    ['public/a.svgz', 'kind'],
    ['public/a.svg.gz', 'page'],
    ['public/a.html', 'page'],
    ['public/a.HTM', 'page'],
    ['public/a.xml', 'page'],
    ['public/a.xsd', 'kind'],
    ['public/a.rng', 'kind'],
    ['public/a.js', 'kind'],
    ['public/a', 'kind'],
    ['public/.well-known/a.shtml', 'kind'],
    ['public/.well-known/a/b.js', 'kind'],
    ['public/a.txt', 'page'],
    ['public/_worker.js', 'host'],
    ['public/_worker.js/index.js', 'host'],
    ['public/a/x.PHP', 'host'],
    ['public/web.config', 'host'],
    ['public/vercel.json', 'host'],
    ['public/staticwebapp.config.json', 'host'],
    ['public/a/firebase.json', 'host'],
    ['public/unheard-of.json', 'host'],
  ])('%s is refused', (name, code) => {
    const { problems } = load({ [name]: '<p xmlns="http://www.w3.org/1999/xhtml"><script>a()</script></p>' });
    expect(problems.map((one) => one.code)).toEqual([`public-${code}`]);
  });

  test('that begins with more blanks than anybody looks through is refused', () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>';
    const { problems } = load({ 'public/data/a.json': `${' '.repeat(5000)}${drawing}` });
    expect(problems).toMatchObject([{ code: 'public-page', file: 'public/data/a.json' }]);
  });

  test.each([
    ['/c https://evil.example/:splat 200!', 'another site'],
    ['/d //evil.example', 'another site'],
    ['/e /\\evil.example', 'another site'],
    ['/e/* /:splat', 'another site'],
    ['/e/* /*', 'another site'],
    ['/e/* /a:splat', 'another site'],
    ['/e/* /.//:splat', 'another site'],
    ['/e/* /a/../:splat', 'another site'],
    ['/e/* /a/%2e%2E/:splat', 'another site'],
    ['/e/* /%5cevil.example', 'another site'],
    ['/e /a/ 200', 'one file out in the place of another'],
    ['/e /a/ 301!', 'one file out in the place of another'],
    ['/e /a/ 404', 'one file out in the place of another'],
    ['/:e /a/', 'is no redirect'],
    ['/e* /a/', 'is no redirect'],
    ['//e /a/', 'is no redirect'],
    ['/%71uestions/databases.json /a/', 'is no redirect'],
    ['https://example.com/e /a/', 'is no redirect'],
    ['/e id=:id /a/ 301', 'is no redirect'],
    ['/e /a/ 301 Country=de', 'is no redirect'],
    ['/* /a/', 'address of the site itself'],
    ['/ /a/', 'address of the site itself'],
    ['/base/ /a/', 'address of the site itself'],
    ['/phases/databases/ /a/', 'address of the site itself'],
    ['/base/phases/databases /a/', 'address of the site itself'],
    ['/phases/* /a/', 'address of the site itself'],
    ['/questions/databases.json /data/evil.json', 'address of the site itself'],
    ['/base/de/questions/* /data/:splat', 'address of the site itself'],
    ['/de/* /a/', 'address of the site itself'],
    ['/_astro/* /data/:splat', 'address of the site itself'],
    ['/sw.js /data/a.txt', 'address of the site itself'],
    ['/map/ /a/', 'address of the site itself'],
  ])('with a line that leads astray is refused: %s', (line, words) => {
    const settings = sitePlus('base: /base\nlanguages: [{ code: de }]');
    const { problems } = load({ [site]: settings, 'public/_redirects': `# moved\n\n${line}\n` });
    expect(problems).toMatchObject([{ code: 'public-redirect', line: 3, message: expect.stringContaining(words) }]);
  });

  test('with lines that lead from what was to what is, is taken', () => {
    const lines = ['/a /b 301', '/docs/* /phases/:splat', '/alt/%C3%BC/ /map/?a=1#b 308', '/c /', '/d /#top', '# note'];
    expect(load({ 'public/_redirects': lines.join('\r\n') }).problems).toEqual([]);
  });

  test('that git ignores is refused', () => {
    const root = contentFolder({ '.gitignore': '*.key\n', 'public/a.key': 'x', 'public/a.txt': 'x' });
    spawnSync('git', ['init', '-q'], { cwd: root });
    const { problems } = loadCurriculum(root, today);
    expect(problems).toMatchObject([{ code: 'public-hidden', file: 'public/a.key' }]);
    spawnSync('git', ['add', 'public/a.txt'], { cwd: root });
    writeFileSync(path.join(root, '.git/index'), 'broken');
    expect(() => loadCurriculum(root, today)).toThrow('git does not answer');
  });

  test.each([
    'index.html',
    'map/index.html',
    'map',
    'phases/databases.md',
    'sw.js',
    'SW.js',
    '_headers',
    'de/404.html',
    'progress/data.json',
    'offline/files.json',
    '_astro/a.js',
    'sitemap-0.xml',
    'sw.js.gz',
    'index.html.br',
    '_astro/page.js.zst',
    'de/404.html.gz',
  ])('that stands where the build writes %s is refused', (name) => {
    const { problems } = load({ [site]: sitePlus('languages: [{ code: de }]'), [`public/${name}`]: 'x' });
    expect(problems).toMatchObject([{ code: 'public-taken', file: `public/${name}` }]);
  });

  test('that a fork may bring itself is taken, and one beside a page', () => {
    const names = ['favicon.ico', 'apple-touch-icon.png', 'robots.txt', 'map/plan.png', '_redirects', 'CNAME'];
    const content = (name: string) => (name.endsWith('.png') ? pixel : name === '_redirects' ? '/x /y 301\n' : 'x');
    expect(load(Object.fromEntries(names.map((name) => [`public/${name}`, content(name)]))).problems).toEqual([]);
  });

  test.each(['<p>A</p>', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'x', ''])(
    'with the name of a picture and another content is refused: %s',
    (text) => {
      const { problems } = load({ 'public/a.PNG': text });
      expect(problems).toMatchObject([{ code: 'image-damaged', file: 'public/a.PNG' }]);
    },
  );

  test('that hosts and search engines ask for is taken', () => {
    const files = {
      'public/.well-known/security.txt': 'Contact: mailto:a@example.com',
      'public/.well-known/apple-app-site-association': '{}',
      'public/.nojekyll': '',
      'public/google1234.html': 'google-site-verification: google1234.html',
      'public/BingSiteAuth.xml': '<?xml version="1.0"?>\n<users>\n  <user>1</user>\n</users>',
    };
    expect(load(files).problems).toEqual([]);
  });
});

describe('code that the build would run', () => {
  test.each([
    'pages/evil.astro',
    'Pages/index.html',
    'middleware.ts',
    'middleware/index.mjs',
    'actions/index.ts',
    'fetch.ts',
    'live.config.js',
    'content.config.mjs',
    'node_modules/astro/package.json',
    'package.json',
    'tsconfig.json',
    'content/config.ts',
    'content/node_modules/@astrojs/starlight/components.js',
    'content/docs/phases/node_modules/a.js',
    'content/docs/package.json',
    'content/docs/tsconfig.base.json',
    'content/docs/.markdownlint-cli2.mjs',
    'content/docs/phases/.markdownlint.cjs',
    'content/.prettierrc',
    'content/docs/extra.ts',
    'postcss.config.cjs',
    'ec.config.mjs',
    '.env.production',
  ])('%s is refused', (name) => {
    const { problems } = load({ [name]: '{}' });
    const [, file] = /^(.*?(?:node_modules|pages|middleware|actions)|.*)(?:\/|$)/i.exec(name)!;
    expect(problems).toMatchObject([{ code: 'code-file', file: /\.[a-z]+$/.test(file!) ? name : file }]);
  });

  test('collections of a roadmap in a folder of its own are those of the generator', () => {
    const from = (file: string) => `export { collections } from ${JSON.stringify(file)};\n`;
    const own = from(path.join(repository, 'content.config.ts'));
    expect(load({ 'content.config.ts': own }).problems).toEqual([]);
    for (const code of [`${own}evil();\n`, from('./evil/content.config.ts'), from('/tmp/content.config.ts')])
      expect(load({ 'content.config.ts': code }).problems).toMatchObject([{ code: 'code-file' }]);
  });

  test('the packages of a sample are its own', () => {
    expect(load({ 'content/samples/a/package.json': '{}', 'README.md': 'x' }).problems).toEqual([]);
  });
});

test('a sample that is a folder or no text gives a clear problem', () => {
  const page = phasePage({}, '## Joins\n\n```text sample="one"\n```\n\n```text sample="one/two.bin#a"\n```\n');
  const { problems } = load({
    [first]: page,
    'content/samples/one/a.txt': 'a',
    'content/samples/one/two.bin': Buffer.from([0x61, 0xff, 0x00]),
  });
  expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
    `sample-missing ${first}`,
    'file-encoding content/samples/one/two.bin',
  ]);
});

describe('a warning', () => {
  test('tells of a review that is overdue and lets the roadmap load', () => {
    const { curriculum, problems } = load({ [first]: phasePage({ reviewed: '2025-11-30' }) });
    expect(problems).toMatchObject([{ code: 'review-overdue', severity: 'warning', file: first, line: 9, column: 11 }]);
    expect(problems[0]!.message).toContain('last reviewed on 2025-11-30, more than 12 months ago');
    expect(curriculum?.phases).toHaveLength(1);
  });

  test('comes as early as the settings ask', () => {
    const files = { [site]: sitePlus('reviewMonths: 3'), [first]: phasePage({ reviewed: '2026-08-30' }) };
    expect(load(files).problems).toMatchObject([{ code: 'review-overdue' }]);
    expect(load({ [first]: phasePage({ reviewed: '2026-08-30' }) }).problems).toEqual([]);
  });

  test('tells of a phase that the sidebar leaves out', () => {
    const { curriculum, problems } = load({ 'content/docs/phases/00-before.mdx': phasePage() });
    expect(problems).toMatchObject([{ code: 'phase-unplaced', severity: 'warning' }]);
    expect(curriculum?.phases).toHaveLength(2);
  });
});

describe('loads right, odd as it looks:', () => {
  const loads = (files: Files) => {
    const { curriculum, problems } = load(files);
    expect(problems).toEqual([]);
    return curriculum!;
  };

  test('a title with emoji, and one that runs from right to left', () => {
    const { phases } = loads({
      [first]: phasePage({ title: '🍞 Bread' }, '## Joins\n\n## 🍞\n\n## قواعد البيانات\n'),
      [second]: phasePage({ title: 'قواعد البيانات' }),
    });
    expect(phases.map((phase) => phase.title)).toEqual(['🍞 Bread', 'قواعد البيانات']);
    expect(phases[0]!.headings.map((heading) => heading.id)).toContain('قواعد-البيانات');
  });

  test('HTML in titles, questions and tracks, which stays text', () => {
    const html = '<img src=x onerror=alert(1)>';
    const { phases, tracks } = loads({
      [first]: phasePage({ title: `'${html}'`, description: `'${html}'` }),
      [questions]: `- { id: a, topic: joins, level: beginner, question: '${html}', answer: '${html}', explanation: E }\n`,
      [track]: trackFile('').replace('title: Way', `title: '${html}'`),
    });
    expect([phases[0]!.title, phases[0]!.questions[0]!.question, tracks[0]!.title]).toEqual([html, html, html]);
  });

  test('three hundred phases', () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `content/docs/phases/${index + 2}-phase-${index + 2}.mdx`,
        phasePage({ prerequisites: index === 0 ? '[databases]' : `[phase-${index + 1}]` }),
      ]),
    );
    expect(loads(files).phases.map((phase) => phase.position)).toEqual(Array.from({ length: 301 }, (_, i) => i + 1));
  });

  test('Windows line ends and a byte order mark in data files', () => {
    expect(loads({ [site]: `\uFEFF${soundContent[site]!.replaceAll('\n', '\r\n')}` }).site.title).toBe('Test');
  });

  test('files that tools leave behind', () => {
    const { pages } = loads({
      'content/docs/.DS_Store': Buffer.from([0, 1, 2]),
      'content/docs/phases/._01-databases.mdx': Buffer.from([0, 5, 22, 7]),
      'content/questions/.databases.yaml.swp': 'x',
    });
    expect([...pages.keys()]).toEqual(['index', 'phases/databases']);
  });

  test('pictures beside a page and under public, code in code, and boxes in lists', () => {
    const root = contentFolder({
      [about]: plainPage(
        '![A cat](./cat.png) ![A dog](/dog.png)\n\n- :::note\n  A\n  :::\n\n````md\n```js\n```\n````\n\n- ```text\n  a\n  ```',
      ),
      'content/docs/cat.png': pixel,
      'public/dog.png': pixel,
    });
    expect(loadCurriculum(root, today).problems).toEqual([]);
  });

  test('constants in braces, behind names, and in the values of elements', () => {
    const { pages } = loads({
      [about]: plainPage(
        [
          'export const share = -0.5, rye = `Rye ${share} %`',
          '{rye} {`of ${frontmatter.title}`} {true} {null} {/* A remark. */}{}',
          "<a href={'/phases/databases/'} title={rye}>{' '}x</a>",
        ].join('\n\n'),
      ),
    });
    expect(pages.get('about')!.links).toMatchObject([{ target: '/phases/databases/' }]);
  });

  test('components of Starlight, pictures given to them, and HTML of text', () => {
    loads({
      [about]: plainPage(
        'import { Tabs, TabItem, Card } from \'@astrojs/starlight/components\';\nimport plan from \'./plan.png\';\n\n{/* a note */}\n\n<Tabs><TabItem label="A">a{\' \'}b</TabItem></Tabs>\n\n<Card title={\'A & B\'} icon="rocket"><img src={plan.src} alt="A" width={plan.width} /></Card>\n\n:::tip[A]{icon="star"}\nA\n:::',
      ),
      'content/docs/plan.png': pixel,
      'content/docs/plain.md': plainPage(
        '<details open class="x"><summary>1 < 2</summary>\n\n<kbd data-key="a">A</kbd><br/><!-- note -->\n\n</details>\n\n<a href="https://example.com/?a=1&amp;b=2">x</a>',
      ),
      'content/docs/splash.mdx':
        '---\ntitle: A <b> & c\ndescription: D.\ntemplate: splash\nhero: { title: 1 < 2, tagline: "A <b>bold</b> <a href=\'/about/\'>line</a>" }\nbanner: { content: "<code>new</code>" }\n---\n\nA\n',
    });
  });
});

test('a change that leads nowhere is told with its line', () => {
  const change = (to: string) => `- { date: 2026-11-01, title: T, text: T., path: ${to} }\n`;
  const { problems } = load({ 'content/changes.yaml': change('/phases/databases/') + change('/phases/database/') });
  expect(problems).toMatchObject([{ code: 'link-broken', file: 'content/changes.yaml', line: 2, column: 49 }]);
});

test('every broken file of a content is told at once', () => {
  const root = contentFolder({ [second]: '', [about]: plainPage('# A'), [questions]: 'a: *b\n' });
  writeFileSync(path.join(root, 'content/docs/index.mdx'), 'no frontmatter');
  expect(new Set(loadCurriculum(root, today).problems.map((one) => one.code))).toEqual(
    new Set(['file-empty', 'heading-one', 'yaml-alias', 'frontmatter-missing']),
  );
});

test('patterns of our own read a long text once, however often it starts what they look for', () => {
  const lines = (text: string) => `${text.repeat(900)}\n`.repeat(40);
  const start = performance.now();
  load({
    'content/docs/about.md': plainPage(`<!--\n${lines('<!--  on')}`),
    [first]: phasePage({}, `## Joins\n\n\`\`\`mermaid title="A" caption="B"\n${'accDescr {\n'.repeat(20_000)}\`\`\`\n`),
  });
  // A minute before; most of what is left is the parser’s.
  expect(performance.now() - start).toBeLessThan(15_000);
});
