import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, type Message } from 'html-validate';
import { expect, inject, test } from 'vitest';

const small = inject('small');
const read = (file: string) => readFileSync(path.join(small.folder, file), 'utf8');

/** The rules that come from the standard; the rest of what the validator knows is style. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:document'],
  rules: {
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'close-order': 'error',
    deprecated: 'error',
    'element-permitted-content': 'error',
    'element-permitted-occurrences': 'error',
    'element-permitted-order': 'error',
    'element-permitted-parent': 'error',
    'element-required-attributes': 'error',
    'element-required-content': 'error',
    'no-dup-attr': 'error',
    'no-dup-id': 'error',
    // For files of other hosts; all of ours are of this one.
    'require-sri': 'off',
    'void-content': 'error',
  },
});

/** What libraries write, which is told to them and not ours to change. */
const ofLibraries: ((message: Message) => boolean)[] = [
  // Expressive Code: lines of code are `<div>` in `<code>`, and the copy button has a `<div>` in it.
  ({ message }) => /<div> element is not permitted as content under <(?:code|button)>/.test(message),
];

test('every page is valid HTML, apart from what libraries write', async () => {
  const faults: string[] = [];
  for (const page of globSync('**/*.html', { cwd: small.folder })) {
    const { results } = await validator.validateString(read(page), page);
    for (const message of results.flatMap((one) => one.messages))
      if (!ofLibraries.some((isTheirs) => isTheirs(message)))
        faults.push(`${page}:${message.line}: ${message.message} (${message.selector ?? ''})`);
    if (/<\/html>\s*\S/.test(read(page))) faults.push(`${page}: something stands behind </html>`);
  }
  expect(faults).toEqual([]);
});

test('no page has styles or handlers in it, and its policy excepts nothing', () => {
  for (const page of globSync('**/*.html', { cwd: small.folder })) {
    expect(read(page), page).not.toMatch(/<[a-z][^<>]*\s(?:style|on[a-z]+)=|<style/);
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(read(page))?.[1];
    expect(policy, page).toMatch(/style-src 'self';/);
    expect(policy, page).not.toContain('unsafe-inline');
  }
});

test('pages without a subject of their own are kept out of search engines and the sitemap', () => {
  for (const page of ['404.html', 'search/index.html', 'offline/index.html', 'ar/search/index.html'])
    expect(read(page), page).toMatch(/<meta name="robots" content="noindex"/);
  expect(read('index.html')).not.toContain('noindex');
  const sitemap = read('sitemap-0.xml');
  expect(sitemap).toContain('/roadmap/phases/dough/<');
  expect(sitemap).not.toMatch(/<loc>https?:\/\/[^/]*\/(?:roadmap\/)?(?:ar\/)?(?:search|offline|404)\//);
});

test('icons and what names them are there', () => {
  const manifest = JSON.parse(read('manifest.webmanifest')) as { start_url: string; icons: { src: string }[] };
  expect(manifest.start_url).toBe('/roadmap/');
  const named = [...manifest.icons.map(({ src }) => src), '/roadmap/favicon.ico', '/roadmap/apple-touch-icon.png'];
  for (const file of named)
    expect(existsSync(path.join(small.folder, file.slice('/roadmap/'.length))), file).toBe(true);
  expect(read('index.html')).toContain('href="/roadmap/manifest.webmanifest"');
});

test('the feed names itself, and each change has an id of its own', () => {
  const feed = read('changes.xml');
  expect(feed).toMatch(/<atom:link href="[^"]*\/roadmap\/changes\.xml" rel="self"/);
  const ids = [...feed.matchAll(/<guid isPermaLink="false">([^<]*)<\/guid>/g)].map(([, id]) => id);
  expect(ids).toHaveLength([...feed.matchAll(/<item>/g)].length);
  expect(new Set(ids).size).toBe(ids.length);
});
