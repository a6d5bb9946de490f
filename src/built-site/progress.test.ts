import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { emptyRecord, type ProgressRecord } from '../record/record.ts';
import { recordSchema } from '../record/record-schema.ts';
import { at, newContext, watch } from './browser.ts';

const small = inject('small');
const bare = inject('bare');
const dough = at(small, '/phases/dough/');
const progress = at(small, '/progress/');

const control = (page: Page, id: string) => page.locator(`.heading-facts [data-mark="${id}"]`);
const inList = (page: Page, id: string) => page.locator(`.lesson-marks [data-mark="${id}"]`);
const sidebar = (page: Page, lesson: string) => page.locator(`.sidebar-content a[data-lesson="${lesson}"]`);
const said = (page: Page) => page.locator('progress-page .said');
const note = (page: Page) => page.locator('.progress-note');

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
async function mark(page: Page, id: string, state: string): Promise<void> {
  await control(page, id).selectOption(state);
  await page.waitForFunction(
    ([name, id]) => !localStorage.getItem(`progress ${name} pending`) && document.querySelector(`[data-mark="${id}"]`),
    [`${small.base}/`, id] as const,
  );
}
/** Saves progress to a file and reads it. */
async function saved(page: Page): Promise<{ file: string; record: ProgressRecord }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  const file = await download.path();
  return { file, record: recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) as unknown as ProgressRecord };
}
const chooseFile = (page: Page, record: unknown) =>
  page.locator('input[type=file]').setInputFiles({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(typeof record === 'string' ? record : JSON.stringify(record)),
  });

