/** What a roadmap says about the head of its pages and their looks. */
import { expect, test } from 'vitest';
import { contentFolder, pixel, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';

type Files = Record<string, string | Buffer | undefined>;

const site = 'content/site.yaml';
const style = 'content/style.css';
const problems = (files: Files) =>
  loadCurriculum(contentFolder(files), new Date('2026-12-01')).problems.map(
    ({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message}`,
  );
const head = (tag: string) => problems({ [site]: `${soundContent[site]}head:\n  - ${tag}\n` });
const css = (text: string, files: Files = {}) => problems({ [style]: text, ...files });

test.each([
  '{ tag: meta, attrs: { name: google-site-verification, content: abc } }',
  '{ tag: meta, attrs: { name: "p:domain_verify", content: 123 } }',
  '{ tag: meta, attrs: { property: "og:site_name", content: Bread } }',
  '{ tag: meta, attrs: { name: "fediverse:creator", content: "@bread@social.example" } }',
  '{ tag: link, attrs: { rel: me, href: "https://social.example/@bread" } }',
  '{ tag: link, attrs: { rel: me author, href: "mailto:me@bread.example" } }',
  '{ tag: link, attrs: { rel: license, href: /map/ } }',
])('a tag that tells who is behind a page may stand in its head: %s', (tag) => expect(head(tag)).toEqual([]));

test('a link of the head to a page that is not there is told', () => {
  expect(head('{ tag: link, attrs: { rel: license, href: /license/ } }')).toEqual([
    expect.stringMatching(/^link-broken content\/site\.yaml:10:\d+ .*`\/license\/`/),
  ]);
});

test.each([
  ['{ tag: script, attrs: { src: https://x.example/a.js } }', /counter of visits/],
  ['{ tag: style, attrs: {} }', /`content\/style\.css`/],
  ['{ tag: link, attrs: { rel: stylesheet, href: https://fonts.example/a.css } }', /a font is a file beside it/],
  ['{ tag: link, attrs: { rel: preconnect, href: https://fonts.example } }', /no other host/],
  ['{ tag: link, attrs: { rel: me stylesheet, href: https://fonts.example } }', /cannot stand in the head/],
  ['{ tag: link, attrs: { rel: me, href: "javascript:a()" } }', /starts with `https:/],
  ['{ tag: link, attrs: { rel: me, href: //x.example } }', /starts with `https:/],
  ['{ tag: link, attrs: { rel: me, href: "/\\\\x.example" } }', /starts with `https:/],
  ['{ tag: link, attrs: { rel: me, href: "https://[x" } }', /starts with `https:/],
  ['{ tag: meta, attrs: { name: constructor, content: x } }', /Allowed are `meta`/],
  ['{ tag: link, attrs: { rel: me, href: https://a.example, onload: a() } }', /`<link onload>`/],
  ['{ tag: meta, attrs: { http-equiv: refresh, content: "0;url=https:\/\/x.example" } }', /said by the site/],
  ['{ tag: meta, attrs: { name: referrer, content: no } }', /`<meta name="referrer">`/],
  ['{ tag: meta, attrs: { name: author } }', /without `content`/],
])('other tags are refused with what to do instead: %s', (tag, wanted) => {
  expect(head(tag)).toEqual([expect.stringMatching(/^head-tag content\/site\.yaml:10:/)]);
  expect(head(tag)[0]).toMatch(wanted);
});

test('a style sheet may use fonts and pictures of the roadmap', () => {
  const sheet = `@font-face { font-family: Bread; src: url("./fonts/bread.woff2") format("woff2"); }
body { background: url(/dot.png), image-set('./dot.png' 1x, url('./dot.png') type('image/png')); clip-path: url(#a); }`;
  expect(
    css(sheet, { 'content/fonts/bread.woff2': 'wOF2', 'public/dot.png': pixel, 'content/dot.png': pixel }),
  ).toEqual([]);
});

test.each(['style.css.map', 'data:application/json;base64,AAA'])('a map that it names is not read: %s', (map) => {
  expect(css(`a { content: "https://x.example"; }\n/*# sourceMappingURL=${map} */`)).toEqual([]);
});

test.each([
  ['a {', /^style-syntax .*:1:1 .*Unclosed block/],
  ['@tailwind base;\n@media print {\n  a {\n    top: 0;\n  }\n}', /^style-rule-unknown .*:1:1 .*`@tailwind`/],
  ['@import url(https://x.example/a.css);', /^style-rule .*:1:1 .*`@import`/],
  ['a { }\nb { background: url(https://x.example/a.png) }', /^style-address .*:2:21 .*x\.example/],
  ['a { }\nb { background: \\75rl(https\\3a //x.example/a.png) }', /^style-address .*:2:21 .*`https:\/\/x\.example/],
  ['b { background: url(https://x.example/a\\ b.png) }', /^style-address /],
  ['b { background: src("https://x.example/a.png") }', /^style-address .*:1:5 /],
  ['@document url(https://x.example) { a { color: red } }', /^style-address /],
  ['a {\n  color: red;\n  *zoom: 1;\n}', /^style-syntax .*:3:/],
  ['a::before b { color: red }', /^style-syntax .*::before.*can't be followed/],
  ['b { background: url("//x.example/a.png") }', /^style-address /],
  ['b { background: image-set("https://x.example/a.png" 1x) }', /^style-address /],
  ['b { background: url(data:image/png;base64,AA) }', /^style-address /],
  ['b { background: url(./gone.png) }', /^image-missing content\/style\.css:1:21 /],
  ['b { background: url(../../secret.png) }', /^image-outside /],
  ['@font-face { src: url(./gone.woff2) }', /^style-file /],
  ['@font-face { src: url(../package.json) }', /^style-file /],
])('what it could not load is told: %s', (text, wanted) => {
  expect(css(text)).toEqual([expect.stringMatching(wanted)]);
});

test.each(['styles.css', 'Style.css', 'style.scss'])('a sheet under a name that is not read is told: %s', (name) => {
  expect(problems({ [`content/${name}`]: 'a { color: red; }' })).toEqual([
    expect.stringMatching(/^style-name content\/.* is not read/),
  ]);
});
