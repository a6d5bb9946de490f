import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Response } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { pagePath } from '../curriculum/names/page-id.ts';
import { at, layOutAll, newPage, pagePaths, watch } from './browser.ts';
import { curriculum, lessonWith, longestLesson, roadmap } from './the-roadmap.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const small = inject('small');
const long = longestLesson();
const dough = at(small, '/phases/dough/');
/** The social card is an image of the fork’s own, which it may leave out. */
const hasCard = existsSync(path.join(roadmap.folder, 'card.png'));

describe('every page', () => {
  for (const site of [roadmap, small]) {
    test(`of ${site === roadmap ? 'the roadmap' : 'the small roadmap'} loads without complaint and asks no other host`, async () => {
      const page = await newPage();
      const complaints = watch(page, site.origin);
      for (const address of pagePaths(site)) {
        const before = complaints.length;
        await page.goto(site.origin + address);
        expect(complaints.slice(before), address).toEqual([]);
      }
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`passes axe in the ${colorScheme} theme`, async () => {
      const page = await newPage({ colorScheme, bypassCSP: true });
      const faults: string[] = [];
      for (const address of pagePaths(roadmap)) {
        await page.goto(roadmap.origin + address);
        await layOutAll(page);
        // Expressive Code makes blocks that scroll focusable when the page is idle.
        await page.waitForFunction(() =>
          [...document.querySelectorAll('.expressive-code pre')].every(
            (block) => block.scrollWidth <= block.clientWidth || block.hasAttribute('tabindex'),
          ),
        );
        await page.evaluate(axe);
        const violations = await page.evaluate(
          async (rules) => {
            const result = await (
              globalThis as unknown as {
                axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              }
            ).axe.run(rules ? { runOnly: rules } : {});
            return result.violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
            );
            // Themes differ in their colours only.
          },
          colorScheme === 'dark' && ['color-contrast'],
        );
        faults.push(...violations.map((violation) => `${address} ${violation}`));
      }
      expect(faults).toEqual([]);
    });
  }

  test('has a title, a description and one h1, and a social card where there is one', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    for (const address of pagePaths(roadmap)) {
      await page.goto(roadmap.origin + address);
      expect(await page.locator('h1').count(), `${address}: h1`).toBe(1);
      expect(await page.locator('meta[name=description]').getAttribute('content'), address).toMatch(/\S/);
      const card = page.locator('meta[property="og:image"]');
      expect(await card.count(), address).toBe(hasCard ? 1 : 0);
      if (hasCard) expect(await card.getAttribute('content'), address).toMatch(/^https?:.*\/card\.png$/);
    }
  });
});

