import { expect, inject, test } from 'vitest';
import { newPage, watch } from './browser.ts';

const roadmap = inject('roadmap');

/** Query → address that one of the first three hits must open. */
const expected: [string, RegExp][] = [
  ['circuit breaker', /\/phases\/building-for-scale\/#circuit-breaker/],
  ['n+1', /#n1-query-problem|#n1-problem/],
  ['dns', /\/phases\/internet-fundamentals\/#what-is-dns/],
  ['acid properties', /\/phases\/relational-databases\/#acid/],
  ['bcrypt', /\/phases\/web-security\/#/],
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