describe('marks', () => {
  test('stay, are in words wherever the lesson is named, and two tabs agree', async () => {
    const context = await newContext();
    const page = await open(context, dough);
    const complaints = watch(page, small.origin);
    await mark(page, 'topic:dough/kneading', 'done');
    await expect.poll(() => note(page).innerText()).toContain('on this device only');
    expect(await inList(page, 'topic:dough/kneading').inputValue()).toBe('done');
    expect(await page.locator('.lesson-marks .extent').innerText()).toBe('1 of 2 topics');
    expect(await sidebar(page, 'dough').innerText()).toContain('Topics finished: 1 of 2');

    const other = await open(context, dough);
    expect(await control(other, 'topic:dough/kneading').inputValue()).toBe('done');
    await mark(other, 'topic:dough/hydration', 'skip');
    await expect.poll(() => control(page, 'topic:dough/hydration').inputValue()).toBe('skip');
    await expect.poll(() => sidebar(page, 'dough').innerText()).toContain('Done');
    // A page that the reader comes back to was asleep, and heard of nothing.
    await control(page, 'topic:dough/hydration').evaluate((select: HTMLSelectElement) => {
      select.value = 'none';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await control(page, 'topic:dough/hydration').inputValue()).toBe('skip');
    // The first says it once; nothing is said again.
    expect(await note(other).count()).toBe(0);

    await other.goto(at(small, '/ar/phases/dough/'));
    await expect.poll(() => control(other, 'topic:dough/kneading').inputValue()).toBe('done');
    await other.goto(at(small, '/projects/loaves/'));
    await mark(other, 'project:white-loaf', 'reading');
    await page.goto(at(small, '/phases/fermentation/'));
    await mark(page, 'build:fermentation', 'done');
    await page.goto(progress);
    const { record } = await saved(page);
    expect(Object.fromEntries(Object.entries(record.marks).map(([id, [state]]) => [id, state]))).toEqual({
      'topic:dough/kneading': 'done',
      'topic:dough/hydration': 'skip',
      'project:white-loaf': 'reading',
      'build:fermentation': 'done',
    });
    expect(record.marks['topic:dough/hydration']![3]).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('can be set with the keyboard alone, keep the focus, and shift nothing', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      (globalThis as unknown as { shift: number }).shift = 0;
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries() as unknown as {
          value: number;
          sources: { node?: Node }[];
        }[])
          if (sources.some(({ node }) => node?.parentElement?.closest('main, .sidebar-content')))
            (globalThis as unknown as { shift: number }).shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(dough);
    await control(page, 'topic:dough/kneading').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => sidebar(page, 'dough').innerText()).toContain('1 of 2');
    expect(await page.evaluate(() => document.activeElement!.getAttribute('data-mark'))).toBe('topic:dough/kneading');
    await page.goto(dough);
    await expect.poll(() => control(page, 'topic:dough/kneading').inputValue()).toBe('done');
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBe(0);
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Your progress: Kneading' }).first().inputValue())
      .toBe('done');
    await context.close();
  });

  test('are not there without scripts, and the page reads as before', async () => {
    const context = await newContext({ javaScriptEnabled: false });
    const page = await open(context, dough);
    expect(
      await page.locator('select:visible:not(starlight-lang-select select, starlight-theme-select select)').count(),
    ).toBe(0);
    await page.goto(progress);
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('main button:visible').count()).toBe(0);
    await context.close();
  });

  test('say where the reader left', async () => {
    const context = await newContext({ viewport: { width: 1000, height: 400 } });
    const page = await open(context, dough);
    /** Moves to a heading; what keeps the place comes with the first move. */
    const moveTo = async (heading: string) => {
      const keeps = page.waitForResponse(/keep-place/);
      await page.locator(heading).evaluate((one) => one.scrollIntoView());
      await (await keeps).finished();
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    };
    await moveTo('#hydration');
    await page.goto(progress);
    const link = page.locator('[data-continue]').first();
    expect(await link.innerText()).toContain('Dough · Hydration');
    await link.click();
    await page.waitForURL(/\/phases\/dough\/#hydration$/);
    // Who has read to the end goes on with the next lesson, on a chosen track with the next of the track.
    await page.goto(dough);
    await moveTo('#lesson-end');
    await page.goto(progress);
    expect(await link.innerText()).toMatch(/: Phase 3: .*fermentation/);
    await link.click();
    await page.waitForURL(at(small, '/phases/fermentation/'));
    // A place that leads elsewhere is none, and what is kept in another shape breaks no page.
    const complaints = watch(page, small.origin);
    await page.goto(at(small, '/404.html'));
    await page.evaluate((name) => {
      const place = { path: '../../evil.example/', title: 'Dough', time: Number.MAX_SAFE_INTEGER };
      for (const [key, value] of Object.entries({ place, shown: [], pending: [null], values: 5 }))
        localStorage.setItem(`progress ${name} ${key}`, JSON.stringify(value));
    }, `${small.base}/`);
    await page.goto(progress);
    expect(await page.locator('[data-continue]').first().isHidden()).toBe(true);
    await page.goto(dough);
    await mark(page, 'topic:dough/kneading', 'done');
    await page.reload();
    await expect.poll(() => control(page, 'topic:dough/kneading').inputValue()).toBe('done');
    await page.goto(progress);
    expect((await saved(page)).record.marks['topic:dough/kneading']![1]).toBeLessThan(Date.now());
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('moving', () => {
  test('by file from one profile to another shows what changes, merges, and can be taken back', async () => {
    const here = await newContext({ acceptDownloads: true });
    const one = await open(here, dough);
    await mark(one, 'topic:dough/kneading', 'done');
    await one.goto(progress);
    const { file } = await saved(one);

    const there = await newContext();
    const two = await open(there, at(small, '/phases/flour/'));
    await mark(two, 'topic:flour/gluten', 'reading');
    await two.goto(progress);
    await two.locator('input[type=file]').setInputFiles(file);
    const preview = two.locator('.preview');
    await preview.waitFor();
    expect(await preview.innerText()).toMatch(/1 is new here\s+Dough: Kneading: Done/);
    expect(await two.evaluate(() => document.activeElement!.localName)).toBe('h2');
    await preview.getByRole('button', { name: 'Import' }).click();
    await expect.poll(() => said(two).innerText()).toContain('Imported.');
    const both = Object.keys((await saved(two)).record.marks);
    expect(both.sort()).toEqual(['topic:dough/kneading', 'topic:flour/gluten']);
    await two.reload();
    await two.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => said(two).innerText()).toContain('Taken back.');
    expect(Object.keys((await saved(two)).record.marks)).toEqual(['topic:flour/gluten']);
    await here.close();
    await there.close();
  });

  test('by link and code, which leave the address at once and always ask', async () => {
    const here = await newContext();
    const one = await open(here, dough);
    await mark(one, 'topic:dough/kneading', 'done');
    await one.goto(progress);
    await one.getByRole('button', { name: 'Make a link and a code' }).click();
    const link = await one.getByRole('textbox', { name: 'Link with your progress' }).inputValue();
    expect(link).toMatch(/\/progress\/#p=[\w-]+$/);
    const code = one.getByRole('img', { name: 'QR code of the link' });
    expect((await code.boundingBox())!.width).toBeGreaterThan(150);

    const there = await newContext();
    const two = await open(there, link);
    await two.locator('.preview').waitFor();
    expect(two.url()).toBe(progress);
    expect(await two.locator('[data-extent="lesson:dough"]').innerText()).toMatch(/0\sof\s2\stopics/);
    await two.getByRole('button', { name: 'Import' }).click();
    await expect.poll(() => two.locator('[data-extent="lesson:dough"]').innerText()).toMatch(/1\sof\s2\stopics/);
    await two.goto(`${progress}#p=damaged`);
    await expect.poll(() => said(two).innerText()).toContain('damaged or cut off');
    await here.close();
    await there.close();
  });

  test('refuses what it does not understand, asks about another roadmap, and keeps what is unknown', async () => {
    const context = await newContext();
    const page = await open(context, progress);
    await page.locator('.move-tools input').waitFor({ state: 'attached' });
    for (const [given, words] of [
      ['{', 'not a file of progress'],
      [{ format: 'roadmap-progress', version: 99 }, 'newer version'],
    ] as const) {
      await chooseFile(page, given);
      await expect.poll(() => said(page).innerText()).toContain(words);
    }
    await chooseFile(page, {
      ...emptyRecord('knots.example', 'zz'),
      marks: { 'topic:bowline/loop': ['done', 5, 'zz'], 'topic:dough/hydration': ['done', 5, 'zz'] },
      notes: ['of a later version'],
    });
    await page.locator('.preview').waitFor();
    expect(await page.locator('.preview').innerText()).toContain('belongs to another roadmap (knots.example)');
    await page.getByRole('button', { name: 'Import' }).click();
    await expect.poll(() => said(page).innerText()).toContain('Imported.');
    expect((await saved(page)).record).toMatchObject({
      roadmap: 'bread.example/roadmap',
      marks: { 'topic:bowline/loop': ['done', 5, 'zz'] },
      notes: ['of a later version'],
    });
    // The author has changed the topic since the revision that was done.
    await page.goto(dough);
    await page
      .locator('.heading-facts .mark-changed:visible', { hasText: 'Changed since you finished this' })
      .waitFor();
    await context.close();
  });

  test('a reset of a lesson or of everything can be taken back, and survives an older file', async () => {
    const context = await newContext();
    const page = await open(context, dough);
    await mark(page, 'topic:dough/kneading', 'done');
    await page.goto(at(small, '/phases/flour/'));
    await mark(page, 'topic:flour/gluten', 'done');
    await page.goto(progress);
    const before = await saved(page);
    await page.getByRole('button', { name: 'Reset Dough' }).click();
    await expect.poll(() => said(page).innerText()).toContain('Removed: Dough.');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Undo');
    expect(Object.keys((await saved(page)).record.marks)).toEqual(['topic:flour/gluten']);
    await chooseFile(page, before.record);
    await page.locator('.preview', { hasText: 'nothing new' }).waitFor();
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await expect.poll(() => said(page).innerText()).toContain('Removed: everything.');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('shown')))).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('[data-extent="lesson:flour"]').innerText()).toMatch(/1\sof\s1/);
    await context.close();
  });
});