describe('a lesson', () => {
  test('sends at most 8 KB of script, brotli, on a first visit', async () => {
    const page = await newPage();
    const scripts: Response[] = [];
    page.on('response', (one) => void (one.request().resourceType() === 'script' && scripts.push(one)));
    await page.goto(long, { waitUntil: 'networkidle' });
    const sent = await Promise.all(scripts.map((one) => one.body()));
    const bytes = sent.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    const inline = await page.evaluate(() =>
      [...document.scripts]
        .filter((one) => !one.src && one.type !== 'application/ld+json')
        .map((one) => one.text)
        .join(''),
    );
    expect(bytes + brotliCompressSync(inline).length).toBeLessThanOrEqual(8 * 1024);
  });

  test('has one style sheet that the first paint waits for', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(long);
    expect(await page.locator('head link[rel=stylesheet]:not([media=print])').count()).toBe(1);
  });

  test('does not shift its layout on a machine eight times slower', async () => {
    // And a page whose script shows more than its HTML does.
    for (const address of [long, long, long, long, at(small, '/review/')]) {
      const page = await newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
      await page.addInitScript(() => {
        (globalThis as unknown as { shift: number }).shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            (globalThis as unknown as { shift: number }).shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift), address).toBeLessThan(0.02);
      await page.context().close();
    }
  });

  test('names its place, level, time and prerequisites at the top, and its goals, tags and tracks on demand', async () => {
    const page = await newPage();
    await page.goto(dough);
    const head = page.locator('.lesson-header');
    expect(await head.locator('.place').innerText()).toMatch(/^Phase 2 of 5/);
    expect(await head.locator('.essentials').innerText()).toMatch(
      /Level[\s\S]*Time[\s\S]*\d h(?:ours?)?: \d+ min reading, \d+ min exercises, the rest building[\s\S]*Before this/,
    );
    expect(await head.locator('dd a').first().getAttribute('href')).toBe('/roadmap/phases/flour/');
    await head.locator('summary').click();
    expect(await head.locator('details').innerText()).toMatch(/Afterwards you can[\s\S]*On the tracks[\s\S]*Tags/);
    expect(await head.locator('a[href*="/search/?q="]').count()).toBeGreaterThan(0);
  });

  test('begins within half a screen, and within seven tenths of that of a phone', async () => {
    for (const [width, height, share] of [
      [1280, 900, 0.5],
      [390, 844, 0.7],
    ] as const) {
      const page = await newPage({ viewport: { width, height }, javaScriptEnabled: false });
      await page.goto(long);
      const start = await page.evaluate(
        () => document.querySelector('.sl-markdown-content')!.getBoundingClientRect().top,
      );
      expect(start, `${width} px`).toBeLessThanOrEqual(height * share);
      await page.context().close();
    }
  });

  test('says where in it one is, at any width, and how long each section takes', async () => {
    for (const width of [1280, 390]) {
      const page = await newPage({ viewport: { width, height: 844 } });
      await page.goto(dough);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
      await page.evaluate(() => document.getElementById('kneading')!.scrollIntoView());
      const now = width === 390 ? page.locator('.display-current') : page.locator('starlight-toc a[aria-current=true]');
      await expect.poll(() => now.innerText()).toMatch(/^\d+ \/ \d+\s+Kneading\s+\d+ min$/);
      await page.context().close();
    }
  });

  test('keeps place and time of the section whole on a phone, however long its title is', async () => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(dough);
    await page.locator('mobile-starlight-toc a[href="#kneading"] .section-title').evaluate((title) => {
      title.textContent = 'Kneading '.repeat(12);
    });
    await page.evaluate(() => document.getElementById('kneading')!.scrollIntoView());
    const bar = page.locator('.display-current');
    await expect.poll(() => bar.innerText()).toMatch(/^\d+ \/ \d+\s+Kneading Kneading[\s\S]*\d+ min$/);
    const [place, title, time] = await bar.locator('> span').evaluateAll((parts) =>
      parts.map((part) => ({
        isCut: part.scrollWidth > part.clientWidth,
        right: part.getBoundingClientRect().right,
      })),
    );
    expect([place!.isCut, title!.isCut, time!.isCut]).toEqual([false, true, false]);
    expect(time!.right).toBeLessThanOrEqual(390);
  });

  test('ends with what was learned and what to build', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(dough);
    const end = page.locator('.lesson-end');
    expect(await end.locator('li').count()).toBeGreaterThan(0);
    expect(await page.locator('a[rel=next]').innerText()).toContain('Phase 3: ');
  });

  test('has a table of contents, links to its neighbours, and where they can be known an edit link and a date', async () => {
    const page = await newPage();
    const { site, phases, sections } = curriculum;
    const phase = phases[Math.floor(phases.length / 2)]!;
    await page.goto(at(roadmap, phase.path));
    expect(await page.locator('starlight-toc a').count()).toBeGreaterThanOrEqual(phase.topics.length);
    const inOrder = sections.flatMap((section) => section.pages).map((id) => pagePath(id));
    const place = inOrder.indexOf(phase.path);
    for (const [rel, neighbour] of [
      ['prev', inOrder[place - 1]],
      ['next', inOrder[place + 1]],
    ] as const) {
      const links = await page.locator(`a[rel=${rel}]`).evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(links, rel).toEqual(neighbour === undefined ? [] : [roadmap.base + neighbour]);
    }
    const edit = page.locator(`a[href$="/edit/${site.branch}/${phase.file}"]`);
    expect(await edit.count()).toBe(site.repository ? 1 : 0);
    // Merges do not count, for Starlight neither.
    const known = spawnSync('git', ['log', '--format=', '--name-only', '--', phase.file], { cwd: roadmap.root }).stdout;
    if (known?.length) expect(await page.locator('.meta time').count()).toBeGreaterThan(0);
  });

  test('prints code dark on light, whatever the theme', async (context) => {
    const page = await newPage({ colorScheme: 'dark' });
    await page.goto(lessonWith(context, 'code', /class="ec-line/));
    await page.emulateMedia({ media: 'print' });
    const brightest = await page
      .locator('.ec-line span')
      .evaluateAll((all) =>
        Math.max(...all.map((one) => Math.min(...getComputedStyle(one).color.match(/\d+/g)!.slice(0, 3).map(Number)))),
      );
    expect(brightest).toBeLessThan(128);
  });

  test('shows code with copy button, title and marked lines', async () => {
    const page = await newPage();
    await page.goto(dough);
    expect(await page.locator('.expressive-code figcaption .title').allInnerTexts()).toContain('hydration.py');
    expect(await page.locator('.expressive-code .copy button').count()).toBeGreaterThan(0);
    expect(await page.locator('.expressive-code .ec-line.mark').innerText()).toContain('return water / flour');
  });
});

