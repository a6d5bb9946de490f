/** What authors bring from elsewhere: it is taken, or told with the way to write it here. */
import { expect, test } from 'vitest';
import { contentFolder, phasePage, pixel, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

type Files = Record<string, string | Buffer | undefined>;

const about = 'content/docs/about';
const site = 'content/site.yaml';
const today = new Date('2026-12-01');
const page = (body: string, fields = '') => `---\ntitle: About\ndescription: About this.\n${fields}---\n\n${body}\n`;

/** Problems as `code line:column message`. Line 6 is the first of the body of a page without further fields. */
const problems = (files: Files) =>
  loadCurriculum(contentFolder(files), today).problems.map(
    ({ code, line, column, message }) => `${code} ${line}:${column} ${message}`,
  );
const inMdx = (body: string, files: Files = {}) => problems({ [`${about}.mdx`]: page(body), ...files });
const inMd = (body: string, files: Files = {}) => problems({ [`${about}.md`]: page(body), ...files });

test('pictures may be named at the end of a page, and what is not there is told', () => {
  expect(inMdx('![A dot][d]\n\n[d]: ./dot.png', { 'content/docs/dot.png': pixel })).toEqual([]);
  expect(inMdx('![A dot][d]\n\n[d]: ./dot.png')).toEqual([expect.stringMatching(/^image-missing 6:1 /)]);
  expect(inMdx('![A dot][d] [x][d]\n\n[d]: ./dot.png', { 'content/docs/dot.png': pixel })).toEqual([
    expect.stringMatching(/^link-relative 8:1 /),
  ]);
});

test('a block of `Code` is a block like any other', () => {
  const code = (attributes: string) =>
    inMdx(`import { Code } from '@astrojs/starlight/components';\n\n<Code ${attributes} />`);
  expect(code('code="a <b> c" lang="text" title="A"')).toEqual([]);
  expect(code('code={`a\n<b>`} lang="sh"')).toEqual([expect.stringMatching(/^code-reason 8:1 This `sh` block/)]);
  expect(code('code="a" mark={1}')).toEqual([expect.stringMatching(/^code-attribute 8:1 .*`meta`/)]);
  expect(code('code={frontmatter.title}')).toEqual([expect.stringMatching(/^component-value 8:1 /)]);
});

test('a roadmap may allow code that is typed into pages', () => {
  const files = { [`${about}.md`]: page('```js\na();\n```') };
  expect(problems(files)).toEqual([expect.stringMatching(/^code-reason 6:1 .*typedCode: allowed/)]);
  expect(problems({ ...files, [site]: `${soundContent[site]}typedCode: allowed\n` })).toEqual([]);
});

test('a reason is one that there is', () => {
  expect(inMd('```js reason="excerpt"\na();\n```')).toEqual([]);
  expect(inMd('```js reason="exerpt"\na();\n```')).toEqual([
    expect.stringMatching(/^code-reason-unknown 6:1 .*Did you mean `excerpt`/),
  ]);
});

test('what stands behind the language of a block can be drawn, and soon', () => {
  const block = (meta: string) => inMd(`\`\`\`js reason="excerpt" ${meta}\na\n\`\`\``);
  for (const good of ['frame="none" {1-3} ins={2} "word" {"A 9999999":1}', 'FRAME="code"', "title='/a/'"])
    expect(block(good), good).toEqual([]);
  for (const bad of ['frame="constructor"', 'Frame=window', '/(a+)+$/', 'ins=/a/', '{1-99999999}', 'del={9999999..9}'])
    expect(block(bad), bad).toEqual([expect.stringMatching(/^fence-option 6:1 /)]);
  for (const claimed of ['file="a/b.js"', 'LINES="1-2"'])
    expect(block(claimed)).toEqual([expect.stringMatching(/^fence-option 6:1 .*`sample="…"`/)]);
});

test('texts of JavaScript and of attributes are texts, whatever marks stand in them', () => {
  const marks = ['<br>', '{{name}}', '<https://x.example>', '<!-- a -->'];
  for (const mark of marks) {
    expect(inMdx(`export const a = '${mark}', b = "${mark}";\n\nA {'${mark}'} b {\`\na ${mark}\`}.`), mark).toEqual([]);
    expect(inMdx(`<span title="${mark}">a</span>`), mark).toEqual([]);
    expect(inMdx(`A ' ${mark} ' b`), mark).toHaveLength(1);
  }
});

test('names of languages that nobody draws are told with the nearest', () => {
  for (const [written, near] of Object.entries({ JavaScript: 'javascript', 'rust,ignore': 'rust', pyhton: 'python' }))
    expect(inMd(`\`\`\`${written} reason="excerpt"\na\n\`\`\``)).toEqual([
      expect.stringContaining(`code-language 6:1 No language \`${written}\` is known`) &&
        expect.stringContaining(`Did you mean \`${near}\``),
    ]);
  expect(inMd('```Python reason="excerpt"\na\n```')).toHaveLength(1);
});

test('a search can be linked to', () => {
  expect(inMd('[Bread](/search/?q=bread) [x](//example.com/a)')).toEqual([expect.stringMatching(/^link-unsafe 6:27 /)]);
});

test('elements name pictures and films by their path under `public/`, and what is not there is told', () => {
  const files = { 'public/a.png': pixel, 'public/film.mp4': 'x', 'content/docs/dot.png': pixel };
  for (const read of [inMd, inMdx]) {
    expect(
      read('<img src="/a.png" alt="A" srcset="/a.png 2x"/>\n\n<video src="/film.mp4" poster="/a.png"></video>', files),
    ).toEqual([]);
    expect(read('<img src="./dot.png" alt="A dot" />', files)).toEqual([
      expect.stringMatching(/^image-element 6:1 .*`!\[A dot\]\(\.\/dot\.png\)`/),
    ]);
    expect(read('<picture><source srcset="/b.png" /><img src="/a.png" alt="A" /></picture>', files)).toEqual([
      expect.stringMatching(/^media-address 6:\d+ `<source srcset="\/b\.png">` names no file/),
    ]);
    expect(read('<video src="https://example.com/v.mp4"></video>')).toEqual([
      expect.stringMatching(/^media-address 6:1 .*of another site/),
    ]);
    expect(read('<audio src="a.mp3"></audio>')).toEqual([
      expect.stringMatching(/^media-address 6:1 .*beside the page/),
    ]);
  }
});

test('a picture may be an ornament', () => {
  expect(inMdx('<img src="/a.png" alt="" />', { 'public/a.png': pixel })).toEqual([]);
  expect(inMdx('<img src="/a.png" />', { 'public/a.png': pixel })).toEqual([expect.stringMatching(/^image-alt 6:1 /)]);
});

test('links lead to pages and files that are there, however they are written', () => {
  expect(inMdx("<a href={'/nope/'}>x</a>")).toEqual([expect.stringMatching(/^link-broken 6:1 /)]);
  expect(inMd('a\n<a href="/nope/">x</a>')).toEqual([expect.stringMatching(/^link-broken 7:1 /)]);
  expect(inMd('[x](/hand-out.pdf)', { 'public/handout.pdf': '%PDF-' })).toEqual([
    expect.stringMatching(/^link-file 6:1 .*Did you mean `\/handout\.pdf`/),
  ]);
  const made = '[a](/handout.pdf) [b](/curriculum.json) [c](/phases/databases.md) [d](/changes.xml) [e](/favicon.svg)';
  expect(inMd(made, { 'public/handout.pdf': '%PDF-' })).toEqual([]);
  const banner = `banner: { content: '<a href="/nope/">x</a>' }\n`;
  expect(problems({ [`${about}.mdx`]: page('A', banner) })).toEqual([expect.stringMatching(/^link-broken 4:20 /)]);
});

test('an address with a path says where the path belongs', () => {
  const files = { [site]: soundContent[site]!.replace('https://example.com', 'https://me.github.io/repo') };
  expect(problems(files)).toEqual([expect.stringMatching(/^field-wrong 3:6 .*`base: \/repo`/)]);
});

test('everything in a page that is no MDX is told at once, each with its cure', () => {
  const body = [
    '<!-- a note -->',
    '<https://x.example> <me@x.example> a<br>b <img src="/a.png" alt="A">',
    '## Heading {#own}',
    'Hello {{ name }} <% erb %>',
    'if a <2 and {b',
    '<b>left open',
    '`<!-- code -->` and {/* <!-- fine --> */}',
    '```text\n<!-- code --> <br>\n```',
  ].join('\n\n');
  const found = inMdx(body, { 'public/a.png': pixel });
  for (const [index, [place, cure]] of [
    ['6:1', 'Write `{/* a note */}`'],
    ['8:1', 'Write `[https://x.example](https://x.example)`'],
    ['8:21', 'Write `[me@x.example](mailto:me@x.example)`'],
    ['8:37', 'Write `<br />`'],
    ['8:43', 'Write `<img src="/a.png" alt="A" />`'],
    ['10:12', 'Take `{#own}` out'],
    ['12:7', 'Put `{{ name }}` in backticks'],
    ['12:18', 'Put `<% erb %>` in backticks'],
    ['14:7', 'write `\\<`'],
    ['14:15', 'write `\\{`'],
    ['16:1', 'Close it with `</b>`'],
  ].entries())
    expect(found[index]).toMatch(new RegExp(`^mdx-syntax ${place} .*${cure!.replace(/[\\[\](){}^$*+?.|/]/g, '\\$&')}`));
  expect(found).toHaveLength(11);
});

test('an import that is there twice, or without a blank line behind it, is told as such', () => {
  const card = "import { Card } from '@astrojs/starlight/components';\n";
  expect(inMdx(`${card}${card}\nA`)[0]).toMatch(/^mdx-syntax 7:10 .*`Card` is imported or declared twice/);
  expect(inMdx(`${card}<Card title="A" />`)[0]).toMatch(/^mdx-syntax 7:1 .*Leave a blank line behind/);
});

test('a page that cannot be read brings no other problem than its own', () => {
  const first = 'content/docs/phases/01-databases.mdx';
  expect(problems({ [first]: phasePage({ title: 'Express: routing' }) })).toEqual([
    expect.stringMatching(/^yaml-syntax 2:8 .*stands in quotes/),
  ]);
  const linked = { [`${about}.md`]: page('[x](/phases/databases/)') };
  expect(problems({ ...linked, [first]: phasePage({ title: '`a` b' }) })).toHaveLength(1);
  expect(problems({ [site]: `${soundContent[site]}base: my-repo\n`, 'content/i18n/en.json': '{}' })).toEqual([
    expect.stringMatching(/^field-wrong 9:7 /),
  ]);
});

test('marks of other programs are told with the way to write them here', () => {
  const told = {
    '!!! note "T"\n    x': ['MkDocs', ':::note'],
    '=== "A"': ['MkDocs', '<Tabs>'],
    'See [[Some page|it]].': ['wiki', '](/phases/slug/)'],
    '![[pic.png]]': ['Obsidian', '![what it shows]'],
    '[[toc]]': ['table of contents', 'Remove it'],
    '::youtube[V]{id=abc}': ['another program', 'Link to'],
    'So $$a^2$$ is': ['formula', 'in words and code'],
  };
  for (const [body, words] of Object.entries(told))
    for (const read of [inMd, inMdx]) {
      const found = read(body);
      expect(found, body).toHaveLength(1);
      expect(found[0]).toMatch(/^markup-foreign 6:/);
      for (const word of words) expect(found[0]).toContain(word);
    }
  expect(inMd('{{< figure src="x" >}} and {% include x %}')).toHaveLength(2);
  expect(inMd('==x== and $a^2$\n\nTerm\n: Meaning')).toEqual(
    [1, 2, 3].map(() => expect.stringMatching(/^markup-unsure /)),
  );
});

test('text that only looks like such marks is text', () => {
  const texts = '`[[a]]` `==b==` [[1, 2], [3]] a == b == c, $5 and $6, \\[[Page]], !!! , x = [["a"]], 5 $ a_b $';
  for (const read of [inMd, inMdx]) expect(read(`${texts}\n\n\`\`\`text\n!!! note\n[[toc]]\n\`\`\``)).toEqual([]);
});

test('alerts of GitHub are boxes, and others say which there are', () => {
  expect(inMd('> [!NOTE]\n> A.\n\n> [!warning]\n> B.\n\n> A quote.')).toEqual([]);
  expect(inMd('> [!abstract]\n> A.')).toEqual([expect.stringMatching(/^markup-foreign 6:1 .*`\[!NOTE\]`/)]);
});

test('components of Starlight have what they need', () => {
  const inComponent = (body: string) =>
    inMdx(
      `import { Aside, Badge, Card, FileTree, Icon, LinkButton, LinkCard, Steps, TabItem, Tabs } from '@astrojs/starlight/components';\n\n${body}`,
    );
  const faults = {
    '<Aside type="warning">x</Aside>': 'component-attribute 8:1 .*`caution`',
    '<Badge text="a" variant="purple" />': 'component-attribute 8:1 .*`success`',
    '<Badge />': 'component-needs 8:1 .*`text`',
    '<Icon name="rokcet" />': 'component-icon 8:1 .*`rokcet`',
    '<Card title="A" icon="nope">x</Card>': 'component-icon 8:1 .*`nope`',
    '<LinkCard title="A" />': 'component-needs 8:1 .*`href`',
    '<Aside type>x</Aside>': 'component-attribute 8:1 ',
    '<Aside type={null}>x</Aside>': 'component-attribute 8:1 ',
    '<Badge text={5} />': 'component-needs 8:1 .*`text`',
    '<Badge text="a" ping="https://x.example/" />': 'html-unsafe 8:1 `ping`',
    '<LinkCard title="A" href="/" formaction="/x/" />': 'html-unsafe 8:1 `formaction`',
    '<LinkButton href="/" is="x">x</LinkButton>': 'html-unsafe 8:1 `is`',
    '<Tabs>\n<TabItem label="">x</TabItem>\n</Tabs>': 'component-needs 9:1 .*`label`',
    '<TabItem label="A">x</TabItem>': 'component-place 8:1 ',
    '<Icon name="star" name="rocket" />': 'attribute-twice 8:1 .*`<Icon>` has `name` twice',
    '<a href="/" HREF="/">x</a>': 'attribute-twice 8:1 .*`<a>` has `HREF` twice',
    '<Steps>\n\n- a\n\n</Steps>': 'component-children 10:1 .*numbered list',
    '<Steps>\n\nFirst:\n\n1. a\n\n</Steps>': 'component-children 10:1 ',
    '<Steps></Steps>': 'component-children 8:1 ',
    '<FileTree>\n\nA\n\n</FileTree>': 'component-children 10:1 .*list of files',
    '<Tabs>\n\nA\n\n</Tabs>': 'component-children 10:1 .*TabItem',
  };
  for (const [body, told] of Object.entries(faults))
    expect(inComponent(body), body).toEqual([expect.stringMatching(new RegExp(`^${told}`))]);
  expect(
    inComponent(
      '<Steps>\n\n1. a\n\n</Steps>\n\n<Tabs>\n  <TabItem label="A" icon="star">x</TabItem>\n  {/* b */}\n</Tabs>\n\n<LinkButton href="/" icon="rocket" variant="minimal">Go</LinkButton>',
    ),
  ).toEqual([]);
});

test('a field with a wrong value says what it is for, in words', () => {
  const first = 'content/docs/phases/01-databases.mdx';
  const field = (fields: Record<string, string>) => problems({ [first]: phasePage(fields) })[0];
  expect(field({ hours: '3' })).toMatch(/write two values in brackets, such as `\[2, 4\]`\. It is for: Hours/);
  expect(field({ versions: '' })).toMatch(/`\{\}` where there are none/);
  expect(field({ topics: '[one]' })).toMatch(/write fields with values/);
  expect(field({ tags: '[]' })).toMatch(/write at least one entry\. It is for: Three to six names/);
  expect(problems({ [`${about}.md`]: page('A', 'tableOfContents: { minHeadingLevel: 9 }\n') })[0]).toMatch(
    /the largest number is 6/,
  );
  expect(
    problems({ [`${about}.md`]: page('A', 'hero: { actions: [{ text: A, link: /, icon: nope }] }\n') })[0],
  ).toMatch(/use a name from https/);
});

test('a field of another program says what does the same here', () => {
  const field = (line: string) => problems({ [`${about}.md`]: page('A', `${line}\n`) })[0];
  expect(field('slug: x')).toMatch(/rename the file/);
  expect(field('aliases: [x]')).toMatch(/`content\/ids\.yaml`/);
});

test('a value that is right but for its quotes is told so', () => {
  expect(problems({ 'content/docs/soon.mdx': page('Soon.', 'draft: "true"\n') })).toEqual([
    expect.stringMatching(/^field-wrong 4:8 .*without them/),
  ]);
});

test('a field that names a draft is told that it is one', () => {
  const told = loadCurriculum(
    contentFolder({
      'content/docs/phases/02-caching.mdx': phasePage({ draft: 'true' }),
      'content/docs/phases/03-queues.mdx': phasePage({ prerequisites: '[caching]' }),
    }),
    today,
  ).problems.filter(({ code }) => code.startsWith('phase-'));
  expect(told.map(({ code, file }) => `${code} ${file}`)).toEqual(['phase-draft content/docs/phases/03-queues.mdx']);
});

test('a draft is not published, and nothing but a link to it is wrong', () => {
  const soon = { 'content/docs/notes/soon.md': page('Soon. [Other](/notes/later/)', 'draft: true\n') };
  const later = { 'content/docs/notes/later.mdx': page('![A dot](./gone.png)', 'draft: true\n') };
  const named = {
    [site]: soundContent[site]!.replace('sections:', 'sections:\n  - title: Notes\n    pages: [notes/soon]'),
  };
  const { curriculum, drafts } = loadCurriculum(contentFolder({ ...soon, ...named }), today);
  expect(curriculum!.pages.has('notes/soon')).toBe(false);
  expect(curriculum!.sections[0]!.pages).toEqual([]);
  expect(drafts.map(({ id }) => id)).toEqual(['notes/soon']);
  expect(problems({ ...soon, ...named, [`${about}.md`]: page('[Soon](/notes/soon/)') })).toEqual([
    expect.stringMatching(/^link-draft 6:1 .*`draft: true`/),
  ]);
  // What a build would stop at is told of drafts too.
  expect(problems({ ...later })).toEqual([expect.stringMatching(/^image-missing 7:1 /)]);
});

test('a roadmap may put off describing its pictures, and the words for an ornament stay', () => {
  const files = { [`${about}.md`]: page('![](./dot.png)'), 'content/docs/dot.png': pixel };
  expect(problems(files)).toEqual([expect.stringMatching(/^image-alt 6:1 .*`undescribedPictures: allowed`/)]);
  expect(problems({ ...files, [site]: `${soundContent[site]}undescribedPictures: allowed\n` })).toEqual([]);
});

test('a fault in the settings brings no faults that the settings would have allowed', () => {
  const files = { [`${about}.md`]: page('```js\na();\n```\n\n![](./dot.png)'), 'content/docs/dot.png': pixel };
  const wrong = `${soundContent[site]}base: my-repo\n`;
  expect(problems({ ...files, [site]: wrong })).toEqual([expect.stringMatching(/^field-wrong .*`base`/)]);
});

test('fields that would do nothing, or cut a text off, are told', () => {
  expect(inMdx('', { [`${about}.mdx`]: page('Text.', 'sidebar: { order: 3, hidden: true }\n') })).toEqual([
    expect.stringMatching(/^field-idle 4:19 .*`sidebar.order`.*`sections`/),
    expect.stringMatching(/^field-idle 4:30 .*`sidebar.hidden`/),
  ]);
  expect(problems({ 'content/docs/phases/01-databases.mdx': phasePage({ template: 'splash' }) })).toEqual([
    expect.stringMatching(/^field-lesson 12:11 .*at its head/),
  ]);
  expect(problems({ 'content/docs/phases/01-databases.mdx': phasePage({ title: 'Topic #1' }) })).toEqual([
    expect.stringMatching(/^yaml-comment 2:8 Of `Topic #1` only `Topic` is read/),
  ]);
  expect(problems({ 'content/docs/phases/01-databases.mdx': phasePage({ title: 'Topic # a remark' }) })).toEqual([]);
  expect(problems({ 'content/docs/phases/01-databases.mdx': phasePage({ colour: 'red' }) })).toEqual([
    expect.stringMatching(/^field-unknown .*`tableOfContents`.*`banner`/),
  ]);
});

test('what is meant by names of other programs is offered', () => {
  expect(inMd(':::warning\nx\n:::')).toEqual([expect.stringMatching(/^aside-unknown 6:1 .*Did you mean `caution`/)]);
  expect(inMd(':::details\nx\n:::')).toEqual([expect.stringMatching(/^aside-unknown 6:1 .*`<summary>`/)]);
  expect(problems({ 'content/docs/phases/02-My notes.md': page('Text.') })[0]).toMatch(
    /^file-name .*`02-my-notes.mdx`/,
  );
  const hero = 'hero: { image: { file: /dot.png, alt: A dot } }\n';
  expect(inMdx('', { [`${about}.mdx`]: page('Text.', hero), 'public/dot.png': pixel })).toEqual([
    expect.stringMatching(/^image-hero 4:24 .*beside the page.*`\.\/dot\.png`/),
  ]);
});

test('a component in Markdown says that the page wants to be MDX', () => {
  expect(inMd('<Tabs>\n<TabItem label="a">x</TabItem>\n</Tabs>')).toEqual([
    expect.stringMatching(/^component-markdown 6:1 `<Tabs>`.*`\.mdx`/),
    expect.stringMatching(/^component-markdown 7:1 `<TabItem>`/),
  ]);
});

test('code by indentation, which is text in MDX, is told', () => {
  expect(inMdx('Text.\n\n    npm ci\n\n- one\n\n    two')).toEqual([expect.stringMatching(/^code-indented 8:5 /)]);
  expect(inMd('Text.\n\n    npm ci')).toEqual([]);
});
