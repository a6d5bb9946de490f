import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import sirv from 'sirv';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { FileList } from '../offline/kept-files.ts';
import { writeOfflineFiles } from '../offline/write-offline-files.ts';
import { at, newContext, newPage, pagePaths } from './browser.ts';
import { data, roadmap } from './the-roadmap.ts';

const small = inject('small');
const bare = inject('bare');

/** A host that can be stopped and that counts what it is asked for. */
interface Host {
  origin: string;
  asked: string[];
  /** What of it was asked for to be kept in a copy. */
  downloaded: string[];
  /** Paths that answer with an error. */
  broken: Set<string>;
  /** Paths that are answered in another way than by the file. */
  odd: Map<string, (response: ServerResponse) => void>;
  /** Changes every page on its way, as some hosts do. */
  alter?: (html: string) => string;
  stop(): Promise<void>;
}

const running: Server[] = [];
afterAll(() => running.forEach((server) => server.close()));

/** Serves folders under base paths, the longest base first. */
async function host(...sites: [base: string, folder: string][]): Promise<Host> {
  const handlers = sites.map(([base, folder]) => [`${base}/`, sirv(folder, { dev: true }), folder] as const);
  const asked: string[] = [];
  const downloaded: string[] = [];
  const broken = new Set<string>();
  const odd: Host['odd'] = new Map();
  const answer: RequestListener = (request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    if (request.headers['x-offline'] !== undefined) downloaded.push(url);
    const found = handlers.find(([base]) => url.startsWith(base));
    if (!found || broken.has(url)) {
      response.writeHead(found ? 500 : 404).end();
      return;
    }
    const otherwise = odd.get(url);
    if (otherwise) return otherwise(response);
    const [base, serve, folder] = found;
    if (made.alter && /\/$|\.html$/.test(url)) {
      const file = path.join(folder, url.slice(base.length).replace(/\/$|^$/, '/index.html'));
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(made.alter(readFileSync(file, 'utf8')));
      return;
    }
    request.url = url.slice(base.length - 1);
    serve(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(path.join(folder, '404.html')));
    });
  };
  const server = createServer(answer);
  running.push(server);
  await new Promise<void>((done) => server.listen(0, done));
  const made: Host = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    downloaded,
    broken,
    odd,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return made;
}

const page404 = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
const listOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'offline/files.json'), 'utf8')) as FileList;

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
  // The page for what is not kept is fetched in each language, because without a network there is no other.
  expect(pages.sort()).toEqual(['/roadmap/ar/offline/unsaved/', '/roadmap/offline/unsaved/', '/roadmap/phases/flour/']);
  expect(site.asked.filter((url) => /files\.json|pagefind/.test(url))).toEqual([]);
});

test.each(['/', '/phases/flour/'])('on a phone the control is in the menu of %s', async (path) => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(at(small, path));
  await page.getByRole('button', { name: 'Menu' }).click();
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
  expect(missing?.status()).toBe(503);
  // It leads on into the copy.
  expect(await page.locator('[data-kept]:visible a').getAttribute('href')).toBe(`${roadmap.base}/`);
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
  // What a message means is in a file of its own, and so is Pagefind, which was not loaded yet.
  await page.locator('.search-dialog input').fill('my dough will not rise');
  await page.locator('.search-card p', { hasText: 'yeast is dead' }).waitFor();
  await page.locator('.search-dialog input').fill('hydration');
  await page.locator('.search-dialog li a').first().waitFor();
  await page.locator('.search-dialog select[name=kind]').selectOption('code');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.search-dialog li a span')].every((one) => /^code/i.test(one.textContent!)),
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
  for (const address of ['phases/dough/', 'phases/%E0%A4%A/', 'samples/dough.zip']) {
    expect((await page.goto(`${site.origin}/roadmap/${address}`))?.status(), address).toBe(503);
    expect(await page.locator('h1').innerText()).toBe('Not saved on this device');
    const kept = await page.locator('[data-kept]:visible li').allInnerTexts();
    expect(kept).toContain('Flour');
  }
  await page.goto(`${site.origin}/roadmap/ar/phases/dough/`);
  expect(await page.locator('html').getAttribute('lang')).toBe('ar');
});

test('a page that was visited is shown where the host is busy, and a page of another one never takes its place', async () => {
  const site = await host(['/roadmap', small.folder]);
  const page = await newPage();
  const flour = '/roadmap/phases/flour/';
  await page.goto(`${site.origin}/roadmap/`);
  await ready(page);
  await page.goto(site.origin + flour, { waitUntil: 'networkidle' });
  site.odd.set(flour, page404);
  await page.goto(site.origin + flour);
  expect(await page.locator('h1').innerText()).toBe('Welcome');
  site.odd.set(flour, (response) => void response.writeHead(503).end('busy'));
  await page.goto(site.origin + flour);
  expect(await page.locator('h1').innerText()).toBe('Flour');
});

