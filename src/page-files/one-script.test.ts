import { expect, test } from 'vitest';
import { oneScript, withoutFacades } from './one-script.ts';

const script = (name: string) => `<script type="module" src="/base/_astro/${name}"></script>`;

test('a page loads the common script once, and its own scripts beside it', () => {
  const facades = new Map([
    ['search.1.js', 'page.9.js'],
    ['toc.2.js', 'page.9.js'],
  ]);
  const html = `<head>${script('search.1.js')}</head><body>${script('toc.2.js')}${script('map.3.js')}</body>`;
  expect(withoutFacades(html, facades)).toBe(`<head>${script('page.9.js')}</head><body>${script('map.3.js')}</body>`);
});

test('scripts of the frame are common, those of one page and of parts that authors put in are not', () => {
  const [{ test: isCommon }] = oneScript.groups as [(typeof oneScript.groups)[0]];
  const id = (file: string) => `/x/${file}.astro?astro&type=script&index=0&lang.ts`;
  expect(isCommon(id('src/components/Search'))).toBe(true);
  expect(isCommon(id('node_modules/@astrojs/starlight/dist/components/ThemeSelect'))).toBe(true);
  expect(isCommon(id('src/pages/offline'))).toBe(false);
  expect(isCommon(id('node_modules/@astrojs/starlight/dist/user-components/Tabs'))).toBe(false);
});
