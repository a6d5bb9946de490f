import { expect, inject, test } from 'vitest';
import { newPage, watch } from './browser.ts';

const roadmap = inject('roadmap');

/** Query → address that one of the first three hits must open. */
const expected: [string, RegExp][] = [
  ['circuit breaker', /\/phases\/building-for-scale\/#circuit-breaker/],
  ['n+1', /#n1-query-problem|#n1-problem/],
  ['dns', /\/phases\/internet-fundamentals\/#what-is-dns/],
  ['acid properties', /\/phases\/relational-databases\/#acid/],
  ['bcrypt', /\/phases\/web-security\/#bcrypt/],
  ['kafka', /\/phases\/message-brokers\/#/],
  ['oauth2', /\/phases\/authentication-and-authorization\/#oauth2/],
  ['server-sent events', /\/phases\/real-time-data\/#server-sent-events/],
  ['sharding', /\/phases\/more-about-databases\/#sharding/],
  ['virtual threads', /\/phases\/backend-language\/#virtual-threads/],
];

test('ten searches open the section that answers them', async () => {
  const page = await newPage();
  const complaints = watch(page, roadmap.origin);
  await page.goto(`${roadmap.origin}/`);
  await page.keyboard.press('/');
  const input = page.locator('.search-dialog input');
  for (const [query, address] of expected) {
    await input.fill('');
    await page.waitForFunction(() => document.querySelectorAll('.search-dialog li').length === 0);
    await input.fill(query);
    await page.locator('.search-dialog li a').first().waitFor();
    const hits = await page
      .locator('.search-dialog li a')
      .evaluateAll((links) => links.slice(0, 3).map((link) => (link as HTMLAnchorElement).href));
    expect(
      hits.some((hit) => address.test(hit)),
      `${query}: ${hits.join(' ')}`,
    ).toBe(true);
  }
  expect(complaints).toEqual([]);
});

test('search is loaded only when somebody turns to it, and works by keyboard alone', async () => {
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.goto(`${roadmap.origin}/phases/caching/`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /pagefind|search-dialog/.test(url))).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.locator('.search-dialog input').fill('primary keys');
  await page.locator('.search-dialog li a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/phases/relational-databases/#primary-keys');
});

test('a misspelling gets the right words and their hits', async () => {
  const page = await newPage();
  await page.goto(`${roadmap.origin}/`);
  await page.keyboard.press('/');
  for (const [wrong, right] of [
    ['cirquit braker', 'circuit breaker'],
    ['kubernets', 'kubernetes'],
    ['databse', 'database'],
  ] as const) {
    await page.locator('.search-dialog input').fill(wrong);
    const offered = page.locator('.search-status button', { hasText: right });
    await offered.waitFor();
    await page.locator('.search-dialog li a').first().waitFor();
  }
  await page.locator('.search-status button').click();
  expect(await page.locator('.search-dialog input').inputValue()).toBe('database');
});

test('acronyms and long forms find each other', async () => {
  const page = await newPage();
  await page.goto(`${roadmap.origin}/`);
  await page.keyboard.press('/');
  for (const [query, address] of [
    ['json web token', '/phases/authentication-and-authorization/#jwt'],
    ['jwt', '/phases/authentication-and-authorization/#jwt'],
    ['content security policy', '/phases/web-security/#csp'],
    ['command query responsibility segregation', '/phases/software-design/#cqrs'],
  ] as const) {
    await page.locator('.search-dialog input').fill(query);
    await expect
      .poll(
        () =>
          page
            .locator('.search-dialog li a')
            .evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href'))),
        { message: query },
      )
      .toContain(address);
  }
});

test('filters show counts and narrow the hits; code is found by its identifiers', async () => {
  const page = await newPage();
  await page.goto(`${roadmap.origin}/search/?q=pg_stat_statements`);
  const kind = page.locator('search-page select[name=kind]');
  await expect
    .poll(() => kind.locator('option').allInnerTexts())
    .toEqual(expect.arrayContaining([expect.stringMatching(/^Code \(\d+\)$/)]));
  await kind.selectOption('code');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('search-page li span')].every((one) => one.textContent!.includes('code')),
  );
  await page.waitForURL('**/search/?q=pg_stat_statements&kind=code');
  for (const name of ['level', 'phase', 'track'])
    expect(await page.locator(`search-page select[name=${name}] option`).count()).toBeGreaterThan(1);
});

test('a search has an address that can be shared, and says how many sections it found', async () => {
  const page = await newPage();
  const complaints = watch(page, roadmap.origin);
  await page.goto(`${roadmap.origin}/search/?q=backpressure&level=Advanced`);
  await page.locator('search-page li a').first().waitFor();
  expect(await page.locator('search-page input').inputValue()).toBe('backpressure');
  expect(await page.locator('search-page select[name=level]').inputValue()).toBe('Advanced');
  expect(await page.locator('search-page [role=status]').innerText()).toMatch(/^\d+ sections?/);
  expect(complaints).toEqual([]);
});

test('searches are remembered on the device, and going back finds the hits again', async () => {
  const page = await newPage();
  await page.goto(`${roadmap.origin}/phases/caching/`);
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('write skew');
  await page.locator('.search-dialog li a').first().click();
  await page.waitForURL('**/#*');
  await page.goBack();
  await page.locator('.search-dialog li a').first().waitFor();
  expect(await page.locator('.search-dialog input').inputValue()).toBe('write skew');
  await page.locator('.search-dialog input').fill('');
  await page.locator('.search-recent button', { hasText: 'write skew' }).waitFor();
  await page.locator('.search-forget').click();
  expect(await page.locator('.search-recent button').count()).toBe(0);
});

test('phase and level are filters of the index', async () => {
  const page = await newPage();
  await page.goto(`${roadmap.origin}/`);
  // As text, because the test runner would rewrite the import of a function.
  const filters = await page.evaluate<Record<string, Record<string, number>>>(
    "import('/pagefind/pagefind.js').then((pagefind) => pagefind.filters())",
  );
  expect(Object.keys(filters.level ?? {})).toEqual(expect.arrayContaining(['Beginner', 'Intermediate', 'Advanced']));
  expect(Object.keys(filters.phase ?? {}).length).toBeGreaterThan(20);
});
