/** What readers get of the samples: where a block comes from, the whole folder to download, and what was tested. */
import { unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { at, newPage } from './browser.ts';
import { lessonWith } from './the-roadmap.ts';

const small = inject('small');
const dough = at(small, '/phases/dough/');

test('each block from a sample names its file and links to its lines in the repository', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(dough);
  const blocks = page.locator('.expressive-code .about');
  expect(await blocks.count()).toBe(2);
  const links = blocks.first().locator('a');
  expect(await links.nth(1).getAttribute('href')).toBe(
    'https://git.example/bakers/bread/blob/main/content/samples/dough/hydration.py#L2-L3',
  );
  // The details open without script, and the file itself is on this site.
  await blocks.first().locator('summary').click();
  expect(await links.first().innerText()).toBe('dough/hydration.py');
  const file = await fetch(new URL((await links.first().getAttribute('href'))!, dough));
  expect(file.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await file.text()).toContain('return water / flour');
});

test('the whole sample can be downloaded', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(dough);
  const href = await page.locator('.about a[href$=".zip"]').first().getAttribute('href');
  const response = await fetch(new URL(href!, dough));
  expect(response.status).toBe(200);
  const files = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
  expect(files).toContain('dough/hydration.py');
});

test('a lesson says when its code was tested and with which versions', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(dough);
  expect(await page.locator('.tested').textContent()).toMatch(/tested on\s+November 20, 2026\s+with Python 3\.11\.2/);
});

test('a download of the roadmap holds the files that its page shows', async (context) => {
  const lesson = lessonWith(context, 'a block from a sample', /class="about/);
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(lesson);
  const source = page.locator('.about').first();
  const href = await source.locator('a[href$=".zip"]').getAttribute('href');
  const response = await fetch(new URL(href!, lesson));
  const files = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
  expect(files).toContain(await source.locator('a').first().textContent());
});
