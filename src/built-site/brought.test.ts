/** A roadmap as it comes in from elsewhere: what its check lets pass is right on its pages. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, inject, test } from 'vitest';
import { loadCurriculum, openCurriculum } from '../curriculum/load.ts';
import { pagePath } from '../curriculum/names/page-id.ts';

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

describe('the check', () => {
  test('has nothing to tell of it', () => expect(loadCurriculum(brought.root).problems).toEqual([]));
});
