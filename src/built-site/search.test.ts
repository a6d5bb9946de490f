/** How the search behaves; what it must find in the roadmap stands in content/coverage.yaml (promises.test.ts). */
import { expect, inject, test } from 'vitest';
import { at, newPage, watch } from './browser.ts';
import { data, roadmap } from './the-roadmap.ts';

const small = inject('small');

test('search is loaded only when somebody turns to it, and works by keyboard alone', async () => {
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.goto(at(small, '/phases/flour/'), { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /pagefind|search-dialog/.test(url))).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.locator('.search-dialog input').fill('hydration');
  await page.locator('.search-dialog li a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/roadmap/phases/dough/#hydration');
});

test('a misspelling is corrected, and can be searched as it was typed', async () => {
  const page = await newPage();
  await page.goto(at(small, '/'));
  await page.keyboard.press('/');
  const status = page.locator('.search-status');
  for (const [wrong, right] of [
    ['kneding', 'kneading'],
    ['hidration', 'hydration'],
  ] as const) {
    await page.locator('.search-dialog input').fill(wrong);
    await status.locator('strong', { hasText: right }).waitFor();
    await page.locator('.search-dialog li a').first().waitFor();
    expect(await page.locator('.search-dialog input').inputValue()).toBe(wrong);
  }
  await status.locator('button', { hasText: 'hidration' }).click();
  await page.locator('.search-status', { hasText: 'Nothing found for “hidration”' }).waitFor();
});

test('a message is answered above the hits, and has its place on the page of messages', async () => {
  const page = await newPage();
  const complaints = watch(page, small.origin);
  await page.goto(at(small, '/'));
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('my dough will not rise');
  const card = page.locator('.search-card');
  await card.locator('h2', { hasText: 'Dough does not rise' }).waitFor();
  await card.locator('p', { hasText: 'yeast is dead' }).waitFor();
  expect(await card.locator('a').getAttribute('href')).toBe('/roadmap/phases/fermentation/#yeast');
  expect(await page.locator('.search-dialog ol a').first().getAttribute('href')).toBe(
    '/roadmap/phases/fermentation/#yeast',
  );
  await page.goto(at(small, '/messages/#dough-does-not-rise'));
  expect(await page.locator('.entry', { hasText: 'yeast is dead' }).innerText()).toContain('Dough does not rise');
  expect(complaints).toEqual([]);
});

test('before typing there are common searches and kinds, and a kind without words lists what there is', async () => {
  const page = await newPage();
  await page.goto(at(small, '/'));
  await page.keyboard.press('/');
  await page.locator('.search-common button', { hasText: 'hydration' }).waitFor();
  expect(await page.locator('.search-filters').isHidden()).toBe(true);
  expect(await page.locator('.search-browse button').first().textContent()).toContain('Lesson');
  await page.locator('.search-browse button', { hasText: 'Question' }).click();
  const hit = page.locator('.search-dialog ol a[href*="#question-"]').first();
  await hit.waitFor();
  expect(await page.locator('.search-filters').isVisible()).toBe(true);
  await hit.click();
  await page.waitForURL('**/#question-*');
  const id = new URL(page.url()).hash.slice(1);
  await expect.poll(() => page.locator(`[id="${id}"]`).getAttribute('open')).not.toBeNull();
});

test('the last letters of a word and a word nobody knows lead to no other subject', async () => {
  const page = await newPage();
  await page.goto(at(small, '/'));
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('ENOTHINGKNOWN');
  await page.locator('.search-status', { hasText: 'Nothing found' }).waitFor();
  expect(await page.locator('.search-dialog li').count()).toBe(0);
});

test('other names of a term find it', async () => {
  const page = await newPage();
  await page.goto(at(small, '/'));
  await page.keyboard.press('/');
  for (const query of ['hydration', '水分量']) {
    await page.locator('.search-dialog input').fill(query);
    await expect
      .poll(
        () => page.locator('.search-dialog li a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
        {
          message: query,
        },
      )
      .toContain('/roadmap/phases/dough/#hydration');
  }
});

test('filters show counts and narrow the hits; code is found by its identifiers', async () => {
  const page = await newPage();
  await page.goto(at(small, '/search/?q=hydration'));
  const kind = page.locator('search-page select[name=kind]');
  await kind.locator('option[value=code]').waitFor({ state: 'attached' });
  await kind.selectOption('code');
  await expect
    .poll(() => kind.locator('option').allInnerTexts())
    .toEqual(
      // Another kind can still be chosen.
      expect.arrayContaining([expect.stringMatching(/^Code \(\d+\)$/), expect.stringMatching(/^Lesson \(\d+\)$/)]),
    );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('search-page li span')].every((one) => /code/i.test(one.textContent!)),
  );
  await page.waitForURL('**/search/?q=hydration&kind=code');
  for (const name of ['level', 'phase', 'track'])
    expect(await page.locator(`search-page select[name=${name}] option`).count()).toBeGreaterThan(1);
});

