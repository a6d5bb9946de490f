import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { at, newPage, watch } from './browser.ts';

const small = inject('small');
const file = (name: string) => readFileSync(path.join(small.folder, name), 'utf8');

test('the old address of a page leads to the new one, in each language and without JavaScript', async () => {
  for (const [javaScriptEnabled, language] of [
    [true, ''],
    [false, '/ar'],
  ] as const) {
    const page = await newPage({ javaScriptEnabled });
    const complaints = watch(page, small.origin);
    await page.goto(at(small, `${language}/supplements/oven/`));
    await page.waitForURL(at(small, `${language}/supplements/ovens/`));
    expect(complaints).toEqual([]);
  }
});

test('the anchor of an old address leads to the section, also where that went to a third page', async () => {
  const page = await newPage();
  await page.goto(at(small, '/supplements/oven/#steaming'));
  await page.waitForURL(at(small, '/phases/baking/#steam'));
  await page.goto(at(small, '/supplements/oven/#hot-stone'));
  await page.waitForURL(at(small, '/supplements/ovens/#stone'));
});

test('a page at an old address names the new one to search engines, and is in no list', () => {
  const html = file('pictures/index.html');
  expect(html).toContain('<link rel="canonical" href="https://bread.example/roadmap/gallery/">');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('http-equiv="content-security-policy"');
  expect(file('sitemap-0.xml')).not.toMatch(/\/pictures\/|\/oven\//);
  expect(file('_redirects')).toContain('/roadmap/pictures/ /roadmap/gallery/ 301\n');
  expect(file('_redirects')).toContain('/roadmap/ar/supplements/oven/ /roadmap/ar/supplements/ovens/ 301\n');
  expect(existsSync(path.join(inject('bare').folder, '_redirects'))).toBe(false);
});

test('old anchors of topics and stages stand at their headings, and of topics that moved at the end of their page', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  for (const [address, heading] of [
    ['/phases/dough/#working', 'Kneading'],
    ['/tracks/month/#first-loaf', '2. The loaf'],
  ] as const) {
    await page.goto(at(small, address));
    expect((await page.locator('h2:has(:target)').innerText()).trim()).toBe(heading);
    const top = await page.locator('h2:has(:target)').evaluate((one) => one.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
  }
  await page.goto(at(small, '/phases/flour/#water'));
  expect(await page.locator(':target').innerText()).toBe('What stood here is now on another page: Hydration.');
  expect(await page.locator(':target a').getAttribute('href')).toBe('/roadmap/phases/dough/#hydration');
});

test('ids.json gives every id its number and what it is called now', () => {
  const { ids, now } = JSON.parse(file('ids.json')) as { ids: string[]; now: Record<string, number[]> };
  const number = ids.indexOf('topic:dough/working') + 1;
  expect(now[number]!.map((n) => ids[n - 1])).toEqual(['topic:dough/kneading']);
});
