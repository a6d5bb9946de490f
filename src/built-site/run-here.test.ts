import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright';
import sirv from 'sirv';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { RunsFile } from '../curriculum/runs/runs.ts';
import { runtimePolicy } from '../runtimes/runtime-policy.ts';
import { at, newContext, newPage, pagePaths, watch } from './browser.ts';

const roadmap = inject('roadmap');
const small = inject('small');

const shaping = at(small, '/phases/shaping/');
const runs = JSON.parse(readFileSync(path.join(small.folder, 'runs/shaping.json'), 'utf8')) as RunsFile;
const { folder, worker, sizes, bytes } = runs.runtimes.sql!;

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A block of a page, by what its fence names. */
function block(page: Page, name: string) {
  const figure = page.locator(`figure:has([data-run="${name}"])`);
  return {
    figure,
    run: figure.locator('[data-run]'),
    result: figure.locator('.run-result'),
    status: figure.locator('.run-status'),
    panel: figure.locator('.run-panel'),
    tool: (words: string | RegExp) => figure.locator('.run-tools').getByRole('button', { name: words }),
    field: figure.locator('textarea'),
  };
}
type Block = ReturnType<typeof block>;

/** Waits until a run is over. */
const isOver = ({ tool }: Block) => tool('Run again').waitFor();

async function run(one: Block): Promise<void> {
  await one.run.click();
  await isOver(one);
}

/** Puts a text in the place of the code, and runs it. */
async function runChanged(one: Block, code: string): Promise<void> {
  if ((await one.field.count()) === 0) await one.tool('Change the code').click();
  await one.field.fill(code);
  await one.tool('Run again').click();
  await one.tool('Stop').waitFor({ state: 'detached' });
}

/** The exercise of a page. */
const exerciseOf = (page: Page) => {
  const box = page.locator('.exercise');
  const tool = (words: string) => box.getByRole('button', { name: words });
  return {
    ...{ box, tool, field: box.locator('textarea'), status: box.locator('.run-status') },
    result: box.locator('.run-result'),
    async open() {
      await box.locator('[data-run]').click();
      await box.locator('textarea').waitFor();
    },
    async check(code?: string) {
      if (code !== undefined) await box.locator('textarea').fill(code);
      await tool('Run and check').click();
      await expect.poll(() => box.locator('.run-status').getAttribute('data-right'), { timeout: 60_000 }).toBeTruthy();
      await tool('Run and check').waitFor();
    },
  };
};
/** Solves the exercise of /phases/shaping/. */
const right = 'SELECT name, grams FROM loaf WHERE grams < 600;';

const heaviest = (page: Page) => block(page, 'shaping/loaves.sql#heaviest');

test('every block that can be run prints in the page what was recorded when its sample was tested', async () => {
  for (const site of [small, roadmap]) {
    const page = await newPage();
    const complaints = watch(page, site.origin);
    let count = 0;
    for (const address of pagePaths(site)) {
      if (
        !/ data-runtime="/.test(
          readFileSync(path.join(site.folder, address.slice(site.base.length), 'index.html'), 'utf8'),
        )
      )
        continue;
      await page.goto(site.origin + address);
      const names = await page.locator('figure [data-run]').evaluateAll((all) => all.map((one) => one.dataset.run!));
      for (const name of new Set(names)) {
        const one = block(page, name);
        const first = { ...one, run: one.run.first() };
        await run(first);
        const said = `${name}: ${await one.panel.first().innerText()}`;
        expect(await one.panel.first().getAttribute('data-same'), said).not.toBe('false');
        expect(await one.status.first().innerText(), said).toMatch(/^Ran in /);
        count += 1;
      }
    }
    expect(complaints).toEqual([]);
    if (site === small) expect(count).toBe(Object.keys(runs.blocks).length);
  }
});