describe('without JavaScript', () => {
  test('a page reads, navigates and follows the theme of the system', async () => {
    for (const [colorScheme, dark] of [
      ['light', false],
      ['dark', true],
    ] as const) {
      const page = await newPage({ javaScriptEnabled: false, colorScheme });
      await page.goto(at(small, '/'));
      await page.locator('.parts a').first().click();
      await page.waitForURL('**/phases/flour/');
      const picture = await page.locator('.diagram svg').first().boundingBox();
      expect(picture?.height).toBeGreaterThan(100);
      expect(await page.locator('site-search').isVisible()).toBe(false);
      const [red = 0] = (await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
        .match(/\d+/g)!
        .map(Number);
      expect(red < 100).toBe(dark);
      await page.context().close();
    }
  });

  test('the menu of a phone opens', async () => {
    const page = await newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(at(small, '/phases/flour/'));
    await page
      .locator('button[aria-controls="starlight__sidebar"], button[popovertarget="starlight__sidebar"]')
      .first()
      .click();
    expect(await page.locator('#starlight__sidebar a[href="/roadmap/phases/dough/"]').isVisible()).toBe(true);
  });
});

test('nothing is wider than a phone', async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  for (const address of pagePaths(roadmap)) {
    await page.goto(roadmap.origin + address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
});

describe('the header', () => {
  test('has the search at the same place on every kind of page', async () => {
    const page = await newPage();
    const places = new Set<number>();
    for (const path of ['/', '/map/', '/search/', curriculum.phases[0]!.path]) {
      await page.goto(at(roadmap, path));
      places.add((await page.locator('site-search button').boundingBox())!.x);
    }
    expect([...places]).toHaveLength(1);
  });

  test('has every part of the site within reach at a width that has no room for all names', async () => {
    const page = await newPage({ viewport: { width: 820, height: 600 }, javaScriptEnabled: false });
    await page.goto(at(small, '/'));
    const places = page.locator('#more-parts a');
    await expect.poll(() => places.first().isVisible()).toBe(false);
    await page.locator('.more').click();
    for (const place of await places.all()) expect(await place.isVisible()).toBe(true);
    expect(await places.count()).toBeGreaterThanOrEqual(await page.locator('header .links .header-links a').count());
  });

  test('names what the roadmap has, and nothing it has not', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    const names = () => page.locator('header .links .header-links a').allInnerTexts();
    await page.goto(at(small, '/phases/dough/'));
    expect(await names()).toEqual(['Tracks', 'Map', 'Projects', 'Questions', 'Review', 'Glossary']);
    await page.goto(at(inject('bare'), '/phases/bowline/'));
    expect(await names()).toEqual(['Map']);
  });
});

for (const width of [1280, 390])
  test(`the ring of what has the focus touches nothing else that can be pressed, at ${width} px`, async (context) => {
    const page = await newPage({ viewport: { width, height: 900 } });
    await page.goto(lessonWith(context, 'code', /class="?[^">]*\btools\b/));
    // A key says that the reader uses no mouse.
    await page.keyboard.press('Tab');
    const touched = await page
      .locator(':is(.header, .sidebar-content, starlight-toc, .frame) :is(a, button, select, summary, pre[tabindex])')
      .evaluateAll((all) => {
        const shown = (all as HTMLElement[]).filter((one) => one.checkVisibility({ visibilityProperty: true }));
        return shown.filter((one) => {
          one.focus({ preventScroll: true });
          const { outlineWidth, outlineOffset } = getComputedStyle(one);
          const width = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
          const ring = one.getBoundingClientRect();
          return shown.some((other) => {
            if (other === one || other.contains(one) || one.contains(other)) return false;
            const box = other.getBoundingClientRect();
            const apart = Math.max(
              box.left - ring.right,
              ring.left - box.right,
              box.top - ring.bottom,
              ring.top - box.bottom,
            );
            return apart < width - 0.5;
          });
        }).length;
      });
    expect(touched).toBe(0);
  });