test('a search has an address that can be shared, and says how many sections it found', async () => {
  const page = await newPage();
  const complaints = watch(page, small.origin);
  await page.goto(at(small, '/search/?q=steam&level=Advanced'));
  await page.locator('search-page li a').first().waitFor();
  expect(await page.locator('search-page input').inputValue()).toBe('steam');
  expect(await page.locator('search-page select[name=level]').inputValue()).toBe('Advanced');
  expect(await page.locator('search-page [role=status]').innerText()).toMatch(/^\d+ sections?/);
  expect(complaints).toEqual([]);
});

test('searches are remembered on the device, and going back finds the hits again', async () => {
  const page = await newPage();
  await page.goto(at(small, '/phases/flour/'));
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('steam keeps');
  await page.locator('.search-dialog li a').first().click();
  await page.waitForURL('**/#*');
  await page.goBack();
  await page.locator('.search-dialog li a').first().waitFor();
  expect(await page.locator('.search-dialog input').inputValue()).toBe('steam keeps');
  await page.locator('.search-dialog input').fill('');
  await page.locator('.search-recent button', { hasText: 'steam keeps' }).waitFor();
  await page.locator('.search-forget').click();
  await page.locator('.search-recent button').first().waitFor({ state: 'detached' });
});

test('every phase and level of the roadmap is a filter of its index', async () => {
  const page = await newPage();
  await page.goto(at(roadmap, '/'));
  // As text, because the test runner would rewrite the import of a function.
  const filters = await page.evaluate<Record<string, Record<string, number>>>(
    `import('${roadmap.base}/pagefind/pagefind.js').then((pagefind) => pagefind.filters())`,
  );
  expect(Object.keys(filters.phase ?? {})).toEqual(expect.arrayContaining(data.phases.map((phase) => phase.title)));
  expect(Object.keys(filters.level ?? {}).length).toBe(
    new Set([...data.phases, ...data.supplements].map((lesson) => lesson.level)).size,
  );
});

test('search opens where storage is refused or holds something else', async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.goto(at(small, '/phases/flour/'));
  await page.keyboard.press('Control+k');
  await page.locator('.search-dialog input').fill('hydration');
  await page.locator('.search-dialog li a').first().waitFor();

  const odd = await newPage();
  await odd.goto(at(small, '/phases/flour/'));
  await odd.evaluate(() => sessionStorage.setItem('search', '{not json'));
  await odd.keyboard.press('Control+k');
  await odd.locator('.search-dialog input').waitFor();
});

test('a part of the search that does not come is told, and pressing again leads to a search', async () => {
  const page = await newPage({ serviceWorkers: 'block' });
  await page.route(/search-dialog.*\.js/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(at(small, '/phases/flour/'));
  await page.keyboard.press('Control+k');
  await page.locator('site-search [role=status]', { hasText: /\S/ }).waitFor();
  await page.unroute(/search-dialog.*\.js/);
  await page.keyboard.press('Control+k');
  // The browser decides whether it asks for the part again; otherwise the page for searching is shown.
  await page.locator('.search-dialog input, search-page input').fill('hydration');
  await page.locator('.search-dialog li a, search-page li a').first().waitFor();
});

test('a page of pasted text and fast typing do not block the page', async () => {
  const page = await newPage();
  await page.goto(at(roadmap, '/'));
  await page.keyboard.press('Control+k');
  const input = page.locator('.search-dialog input');
  await input.fill('a');
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    const tasks: number[] = ((window as unknown as { tasks: number[] }).tasks = []);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  const text = Array.from({ length: 2000 }, (_, index) => `qwertz${index}uiop`).join(' ');
  await input.focus();
  await page.evaluate((words) => document.execCommand('insertText', false, words), text);
  await page.waitForTimeout(3000);
  expect((await input.inputValue()).length).toBeLessThanOrEqual(200);
  await input.fill('');
  await input.pressSequentially('circuit braker and conection', { delay: 30 });
  await page.waitForTimeout(2000);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  // Wide, because the machine of a test is busy: the same text took 3 seconds when every word of it was looked up.
  expect(Math.max(0, ...tasks)).toBeLessThan(1500);
});