test('a result is a table, and an error has its code and its place', async () => {
  const page = await newPage();
  await page.goto(shaping);
  const one = heaviest(page);
  expect(await one.run.getAttribute('title')).toMatch(/^SQL in your browser: \d\.\d MB, once$/);
  expect(await one.run.innerText()).toMatch(/^Run \d\.\d MB, once$/);
  await run(one);
  expect(await one.result.locator('th').allInnerTexts()).toEqual(['name', 'grams']);
  expect(await one.result.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual(['Boule', '900']);
  expect(await one.status.innerText()).toContain('It printed what is recorded.');
  // Once it is there, no button says again what it takes.
  expect(await one.run.innerText()).toBe('Run');
  const refused = block(page, 'shaping/loaves.sql#refused');
  await run(refused);
  expect(await refused.result.innerText()).toMatch(/Error 23514: .*violates check constraint/);
  await runChanged(one, 'SELECT name\nFROM loaf\nWHERE weight > 1;');
  expect(await one.result.locator('.run-error').innerText()).toMatch(/^Error 42703 in line 3: .*weight/);
  expect(await one.result.locator('.run-error mark').innerText()).toBe('weight');
});

test('changed code is kept with the progress, compared, and changed back', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(shaping);
  const one = heaviest(page);
  await run(one);
  await runChanged(one, 'SELECT name, grams FROM loaf ORDER BY grams LIMIT 2;');
  await one.tool('Compare with the recorded output').click();
  await expect
    .poll(async () => (await one.result.locator('ins').allInnerTexts()).join('\n'))
    .toMatch(/Baguette \|\s+250/);
  expect(await one.field.isVisible()).toBe(true);
  expect(await one.figure.locator(':scope > pre').isVisible()).toBe(false);
  await expect.poll(() => one.figure.locator('.run-kept').innerText()).toContain('kept on this device');
  await page.reload();
  await run(one);
  expect(await one.field.inputValue()).toBe('SELECT name, grams FROM loaf ORDER BY grams LIMIT 2;');
  await one.tool('Change back').click();
  // It comes when what was kept is forgotten.
  await one.tool('Change the code').waitFor();
  await page.reload();
  await run(one);
  expect(await one.field.count()).toBe(0);
});

test('the editor indents by the tab key, takes back what was typed, and lets the keyboard go', async () => {
  const page = await newPage();
  await page.goto(shaping);
  const one = heaviest(page);
  await run(one);
  await one.tool('Change the code').click();
  const { keyboard } = page;
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('Tab');
  expect(await one.field.inputValue()).toMatch(/^ {2}SELECT/);
  await keyboard.press('ControlOrMeta+z');
  expect(await one.field.inputValue()).toMatch(/^SELECT/);
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  expect(await one.field.evaluate((field) => field === document.activeElement)).toBe(false);
  await one.field.focus();
  await keyboard.press('ControlOrMeta+Enter');
  await isOver(one);
  expect(await one.status.innerText()).toContain('It printed what is recorded.');
});

test('what runs long can be stopped, much output is cut, and afterward everything works', async () => {
  const page = await newPage();
  await page.goto(shaping);
  const one = heaviest(page);
  await run(one);
  await one.tool('Change the code').click();
  await one.field.fill('WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n;');
  await one.tool('Run again').click();
  await one.tool('Stop').click();
  await expect.poll(() => one.status.innerText()).toMatch(/^Stopped/);
  await runChanged(one, "SELECT repeat('x', 1000) AS line FROM generate_series(1, 10000);");
  expect(await one.result.innerText()).toContain('There is more');
  expect((await one.result.innerHTML()).length).toBeLessThan(500_000);
  // More than PostgreSQL hands out at once.
  await runChanged(one, "SELECT repeat('x', 2000000000);");
  expect(await one.result.innerText()).toMatch(/^Error \w{5}/);
  await runChanged(one, 'SELECT grams / 0 FROM loaf;');
  expect(await one.result.innerText()).toContain('Error 22012');
  await one.tool('Change back').click();
  await one.tool('Run again').click();
  await expect.poll(() => one.status.innerText()).toContain('It printed what is recorded.');
});

test('a device with little memory is asked first, and what was changed can be copied', async () => {
  const context = await newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 2 }));
  await page.goto(shaping);
  const one = heaviest(page);
  await one.run.click();
  await expect.poll(() => one.status.innerText()).toContain('This device has little memory');
  expect(await one.result.innerText()).toBe('');
  await one.tool('Run anyway').click();
  await isOver(one);
  await one.tool('Change the code').click();
  await one.field.fill('SELECT 1;');
  await one.tool('Copy').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('SELECT 1;');
});

test('two pages run at the same time', async () => {
  const context = await newContext();
  const pages = await Promise.all([context.newPage(), context.newPage()]);
  await Promise.all(
    pages.map(async (page) => {
      await page.goto(shaping);
      await run(heaviest(page));
      expect(await heaviest(page).status.innerText()).toContain('It printed what is recorded.');
    }),
  );
});

