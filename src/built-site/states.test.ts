/** The running example after each lesson: what changed can be read, and all of it can be had. */
import { unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { at, newPage } from './browser.ts';

const small = inject('small');

test('the page of a state shows what changed since the one before, and its download holds the files', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(at(small, '/phases/fermentation/'));
  await page.getByRole('link', { name: /^The baker’s notes after/ }).click();
  expect(new URL(page.url()).pathname).toMatch(/\/notes\/fermentation\/$/);

  const change = page.locator('details.change').first();
  expect(await change.locator('summary code').innerText()).toBe('bake/hydration.py');
  expect(await change.locator('summary .count').innerText()).toMatch(/^\+\d+ −\d+$/);
  await change.locator('summary').click();
  expect(await change.locator('ins', { hasText: 'from sys import argv' }).isVisible()).toBe(true);
  expect(await change.locator('del').allInnerTexts()).toContainEqual(expect.stringContaining('hydration(375, 500)'));
  expect(await page.locator('.criteria li').innerText()).toContain('test.sh#a_dough_of_350_and_500');

  const href = await page.getByRole('link', { name: 'Download notes.zip' }).getAttribute('href');
  const response = await fetch(new URL(href!, page.url()));
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual(['notes/README.md', 'notes/bake/hydration.py', 'notes/test.sh']);
  expect(Buffer.from(files['notes/bake/hydration.py']!).toString()).toContain('from sys import argv');
});