test('a style sheet that was answered wrongly is asked for again, and one that is gone is shown from the visit', async () => {
  const site = await host(['/roadmap', small.folder]);
  const page = await newPage();
  const color = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink'));
  await page.goto(`${site.origin}/roadmap/`);
  await ready(page);
  const address = await page.evaluate(() => {
    const sheet = [...document.styleSheets].find(({ cssRules }) =>
      [...cssRules].some(({ cssText }) => cssText.includes('--ink:')),
    );
    return new URL(sheet!.href!).pathname;
  });
  const right = await color();
  expect(right).not.toBe('');
  await page.evaluate(async (url) => {
    for (const name of await caches.keys()) {
      const kept = await caches.open(name);
      await kept.delete(url);
      if (name.endsWith(' visited'))
        await kept.put(url, new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }));
    }
  }, address);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  site.odd.set(address, page404);
  await page.reload();
  expect(await color()).toBe('');
  // Right by its type and wrong by its content: nothing tells the worker, so it must ask again.
  site.odd.set(address, (response) => void response.writeHead(200, { 'content-type': 'text/css' }).end('b{--x:y}'));
  await page.reload();
  expect(await color()).toBe('');
  site.odd.clear();
  await session.send('Network.clearBrowserCache');
  await page.reload();
  expect(await color()).toBe(right);
  // The next version has another one, and a page of this one still asks for it.
  const gone = (response: ServerResponse) => void response.writeHead(404).end();
  site.odd.set(address, gone);
  await session.send('Network.clearBrowserCache');
  await page.reload();
  expect(await color()).toBe(right);
});