describe('a host of one’s own', () => {
  /** Serves the small roadmap as it is, without compression. */
  async function plainHost() {
    const serve = sirv(small.folder, { dev: true });
    const sent = new Map<string, number>();
    /** Holds back this file until it is called. */
    let hold: string | undefined;
    const server = createServer((request, response) => {
      const url = request.url!.slice(small.base.length);
      if (hold && url.endsWith(hold)) return;
      if (url.startsWith('/runtimes/')) response.setHeader('content-security-policy', runtimePolicy);
      request.url = url || '/';
      response.on('finish', () => sent.set(url, Number(response.getHeader('content-length') ?? 0)));
      serve(request, response, () => void response.writeHead(404).end());
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, done));
    return {
      origin: `http://localhost:${(server.address() as AddressInfo).port}`,
      sent,
      hold: (name?: string) => (hold = name),
      stop: () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    };
  }
  const open = async (origin: string, context: BrowserContext) => {
    const page = await context.newPage();
    await page.goto(`${origin}${small.base}/phases/shaping/`);
    return page;
  };
  const isRight = ({ status }: { status: Locator }) =>
    expect.poll(() => status.innerText()).toContain('It printed what is recorded.');

  test('sends about what the button says, without compressing anything', async () => {
    const host = await plainHost();
    const page = await open(host.origin, await newContext());
    await run(heaviest(page));
    const ofRuntime = [...host.sent].filter(([url]) => url.startsWith(`/${folder}`));
    expect(ofRuntime.length).toBe(Object.keys(sizes).length + 1);
    // Only the script is larger than a host that compresses would send it.
    const sent = ofRuntime.reduce((sum, [url, size]) => sum + (url.endsWith(worker) ? 0 : size), 0);
    expect(sent).toBe(Object.values(sizes).reduce((sum, size) => sum + size, 0));
    expect(sent / bytes).toBeGreaterThan(0.9);
  });

  test('may be left while it sends: the next visit loads the rest', async () => {
    const host = await plainHost();
    host.hold('.data');
    const page = await open(host.origin, await newContext());
    await heaviest(page).run.click();
    await expect.poll(() => heaviest(page).status.innerText()).toMatch(/^Loading SQL: [\d.]+ MB of [\d.]+ MB$/);
    host.hold();
    await page.reload();
    await run(heaviest(page));
    await isRight(heaviest(page));
  });

  test('may go away once a reader has kept the runtime', async () => {
    const host = await plainHost();
    const context = await newContext();
    const page = await open(host.origin, context);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    const one = heaviest(page);
    await run(one);
    // What an earlier version of the site left there goes with the update.
    const asked = `roadmap ${small.base}/ asked`;
    const old = `${host.origin}${small.base}/runtimes/sql-0.0.1/worker.js`;
    await page.evaluate(async ([name, url]) => (await caches.open(name!)).put(url!, new Response('')), [asked, old]);
    await one.tool('Keep SQL for offline').click();
    await expect.poll(() => one.status.innerText()).toContain('is kept on this device');
    const kept = await page.evaluate(
      async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url),
      asked,
    );
    expect(kept).not.toContain(old);
    expect(kept.some((url) => url.endsWith(worker))).toBe(true);
    await page.reload();
    await exerciseOf(page).open();
    await page.waitForLoadState('networkidle');
    await host.stop();
    // The page and its words come from the visit, the runtime from what is kept.
    await page.reload();
    await run(one);
    await isRight(one);
    const exercise = exerciseOf(page);
    await exercise.open();
    await exercise.check(right);
    await expect.poll(() => exercise.box.locator('.solved').innerText()).toBe('✓ Solved');
    const left = await page.evaluate(() => caches.keys());
    // Names that removing the saved copy removes (src/offline/site-copy.ts).
    expect(left).toContain(asked);
    expect(left).toContain(`roadmap ${small.base}/ start sql`);
  });
});

