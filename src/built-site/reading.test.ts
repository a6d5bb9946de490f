/** Pages show everything: code, tables and terms, on a phone and without script, whatever the roadmap is about. */
import { expect, test } from 'vitest';
import { layOutAll, newPage } from './browser.ts';
import { lessonWith, longestLesson } from './the-roadmap.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('one switch wraps all code of the site, and the device keeps it', async (context) => {
  const lesson = lessonWith(context, 'code that is wider than a phone', /class="?[^">]*\bwrap-lines/);
  const page = await newPage(phone);
  await page.goto(lesson);
  const cut = () =>
    page
      .locator('.frame:has(.wrap-lines) pre')
      .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth + 1).length);
  expect(await cut()).toBeGreaterThan(0);
  const button = page.locator('.wrap-lines').first();
  await button.click();
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  expect(await cut()).toBe(0);
  await page.reload();
  await expect.poll(cut).toBe(0);
});

test.for([
  ['code that is wider than a phone', /class="?[^">]*\bwrap-lines/],
  ['such code in a box', /<aside[^>]*\bstarlight-aside(?:(?!<\/aside>)[\s\S])*\bwrap-lines/],
] as const)('no code is cut where the switch that wraps it is out of sight: %s', async ([name, form], context) => {
  const lesson = lessonWith(context, name, form);
  for (const width of [390, 820, 1024, 1152, 1280, 1920]) {
    const page = await newPage({ viewport: { width, height: 844 }, bypassCSP: true });
    await page.goto(lesson);
    await layOutAll(page);
    const cut = await page.locator('.frame').evaluateAll((frames) =>
      frames.filter((frame) => {
        const block = frame.querySelector('pre')!;
        const isShown = frame.querySelector('.wrap-lines')?.checkVisibility() ?? false;
        return block.scrollWidth > block.clientWidth + 1 && !isShown;
      }),
    );
    expect(cut, `${width} px`).toHaveLength(0);
    await page.context().close();
  }
});

test('the switch that wraps code is out of sight where no line of its code is cut', async (context) => {
  const lesson = lessonWith(context, 'code that is wider than a phone', /class="?[^">]*\bwrap-lines/);
  for (const width of [390, 1024, 1152, 1280, 1440]) {
    const page = await newPage({ viewport: { width, height: 844 }, bypassCSP: true });
    await page.goto(lesson);
    await layOutAll(page);
    const needless = await page.locator('.expressive-code .frame:has(.wrap-lines)').evaluateAll((frames) =>
      frames.filter((frame) => {
        const block = frame.querySelector('pre')!;
        const lines = [...frame.querySelectorAll('.ec-line .code')].map((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          return range.getBoundingClientRect().right;
        });
        const room = block.getBoundingClientRect().right - Math.max(...lines);
        return room > 4 && frame.querySelector('.wrap-lines')!.checkVisibility();
      }),
    );
    expect(needless, `${width} px`).toHaveLength(0);
    await page.context().close();
  }
});

test('the tools of a code block never lie on its code', async (context) => {
  const lesson = lessonWith(context, 'code', /class="?[^">]*\btools\b/);
  const page = await newPage(phone);
  await page.goto(lesson);
  const over = await page.locator('.frame:has(.tools)').evaluateAll((frames) =>
    frames.filter((frame) => {
      const tools = frame.querySelector('.tools')!.getBoundingClientRect();
      return tools.bottom > frame.querySelector('pre')!.getBoundingClientRect().top + 1;
    }),
  );
  expect(over).toHaveLength(0);
});

test('no table hides a column on a phone', async (context) => {
  const lesson = lessonWith(context, 'a table with a form for phones', /<table[^>]*\bcards\b/);
  const page = await newPage(phone);
  await page.goto(lesson);
  const hidden = await page
    .locator('.sl-markdown-content table:not(.frozen)')
    .evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth + 1).length);
  expect(hidden).toBe(0);
  // What looks like cards is still a table with headers for a screen reader.
  await expect(page.getByRole('table').first().getByRole('columnheader').count()).resolves.toBeGreaterThan(0);
});

test('a term opens in place by tap and by focus, closes by Escape, and leads to the glossary without script', async (context) => {
  const lesson = lessonWith(context, 'a term of the glossary', /<a class="?term\b/);
  const page = await newPage(phone);
  await page.goto(lesson);
  const term = page.locator('a.term').first();
  const address = page.url();
  await term.tap();
  const card = page.locator('.term-card');
  await card.waitFor({ state: 'visible' });
  expect(page.url()).toBe(address);
  const box = (await card.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });

  const plain = await newPage({ javaScriptEnabled: false });
  await plain.goto(lesson);
  const link = plain.locator('a.term').first();
  const anchor = new URL((await link.getAttribute('href'))!, lesson);
  await link.click();
  expect(plain.url()).toBe(anchor.href);
  // The address is there before the page is.
  await plain.locator(`[id="${decodeURIComponent(anchor.hash.slice(1))}"]`).waitFor({ state: 'attached' });
});

test('tall parts far below are laid out when they come near, and a link to a heading behind them ends at it', async ({
  skip,
}) => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const page = await newPage({ viewport });
    const address = longestLesson();
    await page.goto(address);
    const tall = page.locator('.sl-markdown-content > :is(figure.diagram, check-point)').last();
    const below = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
    if (below < 8 || (await tall.count()) === 0)
      skip('No lesson of this roadmap is long and has a diagram or questions.');
    const isLaidOut = () =>
      tall.evaluate((part) => part.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isLaidOut()).toBe(false);
    await tall.scrollIntoViewIfNeeded();
    await expect.poll(isLaidOut).toBe(true);
    const ids = await page.locator('.sl-markdown-content h2[id]').evaluateAll((all) => all.map(({ id }) => id));
    for (const id of [ids[ids.length >> 1]!, ids.at(-1)!]) {
      const fresh = await newPage({ viewport });
      await fresh.goto(`${address}#${id}`, { waitUntil: 'networkidle' });
      const top = () => fresh.locator(`[id="${id}"]`).evaluate((heading) => heading.getBoundingClientRect().top);
      await expect.poll(top, { message: `${id} at ${viewport.width}` }).toBeLessThan(viewport.height / 4);
      expect(await top(), id).toBeGreaterThan(0);
      await fresh.context().close();
    }
    await page.context().close();
  }
});