test('the chosen track moves with the progress', async () => {
  const here = await newContext();
  const one = await open(here, at(small, '/tracks/weekend/'));
  expect(await one.locator('[data-extent="tracks:weekend"]').innerText()).toContain('0 of');
  await one.getByRole('button', { name: 'Follow' }).first().click();
  await one.goto(progress);
  const { record } = await saved(one);
  expect(record.values.track?.[0]).toBe('weekend');
  const there = await newContext();
  const two = await open(there, progress);
  await chooseFile(two, record);
  await two.getByRole('button', { name: 'Import' }).click();
  await expect.poll(() => said(two).innerText()).toContain('Imported.');
  expect((await saved(two)).record.values.track?.[0]).toBe('weekend');
  await two.getByRole('button', { name: 'Reset everything' }).click();
  await expect.poll(() => said(two).innerText()).toContain('Removed');
  expect((await saved(two)).record.values).toEqual({});
  await here.close();
  await there.close();
});

test('a roadmap that turns it off with one line has nothing of it', () => {
  const files = readdirSync(bare.folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /(?:^|\/)progress/.test(file))).toEqual([]);
  for (const file of files.filter((one) => /\.(?:html|js)$/.test(one)))
    expect(readFileSync(path.join(bare.folder, file), 'utf8'), file).not.toMatch(
      /reader-progress|data-mark|progress-mark/,
    );
});