describe('an exercise', () => {
  test('of SQL says which rows are wrong, helps, and counts in the progress once it is solved', async () => {
    const context = await newContext();
    const page = await context.newPage();
    const complaints = watch(page, small.origin);
    await page.goto(shaping);
    const { box, open, check, tool, status, result, field } = exerciseOf(page);
    await open();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    // The cursor stands at the start, so that a narrow field shows where its lines begin.
    expect(await field.evaluate((one) => (one as HTMLTextAreaElement).selectionStart)).toBe(0);
    await check();
    expect(await status.innerText()).toContain('as it was at the start');
    expect(await result.innerText()).toMatch(
      /These 2 rows should not be there:\s+2 rows\s+name\s+grams\s+Boule\s+900\s+Miche\s+600/,
    );
    await check('SELECT name, grams FROM loaf WHERE grams < 500;');
    expect(await result.innerText()).toMatch(/This row is missing:\s+1 row\s+name\s+grams\s+Batard\s+500/);
    // What one try leaves behind is not there for the next one.
    await check(
      'DELETE FROM loaf; CREATE TABLE mine (id int); CREATE ROLE baker; SET search_path TO public; SELECT 1;',
    );
    expect(await status.innerText()).toContain('columns');
    await check('SELECT nme FROM loaf;');
    expect(await result.innerText()).toContain('Error 42703 in line 1');
    await check('CREATE TABLE mine (id int); CREATE ROLE baker;');
    expect(await status.innerText()).toContain('gave no table');
    await tool('Show a hint').click();
    await box.getByText('Hint 1 of 2').waitFor();
    await tool('Show the next hint').click();
    await tool('Show the next hint').waitFor({ state: 'detached' });
    await tool('Show the solution').click();
    expect(await box.locator('.exercise-solution pre').innerText()).toContain('WHERE grams < 600');
    await check(right);
    expect(await status.innerText()).toContain('Right.');
    await expect.poll(() => box.locator('.solved').innerText()).toBe('✓ Solved');
    // Blocks of the page have their own database.
    await run(heaviest(page));
    expect(await heaviest(page).status.innerText()).toContain('It printed what is recorded.');
    await page.reload();
    await expect.poll(() => box.locator('.solved').innerText()).toBe('✓ Solved');
    await open();
    expect(await field.inputValue()).toBe(right);
    await tool('Start again').click();
    expect(await field.inputValue()).toMatch(/^SELECT name, grams\nFROM loaf;/);
    await page.goto(at(small, '/progress/'));
    await expect.poll(() => page.locator('[data-extent="exercises:all"]').innerText()).toBe('1 of 3 exercises');
    await expect.poll(() => page.locator('[data-extent="exercises:shaping"]').innerText()).toBe('1 of 1 exercise');
    expect(complaints).toEqual([]);
  });

  test('of Python and JavaScript says which test gave what, and ends what does not end', async () => {
    const page = await newPage();
    await page.goto(at(small, '/phases/dough/'));
    const python = exerciseOf(page);
    await python.open();
    await python.check('def water(flour, hydration):\n    print("mixing")\n    return flour * hydration / 100');
    expect(await python.status.innerText()).toContain('2 of 3 tests passed');
    expect(await python.result.innerText()).toMatch(/water\(-1, 70\) ends with ValueError\s+It gave -0.7\./);
    expect(await python.result.innerText()).toContain('mixing');
    await python.check('def water(flour, hydration)\n    return 1');
    expect(await python.result.innerText()).toContain('Error SyntaxError in line 1');
    await page.goto(at(small, '/phases/baking/'));
    const javascript = exerciseOf(page);
    await javascript.open();
    await javascript.check('const minutes = (loaves) => { while (loaves.length > 0); return 0; };');
    expect(await javascript.result.innerText()).toContain('Is there a loop without an end?');
    expect(await javascript.result.innerText()).toMatch(/✓\s+passed:\s+minutes\(\[\]\) gives 0/);
    await javascript.check(
      'const minutes = (loaves: { minutes: number }[]) => loaves.reduce((sum, one) => sum + one.minutes, 0);',
    );
    expect(await javascript.status.innerText()).toContain('Right.');
  });

  test('stands with its start, its tests and its solution on a page that needs no script', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(shaping);
    expect(await page.locator('.exercise').innerText()).toContain('less than 600 grams');
    expect(await page.locator('.exercise [data-run]').isVisible()).toBe(false);
    await page.locator('.exercise a').click();
    const task = page.locator('#shaping-light-loaves');
    expect(await task.innerText()).toMatch(/SELECT name, grams\s+FROM loaf/);
    expect(await task.innerText()).toMatch(/Baguette\s+250/);
    await task.getByText('Solution').click();
    expect(await task.innerText()).toContain('which <= would keep');
  });
});

test('without a script nothing offers to run, and the block stands as it does on paper', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(shaping);
  expect(await page.locator('[data-run]').first().isVisible()).toBe(false);
  expect(await page.locator('figure pre').first().innerText()).toContain('CREATE TABLE loaf');
});

test('a page loads nothing of it before somebody runs something', async () => {
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await page.goto(shaping);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /runtimes|runs\/|run-(?:words|block|panel)/.test(url))).toEqual([]);
});