test('the sidebar numbers the phases, opens the group one is in and is scrolled to the page', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 500 } });
  const last = curriculum.phases.at(-1)!;
  await page.goto(at(roadmap, last.path));
  const current = page.locator('#starlight__sidebar [data-here]');
  expect(await current.innerText()).toMatch(new RegExp(`^${last.position}\\.`));
  const box = (await current.boundingBox())!;
  expect(box.y).toBeGreaterThan(0);
  expect(box.y + box.height).toBeLessThanOrEqual(500);
  expect(await page.locator('#starlight__sidebar details[open]').count()).toBe(1);
});

test('the sidebar holds groups within groups, and links to other sites that are no neighbor of a page', async () => {
  const page = await newPage();
  for (const [folder, group, words] of [
    ['', 'Look it up', 'Bread on Wikipedia'],
    ['ar/', 'للبحث عنه', 'الخبز في ويكيبيديا'],
  ] as const) {
    await page.goto(at(small, `/${folder}glossary/`));
    const inner = page.locator('#starlight__sidebar details details');
    await expect.poll(() => inner.locator('summary').innerText()).toBe(group);
    expect(await inner.locator('[aria-current=page]').isVisible()).toBe(true);
    const link = inner.getByRole('link', { name: words, exact: true });
    expect(await link.getAttribute('href')).toBe('https://en.wikipedia.org/wiki/Bread');
    expect(await page.locator('.pagination-links [rel=next]').getAttribute('href')).toContain(`/${folder}messages/`);
  }
});

test('all questions stand on one page, and can be chosen by level without a script', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(at(small, '/questions/'));
  const questions = page.locator('.asked > li');
  const count = await questions.count();
  expect(count).toBeGreaterThan(1);
  const level = await questions.first().getAttribute('data-level');
  await page.locator(`.levels [value=${level}]`).check();
  const shown = await questions.evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).dataset.level),
  );
  expect(new Set(shown)).toEqual(new Set([level]));
  expect(shown.length).toBeLessThan(count);
  await page.locator('.kinds [value=choice]').check();
  await page.locator('.levels:not(.kinds) [value=""]').check();
  expect(await questions.filter({ visible: true }).count()).toBe(1);
  await page.locator('.asked a:visible').click();
  await page.locator('details:target').waitFor();
});

test('questions can be filtered by words, together with their level', async () => {
  const page = await newPage();
  await page.goto(at(small, '/questions/'));
  const questions = page.locator('.asked > li');
  const visible = () => questions.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const word = (await questions.first().locator('a').innerText()).split(/\s+/).find((one) => one.length > 5)!;
  await page.getByRole('searchbox', { name: 'Filter the questions' }).fill(word);
  await expect.poll(() => page.locator('list-filter output').innerText()).toMatch(/^Questions found: [1-9]/);
  const found = await visible();
  expect(await questions.filter({ hasText: word }).count()).toBe(found);
  await page.getByRole('searchbox', { name: 'Filter the questions' }).fill('no such words');
  await expect.poll(() => page.locator('list-filter output').innerText()).toBe('Questions found: 0');
  expect(await visible()).toBe(0);
  expect(await page.locator('section[data-levels]:visible').count()).toBe(0);
});

test('an unknown address leads to the pages with the nearest addresses', async () => {
  const page = await newPage();
  await page.goto(at(small, '/phase/dougg/'));
  expect(await page.locator('nearest-pages a').first().getAttribute('href')).toBe('/roadmap/phases/dough/');
});

test('an unknown address shows the 404 page', async () => {
  const page = await newPage();
  const answer = await page.goto(at(roadmap, '/no/such/page/'));
  expect(answer?.status()).toBe(404);
  expect(await page.locator('h1').innerText()).toContain('404');
});

test('scripts from elsewhere in the page are refused by its policy', async () => {
  const page = await newPage();
  await page.goto(long);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    document.body.append(script);
    return 'intruder' in globalThis;
  });
  expect(ran).toBe(false);
  expect(await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content')).not.toMatch(
    /script-src[^;]*unsafe-inline/,
  );
});

test('text of data files is never read as HTML', async () => {
  const page = await newPage();
  await page.goto(at(small, '/phases/flour/'));
  expect(await page.locator('.checkpoint .question').first().innerText()).toContain('<b>dough</b>');
});