describe('storage', () => {
  test('that is full or refused is said in plain words, and the page goes on', async () => {
    for (const [name, words] of [
      ['QuotaExceededError', 'no room left on this device'],
      ['SecurityError', 'keeps nothing for this site'],
    ] as const) {
      const context = await newContext();
      await context.addInitScript((name) => {
        const fail = () => {
          throw new DOMException('no', name);
        };
        if (name === 'SecurityError') {
          IDBFactory.prototype.open = fail;
          IDBFactory.prototype.databases = () => Promise.reject(new DOMException('no', name));
          for (const storage of ['localStorage', 'sessionStorage'])
            Object.defineProperty(globalThis, storage, { configurable: true, get: fail });
        } else IDBObjectStore.prototype.put = fail;
      }, name);
      const page = await context.newPage();
      const complaints = watch(page, small.origin);
      await page.goto(dough);
      await control(page, 'topic:dough/kneading').selectOption('done');
      await note(page).getByText(words).waitFor();
      expect(await sidebar(page, 'dough').innerText()).toContain('1 of 2');
      await note(page).getByRole('button', { name: 'Close' }).click();
      expect(await note(page).isVisible()).toBe(false);
      await control(page, 'topic:dough/hydration').selectOption('done');
      await expect.poll(() => sidebar(page, 'dough').innerText()).toContain('Done');
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  test('that was removed in part, damaged, or written by a newer version loses nothing', async () => {
    const context = await newContext();
    const page = await open(context, dough);
    await mark(page, 'topic:dough/kneading', 'done');
    const put = (value: unknown) =>
      page.evaluate(
        ([name, value]) =>
          new Promise<void>((done, failed) => {
            const request = indexedDB.open(`progress ${name}`);
            request.onsuccess = () => {
              const change = request.result.transaction('record', 'readwrite');
              const store = change.objectStore('record');
              if (value === undefined) store.delete('record');
              else store.put(value, 'record');
              change.oncomplete = () => done();
              change.onerror = () => failed(new Error('not put'));
            };
          }),
        [`${small.base}/`, value] as const,
      );
    // The copy for painting is gone: it is made anew from the record.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect.poll(() => control(page, 'topic:dough/kneading').inputValue()).toBe('done');
    // The record is gone: it comes back from the copy.
    await put(undefined);
    await mark(page, 'topic:dough/hydration', 'done');
    await page.goto(progress);
    expect(Object.keys((await saved(page)).record.marks).sort()).toEqual([
      'topic:dough/hydration',
      'topic:dough/kneading',
    ]);
    // What cannot be read is put aside, and can be saved.
    await put('scribble');
    await page.goto(dough);
    await mark(page, 'topic:dough/hydration', 'skip');
    await page.goto(progress);
    await expect.poll(() => said(page).innerText()).toContain('could not be read');
    // A newer version is left as it is.
    await put({ format: 'roadmap-progress', version: 99, marks: {}, more: true });
    await page.goto(dough);
    await control(page, 'topic:dough/kneading').selectOption('reading');
    await note(page).getByText('newer version').waitFor();
    await page.goto(progress);
    await expect.poll(() => said(page).innerText()).toContain('newer version');
    await context.close();
  });

  test('keeps marks that were made without a network, on a page that was only visited', async () => {
    const context = await newContext();
    const page = await open(context, dough);
    await context.setOffline(true);
    await control(page, 'topic:dough/kneading').selectOption('done');
    await context.setOffline(false);
    await page.goto(at(small, '/phases/flour/'));
    await expect.poll(() => sidebar(page, 'dough').textContent()).toContain('1 of 2');
    await context.close();
  });
});

test('a roadmap that was edited between two visits shows what was done under its new names', async () => {
  const context = await newContext();
  const page = await open(context, dough);
  await mark(page, 'topic:dough/kneading', 'done');
  await mark(page, 'topic:dough/hydration', 'done');
  // Kneading was moved to another lesson, hydration removed.
  await context.route('**/progress/data.json', async (route) => {
    const data = (await (await route.fetch()).json()) as {
      version: string;
      lessons: { slug: string; topics: { id: string; title: string }[] }[];
      was: Record<string, string[]>;
    };
    data.version = 'later';
    data.lessons.find(({ slug }) => slug === 'dough')!.topics = [];
    data.lessons.find(({ slug }) => slug === 'flour')!.topics.push({ id: 'kneading', title: 'Kneading' });
    data.was = { 'topic:dough/kneading': ['topic:flour/kneading'], 'topic:dough/hydration': [] };
    await route.fulfill({ json: data });
  });
  await page.goto(progress);
  await expect.poll(() => page.locator('[data-extent="lesson:flour"]').innerText()).toMatch(/1\sof/);
  expect(await page.locator('[data-extent="lesson:dough"]').innerText()).toMatch(/0\sof/);
  expect(Object.keys((await saved(page)).record.marks).sort()).toEqual([
    'topic:dough/hydration',
    'topic:dough/kneading',
  ]);
  await context.close();
});