describe('a saved copy', () => {
  const flour = '/roadmap/phases/flour/';
  const file = `${flour}index.html`;
  const copies = (page: Page) =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' files ')).sort());
  const damage = (page: Page) =>
    page.evaluate(async (url) => {
      const name = (await caches.keys()).find((one) => one.includes(' files '))!;
      await (await caches.open(name)).put(url, new Response('half a pa'));
    }, file);

  test('takes types from the list and not from the host, mends a damaged file, and holds downloads and pictures', async () => {
    const folder = copyOf(small.folder);
    for (const name of ['photo.JPG', 'plan.gif', 'paper.pdf']) writeFileSync(path.join(folder, name), name);
    await writeOfflineFiles(folder, true);
    const site = await host(['/roadmap', folder]);
    const content = readFileSync(path.join(folder, 'phases/flour/index.html'));
    site.odd.set(file, (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(content));
    const page = await newPage();
    const head = page.locator('a[data-offline] .saved').first();
    await save(page, `${site.origin}/roadmap/offline/`);
    await head.waitFor();
    await page.goto(site.origin + flour);
    expect(await page.locator('h1').innerText()).toBe('Flour');
    await head.waitFor();

    await damage(page);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Flour');
    await site.stop();
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Flour');
    for (const name of ['photo.JPG', 'plan.gif', 'paper.pdf', 'samples/dough.zip'])
      expect(await page.evaluate((url) => fetch(url).then(({ status }) => status), `/roadmap/${name}`), name).toBe(200);
    expect(
      await page.evaluate(
        (url) => fetch(url, { headers: { range: 'bytes=2-4' } }).then((answer) => answer.text()),
        '/roadmap/photo.JPG',
      ),
    ).toBe('oto');
    const download = page.waitForEvent('download');
    await page.evaluate(() => (location.href = '/roadmap/samples/dough.zip'));
    expect((await download).suggestedFilename()).toBe('dough.zip');

    await damage(page);
    await page.goto(site.origin + flour);
    expect(await page.locator('h1').innerText()).toBe('Not saved on this device');
  });

  test('is refused in plain words where the host alters pages, and where the server stops answering', async () => {
    const site = await host(['/roadmap', small.folder]);
    const page = await newPage();
    site.alter = (html) => html.replace('</body>', '<script src="/faster.js"></script></body>');
    await page.goto(`${site.origin}/roadmap/offline/`);
    for (const words of ['Save for offline', 'Try again']) {
      await page.getByRole('button', { name: words }).click();
      if (words === 'Save for offline')
        await expect.poll(() => state(page).innerText()).toMatch(/The server sends “.*html” otherwise/);
    }
    site.alter = undefined;
    await page.clock.install();
    await page.reload();
    site.odd.set(file, () => {});
    await page.locator('.offline-panel .strong').click();
    await expect.poll(() => state(page).innerText()).toContain('99%');
    await page.clock.fastForward(31_000);
    await expect.poll(() => state(page).innerText()).toContain('The server has stopped answering.');
    site.odd.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => state(page).innerText()).toContain('The whole site is saved');
  });

  test('that is removed in another window while this one saves is not called saved, and the page for that stays', async () => {
    const site = await host(['/roadmap', small.folder]);
    const context = await newContext();
    const page = await context.newPage();
    let goOn = (): void => {};
    const content = readFileSync(path.join(small.folder, 'phases/flour/index.html'));
    site.odd.set(file, (response) => void (goOn = () => response.writeHead(200).end(content)));
    await page.goto(`${site.origin}/roadmap/offline/`);
    await ready(page);
    await page.getByRole('button', { name: 'Save for offline' }).click();
    await expect.poll(() => state(page).innerText()).toMatch(/9\d%/);
    const other = await context.newPage();
    await other.goto(`${site.origin}/roadmap/offline/`);
    await other.getByRole('button', { name: 'Remove the saved copy' }).click();
    await other.getByRole('button', { name: 'Save for offline' }).waitFor();
    goOn();
    await expect.poll(() => state(page).innerText()).toContain('The copy was removed in another window');
    expect(await copies(page)).toEqual([]);
    await site.stop();
    expect((await other.goto(site.origin + flour))?.status()).toBe(503);
  });

  test('that was begun goes when another version is saved, or the one before is published again', async () => {
    const folder = copyOf(small.folder);
    const next = async (word: string) => {
      const one = path.join(folder, 'phases/flour/index.html');
      writeFileSync(one, readFileSync(one, 'utf8').replace(/(?<=<h1[^>]*>)[^<]*/, word));
      await writeOfflineFiles(folder, true);
    };
    const site = await host(['/roadmap', folder]);
    const page = await newPage();
    const panel = `${site.origin}/roadmap/offline/`;
    const begin = async () => {
      site.broken.add(file);
      await page.goto(panel);
      await page.locator('.offline-panel .strong').click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      site.broken.clear();
    };
    await next('First');
    await begin();
    await next('Second');
    site.asked.length = 0;
    await save(page, panel);
    // What the first had is taken over.
    expect(site.asked).toContain(file);
    expect(site.asked).not.toContain('/roadmap/index.html');
    expect(await copies(page)).toHaveLength(1);
    await next('Third');
    await begin();
    expect(await copies(page)).toHaveLength(2);
    await next('Second');
    await page.goto(`${site.origin}/roadmap/`);
    await expect.poll(() => copies(page)).toHaveLength(1);
    await site.stop();
    await page.goto(site.origin + flour);
    expect(await page.locator('h1').innerText()).toBe('Second');
  });

  test('of the time before types and downloads were in it is read on, and updated', async () => {
    const site = await host(['/roadmap', small.folder]);
    const page = await newPage();
    await page.goto(`${site.origin}/roadmap/`);
    await ready(page);
    // As the worker and the page of November 2026 have left it; one file has the wrong type, as happened then.
    await page.evaluate(async () => {
      const list = (await (await fetch('/roadmap/offline/files.json')).json()) as FileList;
      const files = list.files.filter(([name]) => /\.(html|css|js|json|svg|woff2)$/.test(name));
      const old = { version: 'before', built: '2026-11-01T12:00:00.000Z', files: files.map((one) => one.slice(0, 4)) };
      const cache = await caches.open('roadmap /roadmap/ files before');
      for (const [name] of files) {
        const answer = await fetch(`/roadmap/${name}`, { headers: { 'x-offline': '1' } });
        const type = name.includes('flour') ? 'text/plain' : (answer.headers.get('content-type') ?? '');
        const key = `/roadmap/${name.split('/').map(encodeURIComponent).join('/')}`;
        await cache.put(key, new Response(await answer.arrayBuffer(), { headers: { 'content-type': type } }));
      }
      await cache.put('/roadmap/offline/files.json', Response.json(old));
      const begun = await caches.open('roadmap /roadmap/ files begun');
      await begun.put('/roadmap/__total', new Response('99'));
      const state = await caches.open('roadmap /roadmap/ state');
      await state.put('/roadmap/__state', Response.json({ active: 'before', clients: { gone: 'before' } }));
    });
    await page.goto(`${site.origin}/roadmap/offline/`);
    await expect.poll(() => state(page).innerText()).toContain('The version of November 1, 2026 is saved.');
    await page.context().setOffline(true);
    await page.goto(site.origin + flour);
    expect(await page.locator('h1').innerText()).toBe('Flour');
    await page.goto(`${site.origin}/roadmap/samples/dough.zip`);
    expect(await page.locator('h1').innerText()).toBe('Not saved on this device');
    await page.context().setOffline(false);
    site.asked.length = 0;
    await page.goto(`${site.origin}/roadmap/offline/`);
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByRole('button', { name: 'Load this page again' }).waitFor();
    expect(site.asked.filter((url) => url.endsWith('.html'))).toEqual([]);
    // The page itself shows the old version until it is left.
    for (const address of ['/roadmap/', flour]) await page.goto(site.origin + address);
    await expect.poll(() => copies(page)).toHaveLength(1);
    await site.stop();
    await page.goto(site.origin + flour);
    expect(await page.locator('h1').innerText()).toBe('Flour');
  });
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
    site.downloaded.length = 0;
    await second.goto(`${site.origin}/roadmap/offline/`);
    await second.getByRole('button', { name: 'Update' }).click();
    await second.getByRole('button', { name: 'Load this page again' }).waitFor();
    expect(site.downloaded.filter((url) => !url.includes('/offline/'))).toEqual(['/roadmap/phases/flour/index.html']);

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
    // Chromium may lose a page that is asked for in the moment in which one worker takes over from another.
    await page.waitForFunction(() => caches.has('next worker'));
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
  const list = listOf(small.folder);
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
  // Nothing of the copy takes the room of pages that are visited.
  expect(await full.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' files ')))).toEqual([]);
});
