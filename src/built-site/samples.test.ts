/** What readers get of the samples: where a block comes from, the whole folder to download, and what was tested. */
import { unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { newPage } from './browser.ts';

const roadmap = inject('roadmap');
const lesson = `${roadmap.origin}/phases/relational-databases/`;

test('each block from a sample names its file and links to its lines in the repository', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(lesson);
  const blocks = page.locator('.expressive-code + .sample-source');
  expect(await blocks.count()).toBeGreaterThan(5);
  const link = blocks.first().locator('a').first();
  const name = await link.textContent();
  expect(name).toMatch(/^relational-databases\/\S+$/);
  expect(await link.getAttribute('href')).toMatch(
    new RegExp(`^https://.+/blob/main/content/samples/${name!.replaceAll('.', '\\.')}(#L\\d+-L\\d+)?$`),
  );
});

test('the whole sample can be downloaded', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(lesson);
  const href = await page.locator('.sample-source a').nth(1).getAttribute('href');
  const response = await fetch(new URL(href!, lesson));
  expect(response.status).toBe(200);
  const files = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
  expect(files).toContain('relational-databases/schema.sql');
});

test('a lesson says when its code was tested and with which versions', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(lesson);
  expect(await page.locator('.tested').textContent()).toMatch(
    /tested on\s+\d{4}-\d\d-\d\d\s+with .*PostgreSQL \d+\.\d+/,
  );
});
