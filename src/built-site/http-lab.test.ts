/** Requests that readers send to a server in the page. */
import { expect, inject, test } from 'vitest';
import { at, newContext, newPage, watch } from './browser.ts';

const small = inject('small');
const address = '/phases/baking/';

test('without JavaScript a recorded exchange stands there', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(at(small, address));
  const blocks = page.locator('.http-lab pre');
  expect(await blocks.count()).toBe(2);
  const [first, second] = await blocks.allInnerTexts();
  expect(first).toContain('GET /loaves/1 HTTP/1.1');
  expect(first).toMatch(/HTTP\/1\.1 200 OK[\s\S]*ETag: "0"[\s\S]*"minutes":45/);
  expect(second).toContain('HTTP/1.1 428 Precondition Required');
});

test('a reader sends requests with the keyboard, and sees both messages and what is left to see', async () => {
  const context = await newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const complaints = watch(page, small.origin);
  await page.goto(at(small, address));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const lab = page.locator('.http-lab');
  const open = lab.getByRole('button', { name: 'Send requests yourself' });
  await open.focus();
  await page.keyboard.press('Enter');

  const field = lab.getByRole('textbox', { name: 'Request' });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await lab.getByText('To see: 428 Precondition Required').isVisible()).toBe(true);
  const loaded = asked.length;
  await page.keyboard.press('Control+Enter');
  const status = lab.getByRole('status');
  await expect.poll(() => status.innerText()).toBe('The answer is 200 OK. One more to see.');
  const answer = lab.getByRole('region', { name: 'Answer' }).first();
  expect(await answer.innerText()).toContain('ETag: "0"');
  expect(await lab.getByRole('region', { name: 'Request on the wire' }).first().innerText()).toContain(
    'Host: oven.example',
  );

  await lab.getByRole('combobox', { name: 'Begin with' }).selectOption({ label: 'Bake it longer' });
  await lab.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => status.innerText()).toContain('428 Precondition Required. You have seen all');
  await field.fill((await field.inputValue()).replace('\n', '\nIf-Match: "0"\n'));
  await field.press('Control+Enter');
  await expect.poll(() => answer.innerText()).toContain('"minutes":50');

  await field.fill('PUT /loaves/1\nnonsense');
  await field.press('Control+Enter');
  await expect.poll(() => status.innerText()).toContain('Line 2 is no header');
  expect(await field.getAttribute('aria-invalid')).toBe('true');

  await lab.getByRole('button', { name: 'Start the server afresh' }).click();
  await field.fill('GET /loaves/1');
  await field.press('Control+Enter');
  await expect.poll(() => answer.innerText()).toContain('"minutes":45');

  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(asked.length, 'nothing is sent').toBe(loaded);
  expect(complaints).toEqual([]);
});

test('a page without requests loads nothing of it', async () => {
  const page = await newPage();
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await page.goto(at(small, '/phases/shaping/'), { waitUntil: 'networkidle' });
  expect(files.filter((file) => /http-?lab|\/http\//i.test(file))).toEqual([]);
});
