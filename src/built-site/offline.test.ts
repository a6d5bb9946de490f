import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import sirv from 'sirv';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { writeOfflineFiles } from '../offline/write-offline-files.ts';
import { at, newContext, newPage, pagePaths } from './browser.ts';
import { data, roadmap } from './the-roadmap.ts';

const small = inject('small');
const bare = inject('bare');

/** A host that can be stopped and that counts what it is asked for. */
interface Host {
  origin: string;
  asked: string[];
  /** Paths that answer with an error. */
  broken: Set<string>;
  stop(): Promise<void>;
}

const running: Server[] = [];
afterAll(() => running.forEach((server) => server.close()));

/** Serves folders under base paths, the longest base first. */
async function host(...sites: [base: string, folder: string][]): Promise<Host> {
  const handlers = sites.map(([base, folder]) => [`${base}/`, sirv(folder, { dev: true }), folder] as const);
  const asked: string[] = [];
  const broken = new Set<string>();
  const answer: RequestListener = (request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const found = handlers.find(([base]) => url.startsWith(base));
    if (!found || broken.has(url)) {
      response.writeHead(found ? 500 : 404).end();
      return;
    }
    const [base, serve, folder] = found;
    request.url = url.slice(base.length - 1);
    serve(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(path.join(folder, '404.html')));
    });
  };
  const server = createServer(answer);
  running.push(server);
  await new Promise<void>((done) => server.listen(0, done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    broken,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const copyOf = (folder: string) => {
  const copy = mkdtempSync(path.join(tmpdir(), 'site-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** Waits until the service worker answers the pages of this browser. */
const ready = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

async function save(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await ready(page);
  // Not by its words, because a roadmap may have others.
  await page.locator('.offline-panel .strong').click();
  await page.waitForFunction(
    () => {
      const panel = document.querySelector('.offline-panel')!;
      return panel.querySelector('progress')!.hidden && panel.querySelector('button:not(.strong):only-child') !== null;
    },
    undefined,
    { timeout: 120_000 },
  );
}
const state = (page: Page) => page.locator('.offline-state');

test('nothing but the page itself is downloaded before somebody asks', async () => {
  const site = await host(['/roadmap', small.folder]);
  const page = await newPage();
  await page.goto(`${site.origin}/roadmap/phases/flour/`, { waitUntil: 'networkidle' });
  await ready(page);
  await page.waitForTimeout(500);
  const pages = site.asked.filter((url) => url.endsWith('/') || url.endsWith('.html'));
  // The page for what is missing is fetched in each language, because without a network there is no other.
  expect(pages.sort()).toEqual(['/roadmap/404.html', '/roadmap/ar/404.html', '/roadmap/phases/flour/']);
  expect(site.asked.filter((url) => /files\.json|pagefind/.test(url))).toEqual([]);
});

test.each(['/', '/phases/flour/'])('on a phone the control is in the menu of %s', async (path) => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(at(small, path));
  await page.locator('button[popovertarget]').click();
  await page.getByRole('link', { name: 'Save offline' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save for offline' }).click({ trial: true });
});

test('a saved site reads and searches with the server stopped, pages never visited included', async () => {
  const site = await host([roadmap.base, roadmap.folder]);
  const here = (path: string) => at({ ...roadmap, origin: site.origin }, path);
  const page = await newPage();
  await page.goto(here('/offline/'));
  await expect.poll(() => state(page).innerText()).toMatch(/\d+([.,]\d)? (MB|kB)/);
  await save(page, here('/offline/'));
  await site.stop();

  for (const address of pagePaths(roadmap)) {
    const answer = await page.goto(site.origin + address);
    expect(answer?.status(), address).toBe(200);
    expect(await page.locator('h1').count(), address).toBe(1);
  }
  const [first] = data.phases;
  await page.goto(site.origin + new URL(first!.url).pathname);
  await page.locator('offline-status', { hasText: /\S/ }).waitFor();
  expect(await page.evaluate(() => document.fonts.check('16px "Figtree Variable"'))).toBe(true);
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(/^rgb\((1|2)\d, /);

  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill(first!.title);
  await page.locator('.search-dialog li a').first().waitFor();
  await page.goto(here(`/search/?${new URLSearchParams({ q: first!.title })}`));
  await page.locator('search-page li a').first().waitFor();

  const missing = await page.goto(here('/no/such/page/'));
  expect(missing?.status()).toBe(404);
  expect(await page.locator('h1').innerText()).toContain('404');
});

test('diagrams and filters of a saved site are there with the server stopped', async () => {
  const site = await host(['/roadmap', small.folder]);
  const page = await newPage();
  await save(page, `${site.origin}/roadmap/offline/`);
  await expect.poll(() => state(page).innerText()).toMatch(/whole site is saved on this device, in the version of /);
  await site.stop();
  await page.goto(`${site.origin}/roadmap/phases/flour/`);
  await page.locator('offline-status', { hasText: 'You are reading offline.' }).waitFor();
  expect((await page.locator('.diagram svg').first().boundingBox())!.height).toBeGreaterThan(50);
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('hydration');
  await page.locator('.search-dialog li a').first().waitFor();
  await page.locator('.search-dialog select[name=kind]').selectOption('code');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.search-dialog li span')].every((one) => one.textContent!.includes('code')),
  );
});

test('pages that were visited are there without a network, without being saved', async () => {
  const site = await host(['/roadmap', small.folder]);
  const page = await newPage();
  await page.goto(`${site.origin}/roadmap/`);
  await ready(page);
  await page.goto(`${site.origin}/roadmap/phases/flour/`, { waitUntil: 'networkidle' });
  await site.stop();
  await page.goto(`${site.origin}/roadmap/phases/flour/`);
  expect(await page.locator('h1').innerText()).toBe('Flour');
  await page.locator('offline-status', { hasText: 'You are reading offline.' }).waitFor();
  expect((await page.goto(`${site.origin}/roadmap/phases/dough/`))?.status()).toBe(404);
});

describe('an update', () => {
  const flour = '/roadmap/phases/flour/';
  const text = (page: Page) => page.locator('main').innerText();
  /** Asks from within the page, as a script of it would. */
  const ask = (page: Page, url: string) =>
    page.evaluate((address) => fetch(address).then((answer) => answer.text()), url);

  const publishNext = async (folder: string) => {
    const file = path.join(folder, 'phases/flour/index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('holds the gas', 'keeps the gas'));
    await writeOfflineFiles(folder, true);
    // The worker changes too, as in a release that mends it: the new one must know which page has which version.
    const worker = path.join(folder, 'sw.js');
    // That it took over is asked of the page: to look into a worker would wake or hold it.
    const mark = "self.addEventListener('activate', (event) => event.waitUntil(caches.open('next worker')));";
    writeFileSync(worker, `${readFileSync(worker, 'utf8')}${mark}\n`);
  };

  test('is offered, downloads what changed only, and leaves an open page its version', async () => {
    const folder = copyOf(small.folder);
    const site = await host(['/roadmap', folder]);
    const context = await newContext();
    const first = await context.newPage();
    await save(first, `${site.origin}/roadmap/offline/`);
    await first.goto(site.origin + flour);
    expect(await text(first)).toContain('holds the gas');

    await publishNext(folder);
    const second = await context.newPage();
    await second.goto(site.origin + flour);
    expect(await text(second)).toContain('holds the gas');
    await second.locator('offline-status', { hasText: 'A new version of this site can be saved.' }).waitFor();
    await second.waitForFunction(() => caches.has('next worker'));
    site.asked.length = 0;
    await second.goto(`${site.origin}/roadmap/offline/`);
    await second.getByRole('button', { name: 'Update' }).click();
    await second.getByRole('button', { name: 'Load this page again' }).waitFor();
    expect(site.asked.filter((url) => !/\/offline\/|sw\.js/.test(url))).toEqual(['/roadmap/phases/flour/index.html']);

    expect(await ask(first, flour)).toContain('holds the gas');
    await second.goto(site.origin + flour);
    expect(await text(second)).toContain('keeps the gas');
    expect(await ask(first, flour)).toContain('holds the gas');
    await first.close();
    await second.goto(`${site.origin}/roadmap/`);
    await second.waitForFunction(
      async () => (await caches.keys()).filter((name) => name.includes(' files ')).length === 1,
    );
  });

  test('that breaks leaves the old version whole, and goes on where it stopped', async () => {
    const folder = copyOf(small.folder);
    const site = await host(['/roadmap', folder]);
    const page = await newPage();
    await save(page, `${site.origin}/roadmap/offline/`);
    await publishNext(folder);
    site.broken.add('/roadmap/phases/flour/index.html');
    await page.goto(`${site.origin}/roadmap/offline/`);
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await state(page).innerText()).toContain('The connection was lost.');
    await page.goto(site.origin + flour);
    expect(await text(page)).toContain('holds the gas');

    site.broken.clear();
    await page.goto(`${site.origin}/roadmap/offline/`);
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByRole('button', { name: 'Load this page again' }).waitFor();
    await page.goto(site.origin + flour);
    expect(await text(page)).toContain('keeps the gas');
  });
});

test('interrupted saving says where it is and fetches only what is missing', async () => {
  const site = await host(['/roadmap', small.folder]);
  const page = await newPage();
  const list = JSON.parse(readFileSync(path.join(small.folder, 'offline/files.json'), 'utf8')) as { files: [string][] };
  const last = list.files.at(-1)![0];
  site.broken.add(`/roadmap/${last}`);
  await page.goto(`${site.origin}/roadmap/offline/`);
  await ready(page);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  site.broken.clear();
  await page.goto(`${site.origin}/roadmap/offline/`);
  await expect.poll(() => state(page).innerText()).toMatch(/Saving was interrupted at \d+%\./);
  site.asked.length = 0;
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Remove the saved copy' }).waitFor();
  await expect.poll(() => state(page).innerText()).toContain('The whole site is saved');
  expect(site.asked.length).toBeLessThan(list.files.length / 2);
});

test('two sites on one origin do not disturb each other, and removing one leaves the other', async () => {
  const site = await host(['/roadmap', small.folder], ['', bare.folder]);
  const page = await newPage();
  await save(page, `${site.origin}/roadmap/offline/`);
  await save(page, `${site.origin}/offline/`);
  await page.goto(`${site.origin}/roadmap/offline/`);
  await page.getByRole('button', { name: 'Remove the saved copy' }).click();
  await page.getByRole('button', { name: 'Save for offline' }).waitFor();
  await site.stop();
  expect((await page.goto(`${site.origin}/phases/bowline/`))?.status()).toBe(200);
});

test('refused storage and a full device are told in plain words, and pages work without', async () => {
  const site = await host(['/roadmap', small.folder]);
  const refused = await newPage();
  await refused.addInitScript(() => {
    CacheStorage.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));
  });
  await refused.goto(`${site.origin}/roadmap/offline/`);
  await expect.poll(() => state(refused).innerText()).toContain('This browser keeps nothing for this site.');
  await refused.goto(`${site.origin}/roadmap/phases/flour/`);
  expect(await refused.locator('h1').innerText()).toBe('Flour');

  const full = await newPage();
  await full.addInitScript(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  });
  await full.goto(`${site.origin}/roadmap/offline/`);
  await full.getByRole('button', { name: 'Save for offline' }).click();
  await expect.poll(() => state(full).innerText()).toContain('There is no room left on this device');
});
