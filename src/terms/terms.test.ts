import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { termMatcher } from './term-matcher.ts';
import { rehypeTerms } from './rehype-terms.ts';
import { proseOf } from './term-uses.ts';

const english = termMatcher(
  [
    { id: 'acid', names: ['ACID'] },
    { id: 'base', names: ['BASE'] },
    { id: 'query', names: ['Query', 'N+1 query problem'] },
    { id: 'cache', names: ['Cache'] },
    { id: 'cache-stampede', names: ['Cache stampede', 'dog-pile'] },
    { id: 'pod', names: ['Pod'] },
  ],
  'en',
);
const found = (text: string, find = english) => find(text).map(({ start, end, id }) => [text.slice(start, end), id]);

test('terms are found as whole words, in the plural and at the start of a sentence', () => {
  expect(found('Caches answer queries; a cached row, a Podium and subqueries are others.')).toEqual([
    ['Caches', 'cache'],
    ['queries', 'query'],
  ]);
});

test('the longest name wins, over a line break too', () => {
  expect(found('A cache\nstampede hits the cache')).toEqual([
    ['cache\nstampede', 'cache-stampede'],
    ['cache', 'cache'],
  ]);
});

test('acronyms are not the words that look like them, and half of a compound is no term', () => {
  expect(found('The base of an acid; BASE and ACID; pod-level, non-cache')).toEqual([
    ['BASE', 'base'],
    ['ACID', 'acid'],
  ]);
});

test('Arabic words are found with their article and the small words written to them, Chinese ones without spaces', () => {
  const arabic = termMatcher([{ id: 'yeast', names: ['خميرة'] }], 'ar');
  expect(found('أضف الخميرة وخميرة', arabic)).toEqual([
    ['الخميرة', 'yeast'],
    ['وخميرة', 'yeast'],
  ]);
  expect(found('خميرتان', arabic)).toEqual([]);
  expect(found('使用缓存加速', termMatcher([{ id: 'cache', names: ['缓存'] }], 'zh'))).toEqual([['缓存', 'cache']]);
});

const language = { folder: '', tag: 'en' };
const term = (id: string, name: string, see?: string) => ({
  id,
  term: name,
  also: [],
  ...(see && { see: { path: see } }),
});
const roadmap = {
  language,
  translations: [],
  phases: [{ file: 'a.mdx', path: '/phases/a/' }],
  supplements: [],
  glossary: [
    term('wal', 'WAL'),
    term('lock', 'Lock', '/phases/a/#locks'),
    ...'bcdefgh'.split('').map((one) => term(one, `Term${one}`)),
  ],
};
const step = rehypeTerms({
  root: '/r',
  curriculum: roadmap,
  addressOf: (target: string) => target,
} as never);
function page(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  step(tree, { path: '/r/a.mdx' } as never);
  return toHtml(tree);
}
const link = '<a class="term" href="/glossary/#wal">WAL</a>';

test('the first use in a section becomes a link to the glossary, others stay words', () => {
  expect(page('<p>The WAL, and the WAL again.</p>')).toBe(`<p>The ${link}, and the WAL again.</p>`);
});

test('a term comes again only after a section without it', () => {
  const made = page('<p>WAL</p><h2>One</h2><p>WAL</p><h2>Two</h2><p>WAL</p>');
  expect(made).toBe(`<p>${link}</p><h2>One</h2><p>WAL</p><h2>Two</h2><p>${link}</p>`);
});

test('code, links, headings, tables and what the lesson itself teaches stay', () => {
  const html =
    '<h3>WAL</h3><p><code>WAL</code> <a href="#x">WAL</a> <em>WAL</em> a lock</p><p aria-hidden="true">WAL</p><table><tbody><tr><td><p>WAL</p></td></tr></tbody></table>';
  expect(page(html)).toBe(html);
});

test('a section has no more links than a reader bears', () => {
  const made = page(`<p>Termb Termc Termd Terme Termf Termg Termh ${'word '.repeat(190)}</p>`);
  expect(made.match(/class="term"/g)).toHaveLength(2);
});

test('what a page says is found without its code, tags and addresses', () => {
  const source =
    '---\ntitle: WAL\n---\nimport WAL from "a";\n\nA `WAL` [log](/wal/#WAL) <WAL x="1">is</WAL>\n\n```sql WAL\nWAL\n```\n\nkept';
  const prose = proseOf(source);
  expect(prose).not.toContain('WAL');
  expect(prose).toContain('kept');
});
