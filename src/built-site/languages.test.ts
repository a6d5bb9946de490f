/** The small roadmap in its second language, Arabic, of which about half is translated. */
import { cpSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { serveSite } from '../build/serve.ts';
import { english } from '../strings/english.ts';
import { at, layOutAll, newPage, watch } from './browser.ts';

const small = inject('small');
const roadmap = inject('roadmap');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const arabic = (to: string) => at(small, `/ar${to}`);
const read = (file: string) => readFileSync(path.join(small.folder, file), 'utf8');

/** Addresses of all pages in Arabic, those included that are shown in English. */
const addresses = globSync('ar/**/index.html', { cwd: small.folder })
  .sort()
  .map((file) => at(small, `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`));
const languageAndDirection = (one: Locator) =>
  one.evaluate((element) => [element.getAttribute('lang'), element.getAttribute('dir')]);
const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, tag, href]) => [tag, href]);
const canonical = (html: string) => /<link rel="canonical" href="([^"]+)"/.exec(html)![1];

describe('a page that is translated', () => {
  test('is in its language and direction, and leads to pages in its language', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(arabic('/phases/flour/'));
    expect(await languageAndDirection(page.locator('html'))).toEqual(['ar', 'rtl']);
    expect(await page.locator('h1').innerText()).toBe('الدقيق');
    expect(await page.locator('.lesson-header .place').innerText()).toContain('المرحلة 1 من 5');
    expect(await page.locator('.lesson-header .essentials').innerText()).toMatch(
      /1–2 س: \d+ د قراءة، \d+ د تمارين، والباقي للبناء/,
    );
    expect(await page.locator('main p a[href*="kneading"]').getAttribute('href')).toBe(
      '/roadmap/ar/phases/dough/#kneading',
    );
    expect(await page.locator('a[rel=next]').getAttribute('href')).toBe('/roadmap/ar/phases/dough/');
    expect(await page.locator('.checkpoint .question').first().innerText()).toContain('ماذا يفعل الغلوتين');
    const strangers = await page
      .locator('body a[href^="/roadmap/"]')
      .evaluateAll((all) =>
        all.map((a) => a.getAttribute('href')!).filter((to) => !to.startsWith('/roadmap/ar/') && !/\.\w+$/.test(to)),
      );
    expect(strangers).toEqual([]);
  });

  test('has the anchors of the base page, so that links hold in both languages', () => {
    const anchors = (file: string) => [...read(file).matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    for (const phase of ['flour', 'dough'])
      expect(anchors(`ar/phases/${phase}/index.html`)).toEqual(anchors(`phases/${phase}/index.html`));
  });

  test('names its other languages to search engines, and itself as the original', () => {
    const html = read('ar/phases/flour/index.html');
    const pair = [
      ['en', 'https://bread.example/roadmap/phases/flour/'],
      ['ar', 'https://bread.example/roadmap/ar/phases/flour/'],
      ['x-default', 'https://bread.example/roadmap/phases/flour/'],
    ];
    expect(alternates(html)).toEqual(pair);
    expect(alternates(read('phases/flour/index.html'))).toEqual(pair);
    expect(canonical(html)).toBe('https://bread.example/roadmap/ar/phases/flour/');
  });

  test('has its diagram with its own words, each within its box, drawn from left to right', async () => {
    for (const width of [1280, 390]) {
      const page = await newPage({ viewport: { width, height: 900 } });
      await page.goto(arabic('/phases/flour/'));
      const svg = page.locator('.diagram svg').first();
      expect(await svg.getAttribute('aria-label')).toBe('من الحبّة إلى العجين');
      expect(await svg.evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
      const clipped = await svg.evaluate((one) =>
        [...one.querySelectorAll('g.node, a')].flatMap((node) => {
          const [box, words] = [node.querySelector('rect'), node.querySelector('text')];
          if (!box || !words) return [];
          const [outer, inner] = [box.getBoundingClientRect(), words.getBoundingClientRect()];
          return inner.left < outer.left || inner.right > outer.right ? [words.textContent] : [];
        }),
      );
      expect(clipped).toEqual([]);
      expect(await page.locator('.diagram-words').first().textContent()).toMatch(/حبّة القمح ←إلى دقيق/);
      expect(await page.locator('.diagram-open').first().getAttribute('aria-label')).toBe(
        'تكبير الرسم: من الحبّة إلى العجين',
      );
    }
  });

  test('keeps code from left to right', async () => {
    const page = await newPage();
    await page.goto(arabic('/phases/dough/'));
    const code = page.locator('.expressive-code pre').first();
    expect(await code.evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
    expect(await code.getAttribute('aria-label')).toContain('كتلة الشيفرة');
    expect(await page.locator('.expressive-code .title:visible').last().innerText()).toBe('الناتج');
    expect(await page.locator('.about a').last().getAttribute('href')).toBe('/roadmap/samples/dough.zip');
  });
});

describe('a page that is not translated', () => {
  test('is shown in the base language with a notice, in a translated frame', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(arabic('/phases/shaping/'));
    expect(await languageAndDirection(page.locator('html'))).toEqual(['ar', 'rtl']);
    const text = page.locator('[lang=en]', { has: page.locator('.sl-markdown-content') });
    expect(await text.getAttribute('dir')).toBe('ltr');
    expect(await text.innerText()).toContain('A tight skin keeps the gas in.');
    expect(await languageAndDirection(page.locator('h1'))).toEqual(['en', 'ltr']);
    expect(await page.locator('main').innerText()).toContain('هذا المحتوى غير متوفر بلغتك بعد.');
    expect(await page.locator('.lesson-header .essentials').innerText()).toContain('المستوى');
    expect(await page.locator('a[rel=prev]').getAttribute('href')).toBe('/roadmap/ar/phases/fermentation/');
  });

  test('leads on to pages in the reader’s language', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(arabic('/make-it-yours/'));
    const links = await page
      .locator('main .sl-markdown-content a[href^="/roadmap/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((to) => !to.startsWith('/roadmap/ar/'))).toEqual([]);
  });

  test('is told to search engines as the base page, and stands in no sitemap', () => {
    const html = read('ar/phases/shaping/index.html');
    expect(canonical(html)).toBe('https://bread.example/roadmap/phases/shaping/');
    expect(alternates(html)).toEqual([]);
    const sitemap = read('sitemap-0.xml');
    expect(sitemap).toContain('/roadmap/ar/phases/flour/<');
    expect(sitemap).toContain('/roadmap/ar/map/<');
    expect(sitemap).not.toMatch(/\/ar\/(?:phases\/shaping|make-it-yours|404)/);
  });
});

test('no word of the interface is left in English', async () => {
  const words = Object.values(english)
    .flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))
    .filter((text) => !text.includes('{') && /[a-z]/.test(text))
    .map((text) => text.toLowerCase());
  const page = await newPage();
  // Titles in English are data there, also at the gallery's former address; one is “Time”.
  for (const address of addresses.filter((one) => !/gallery|pictures|make-it-yours/.test(one))) {
    await page.goto(address);
    const shown = await page.evaluate(() => {
      const found: string[] = [];
      const isOurs = (element: Element | null) =>
        element && !element.closest('[lang=en], script, style, code, pre, .code');
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode())
        if (isOurs(texts.currentNode.parentElement)) found.push(texts.currentNode.textContent!.trim());
      for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
        if (isOurs(element))
          for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
      return found;
    });
    expect(
      shown.filter((text) => words.includes(text.replace(/[\u2066\u2069]/g, '').toLowerCase())),
      address,
    ).toEqual([]);
  }
});

