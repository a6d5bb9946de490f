/** A roadmap as it comes in from elsewhere: what its check lets pass is right on its pages. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, inject, test } from 'vitest';
import { loadCurriculum, openCurriculum } from '../curriculum/load.ts';
import { pagePath } from '../curriculum/names/page-id.ts';
import { at, newPage } from './browser.ts';

const sites = { brought: inject('brought'), small: inject('small'), bare: inject('bare') };
const { brought } = sites;
const read = (file: string) => fromHtml(readFileSync(path.join(brought.folder, file), 'utf8'));
const lesson = read('phases/pan/index.html');
const raw = read('raw/index.html');

test('every heading has the anchor that the check knows, in every roadmap', () => {
  for (const { root, folder } of Object.values(sites))
    for (const page of openCurriculum(root).pages.values()) {
      const html = readFileSync(path.join(folder, pagePath(page.id), 'index.html'), 'utf8');
      const ids = selectAll('main [id]', fromHtml(html)).map(({ properties }) => String(properties.id));
      for (const id of [...page.headings.map((one) => one.id), ...page.anchors]) expect(ids, page.file).toContain(id);
    }
});

test('the header shows the logo of each ground', () => {
  const logos = selectAll('.site-header .title img', lesson).map(({ properties }) => [
    properties.src,
    (properties.className as string[]).find((name) => name.endsWith('sl-hidden')),
  ]);
  expect(logos).toEqual([
    ['/pan/logo-light.svg', 'dark:sl-hidden'],
    ['/pan/logo-dark.svg', 'light:sl-hidden'],
  ]);
  for (const name of ['logo-light.svg', 'logo-dark.svg'])
    expect(existsSync(path.join(brought.folder, name)), name).toBe(true);
});

test('addresses in HTML and in texts of JavaScript keep the base path, and lead to files that are there', () => {
  const found = [lesson, raw].flatMap((tree) =>
    selectAll(
      'main .sl-markdown-content [href], main .sl-markdown-content [src], main .sl-markdown-content [srcset], main .sl-markdown-content [poster]',
      tree,
    ).flatMap(({ properties }) =>
      [properties.href, properties.src, properties.poster, properties.srcSet]
        .flat()
        .filter((one) => one !== undefined)
        .map((one) => String(one).split(' ')[0]!),
    ),
  );
  const paths = found.filter((one) => one.startsWith('/'));
  expect(paths.length).toBeGreaterThan(10);
  for (const address of paths) {
    expect(address).toMatch(/^\/pan\//);
    const name = decodeURI(address.slice('/pan/'.length)).replace(/[?#].*/, '');
    expect(
      existsSync(path.join(brought.folder, name === '' || name.endsWith('/') ? `${name}index.html` : name)),
      address,
    ).toBe(true);
  }
});

test('alerts are boxes, blocks of `Code` are blocks, and a file named in a comment is the title', () => {
  expect(selectAll('.starlight-aside--caution', raw).map((box) => toText(box))).toEqual([
    expect.stringContaining('熱い'),
  ]);
  expect(select('.starlight-aside--note h2', raw)?.properties.id).toBe('引用');
  expect(toText(raw)).not.toContain('[!');
  const blocks = selectAll('.expressive-code', lesson);
  expect(blocks.map((block) => toText(select('.title', block) ?? block).trim())).toEqual(['src/bread.js', '窯']);
  expect(toText(blocks[1]!)).toContain('npm run <bake>');
});

test('components of the roadmap are parts of the page, with their words, pictures and code', () => {
  const kitchen = read('kitchen/index.html');
  const text = toText(select('main', kitchen)!);
  expect(text).toContain('温度は230度、“余熱”は20分 — 地図');
  expect(text).toContain('温度は250度、“余熱”は10分');
  expect(selectAll('.sl-markdown-content h2', kitchen).map(({ properties }) => properties.id)).toEqual([
    '石の窯',
    '鉄の窯',
  ]);
  expect(selectAll('.starlight-aside--caution kbd', kitchen).map((key) => toText(key))).toEqual(['Esc']);
  expect(selectAll('.expressive-code .title', kitchen).map((title) => toText(title))).toEqual([
    'src/oven.js',
    'src/oven.js',
  ]);
  for (const { properties } of selectAll('.sl-markdown-content img', kitchen))
    expect(existsSync(path.join(brought.folder, String(properties.src).slice('/pan/'.length)))).toBe(true);
  expect(selectAll('.sl-markdown-content img', kitchen)).toHaveLength(3);
  const copy = readFileSync(path.join(brought.folder, 'kitchen.md'), 'utf8');
  expect(copy).toContain('## 鉄の窯');
  expect(copy).toContain('[地図](https://pan.example/pan/map/)');
  expect(copy).not.toMatch(/props|slot|<Oven/);
});

test('the head has the tags of the roadmap, and a path in them has the base path', () => {
  const head = selectAll('head meta[name=google-site-verification], head link[rel=me], head link[rel=license]', raw);
  expect(head.map(({ properties }) => properties.content ?? properties.href).sort()).toEqual([
    '/pan/raw/',
    'https://social.example/@pan',
    'pan-123',
  ]);
});

test('the style sheet of the roadmap wins over the theme, brings its fonts, and leaves drawings alone', async () => {
  const page = await newPage();
  await page.goto(at(brought, '/kitchen/'));
  const found = await page.evaluate(async () => {
    await document.fonts.ready;
    const title = getComputedStyle(document.querySelector('.sl-markdown-content h2')!);
    return {
      font: title.fontFamily,
      size: title.fontSize,
      mark: getComputedStyle(document.querySelector('.sl-markdown-content h2')!, '::before').content,
      ground: getComputedStyle(document.body).backgroundColor,
      loaded: [...document.fonts].some((font) => font.family === 'Pan' && font.status === 'loaded'),
    };
  });
  expect(found).toEqual({
    font: 'Pan, monospace',
    size: '48px',
    mark: `url("${brought.origin}/pan/dot.png")`,
    ground: 'rgb(255, 248, 238)',
    loaded: true,
  });
  await page.goto(at(brought, '/map/'));
  const map = page.locator('.roadmap-map svg text').first();
  expect(await map.evaluate((text) => getComputedStyle(text).fontSize)).not.toBe('48px');
});

test('a picture that nobody has described says so, and an ornament says nothing', () => {
  expect(
    selectAll('.sl-markdown-content img', read('kitchen/index.html')).map(({ properties }) => properties.alt),
  ).toContain('Picture without a description');
  expect(selectAll('.sl-markdown-content img', lesson).map(({ properties }) => properties.alt)).toContain('');
});

test('a draft is nowhere in the site', () => {
  expect(existsSync(path.join(brought.folder, 'later'))).toBe(false);
  const files = readdirSync(brought.folder, { recursive: true, encoding: 'utf8' });
  const texts = files.filter((file) => /\.(?:html|md|txt|xml|json)$/.test(file));
  for (const file of texts) expect(readFileSync(path.join(brought.folder, file), 'utf8'), file).not.toContain('あとで');
});

describe('the check', () => {
  test('has nothing to tell of it', () => expect(loadCurriculum(brought.root).problems).toEqual([]));
});
