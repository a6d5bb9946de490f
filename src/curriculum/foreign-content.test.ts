/** What authors bring from elsewhere: it is taken, or told with the way to write it here. */
import { expect, test } from 'vitest';
import { contentFolder, pixel, soundContent } from './content-fixture.ts';
import { loadCurriculum } from './load.ts';

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
  expect(code('code={1 + 1}')).toEqual([expect.stringMatching(/^component-value 8:1 /)]);
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