test('every page fits a phone and a wide screen, loads without complaint and passes axe', async () => {
  for (const width of [390, 1280]) {
    const page = await newPage({ viewport: { width, height: 844 }, bypassCSP: true });
    const complaints = watch(page, small.origin);
    for (const address of addresses) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
      if (width === 390 || /make-it-yours|gallery/.test(address)) continue;
      await layOutAll(page);
      await page.waitForTimeout(300);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        const { violations: all } = await (globalThis as unknown as { axe: Axe }).axe.run();
        return all.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
      });
      expect(violations, address).toEqual([]);
    }
    expect(complaints).toEqual([]);
  }
});

test('the language picker leads to the same page, and is not there where there is one language', async () => {
  const page = await newPage();
  await page.goto(at(small, '/phases/flour/'));
  await page.locator('starlight-lang-select select').first().selectOption({ label: 'العربية' });
  await page.waitForURL('**/roadmap/ar/phases/flour/');
  await page.locator('starlight-lang-select select').first().selectOption({ label: 'English' });
  await page.waitForURL('**/roadmap/phases/flour/');
  await page.goto(at(inject('bare'), '/'));
  expect(await page.locator('starlight-lang-select').count()).toBe(0);
});

test('a roadmap in one language has no file, script or mark of a second one', ({ skip }) => {
  const html = readFileSync(path.join(roadmap.folder, 'index.html'), 'utf8');
  if (html.includes('<starlight-lang-select')) skip('This roadmap has several languages.');
  expect(html).not.toContain('hreflang');
  const listed = (folder: string) =>
    /\[(?:[`"'][a-z]{2,3}(?:-\w+)?[`"'],?)+\]/.test(readFileSync(path.join(folder, 'sw.js'), 'utf8'));
  expect(listed(small.folder)).toBe(true);
  expect(listed(roadmap.folder)).toBe(false);
});

test('the map runs from right to left, its lines with it', async () => {
  const page = await newPage();
  await page.goto(arabic('/map/'));
  const left = (slug: string) =>
    page.locator(`#map [data-lesson=${slug}] .mark`).evaluate((mark) => mark.getBoundingClientRect().left);
  expect(await left('flour')).toBeGreaterThan(await left('dough'));
  const outside = await page.locator('#map').evaluate((svg) => {
    const picture = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('tspan.title')].flatMap((words) => {
      const { left, right } = words.getBoundingClientRect();
      return left < picture.left || right > picture.right ? [words.textContent] : [];
    });
  });
  expect(outside).toEqual([]);
  expect(
    await page.locator('#map [data-from=flour][data-to=dough]').evaluate((line) => {
      const path = line as SVGPathElement;
      const at = (length: number) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM()!).x;
      return at(0) > at(path.getTotalLength());
    }),
  ).toBe(true);
});

describe('search in Arabic', () => {
  const open = async () => {
    const page = await newPage();
    await page.goto(arabic('/'));
    await page.keyboard.press('/');
    const hits = () =>
      page.locator('.search-dialog li a').evaluateAll((all) => all.map((a) => decodeURI(a.getAttribute('href')!)));
    return { page, input: page.locator('.search-dialog input'), hits };
  };

  test('asks, filters and answers in Arabic', async () => {
    const { page, input, hits } = await open();
    expect(await input.getAttribute('placeholder')).toBe('ابحث في الموضوعات');
    await input.fill('الغلوتين');
    await expect.poll(hits).toContain('/roadmap/ar/phases/flour/#gluten');
    expect(await page.locator('.search-status').innerText()).toMatch(/أقسام|قسم/);
    // The counts come with every text, which choosing a kind asks for.
    const options = (name: string) => page.locator(`.search-dialog select[name=${name}] option`).allInnerTexts();
    await page.locator('.search-dialog select[name=kind]').selectOption({ label: 'درس' });
    await expect.poll(() => options('kind')).toContainEqual(expect.stringMatching(/^درس \(\d+\)$/));
    await expect.poll(() => options('level')).toContain('مبتدئ');
    expect((await hits()).filter((to) => !to.startsWith('/roadmap/ar/'))).toEqual([]);
  });

  test('finds pages that are not translated by their English words', async () => {
    const { input, hits } = await open();
    await input.fill('tension');
    await expect.poll(hits).toContain('/roadmap/ar/phases/shaping/#tension');
  });

  test('takes the nearest word of its language', async () => {
    const { page, input, hits } = await open();
    await input.fill('الدقيف');
    await page.locator('.search-status strong', { hasText: 'الدقيق' }).waitFor();
    expect(await page.locator('.search-status').innerText()).toContain('نتائج');
    await expect.poll(hits).toContain('/roadmap/ar/phases/flour/');
  });

  test('leaves that in English alone', async () => {
    const page = await newPage();
    await page.goto(at(small, '/search/?q=gluten'));
    await page.locator('search-page li a').first().waitFor();
    const hits = await page.locator('search-page li a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
    expect(hits.filter((to) => to.includes('/ar/'))).toEqual([]);
  });
});

describe('reading offline in Arabic', () => {
  test('is told in Arabic, and a saved copy holds both languages', async () => {
    const page = await newPage();
    await page.goto(arabic('/offline/'));
    await expect.poll(() => page.locator('.offline-state').innerText()).toMatch(/^احفظ كل الصفحات/);
    const { files } = JSON.parse(read('offline/files.json')) as { files: [string][] };
    const names = files.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'ar/phases/flour/index.html',
        'ar/strings.json',
        'ar/404.html',
        'phases/flour/index.html',
      ]),
    );
  });

  test('an unknown address gets the page for it in its language, with and without a network', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
    cpSync(small.folder, folder, { recursive: true });
    const { origin, server } = await serveSite(folder, '/roadmap', 0);
    const page = await newPage();
    await page.goto(`${origin}/roadmap/ar/phases/flour/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const told = async (to: string, status = 404) => {
      const answer = await page.goto(`${origin}/roadmap/${to}`);
      expect(answer?.status()).toBe(status);
      return page.locator('html').getAttribute('lang');
    };
    expect(await told('ar/nowhere/')).toBe('ar');
    expect(await told('nowhere/')).toBe('en');
    await new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
    // Without a network nobody knows whether there is such a page: it is told that it is not saved.
    expect(await told('ar/never/', 503)).toBe('ar');
    expect(await told('never/', 503)).toBe('en');
  });
});
