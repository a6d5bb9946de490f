import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import type { QuestionsFile } from '../questions/asked.ts';
import { at, newContext, newPage, watch } from './browser.ts';

const small = inject('small');
const dough = at(small, '/phases/dough/');

const question = (page: Page, id: string) => page.locator(`details[data-q="${id}"]`);
const feedback = (page: Page, id: string) => question(page, id).locator('.feedback');
const check = (place: Locator) => place.getByRole('button', { name: 'Check', exact: true });

/** Opens a question by the keyboard and waits until it can be answered. */
async function open(page: Page, id: string): Promise<Locator> {
  const place = question(page, id);
  await place.locator('> summary').scrollIntoViewIfNeeded();
  if ((await place.getAttribute('open')) === null) {
    await place.locator('> summary').focus();
    await page.keyboard.press('Enter');
  }
  await place.locator('.answering > *').first().waitFor();
  return place;
}
async function openDough(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(dough);
  return page;
}
/** Answers that are kept, as the page of progress exports them: id, rating and revision. */
const kept = (page: Page) =>
  page.evaluate(async (name) => {
    // To open it would make it, and without what the site puts into it.
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
    return new Promise<unknown[]>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        const { result: database } = request;
        const get = database.transaction('record').objectStore('record').get('record');
        get.onsuccess = () =>
          resolve(
            ((get.result as { reviews: [string, number, number, number][] } | undefined)?.reviews ?? []).map(
              ([id, , rating, revision]) => [id, rating, revision],
            ),
          );
      };
    });
  }, `progress ${small.base}/`);

describe('in the page of a lesson', () => {
  test('every kind is answered by the keyboard, told what was wrong, tried again, and kept', async () => {
    const context = await newContext();
    const page = await openDough(context);
    const complaints = watch(page, small.origin);

    // A choice: first wrong, with its own feedback, then right.
    const sticky = await open(page, 'sticky');
    await check(sticky).press('Enter');
    await expect.poll(() => sticky.getByRole('status').innerText()).toBe('Answer first, then check.');
    await sticky.getByRole('radio', { name: 'Add more salt' }).press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => feedback(page, 'sticky').innerText()).toContain('<i>less</i> sticky');
    expect(await feedback(page, 'sticky').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await sticky.locator('[data-mark]').count()).toBe(1);
    expect(await sticky.locator('.feedback .why').count()).toBe(0);
    await sticky.getByRole('button', { name: 'Try again' }).press('Enter');
    await sticky.getByRole('radio', { name: 'Add more water' }).press('Space');
    await check(sticky).press('Enter');
    await expect.poll(() => feedback(page, 'sticky').innerText()).toMatch(/^Right\.[\s\S]*Hydration decides/);
    expect(await sticky.locator('.again a').first().getAttribute('href')).toContain('#hydration');

    const firm = await open(page, 'firm');
    await firm.getByRole('checkbox', { name: 'Salt' }).press('Space');
    await check(firm).press('Enter');
    await expect.poll(() => feedback(page, 'firm').innerText()).toContain('1 right answer is missing.');
    await firm.getByRole('button', { name: 'Show the answer' }).press('Enter');
    expect(await firm.locator('[data-mark=missed]').innerText()).toContain('Kneading');

    // Steps move with their buttons, and a screen reader hears where they went.
    const order = await open(page, 'from-grain');
    const steps = ['Flour and water are mixed.', 'The dough is kneaded.', 'The dough rises.', 'The loaf is baked.'];
    for (const [place, step] of steps.entries()) {
      const up = order.getByRole('button', { name: `Move up: ${step}` });
      while ((await order.locator('.step > :first-child').allInnerTexts()).indexOf(step) > place) {
        await up.press('Enter');
        expect(await order.locator('.moves :focus').count()).toBe(1);
        await expect.poll(() => order.locator('[role=status].sr-only').innerText()).toContain(step);
      }
    }
    await check(order).press('Enter');
    await expect.poll(() => feedback(page, 'from-grain').innerText()).toMatch(/^Right\./);

    const printed = await open(page, 'printed');
    await printed.getByRole('radio', { name: '70%' }).press('Space');
    await check(printed).press('Enter');
    await expect.poll(() => feedback(page, 'printed').innerText()).toMatch(/^Right\./);

    const typed = await open(page, 'typed');
    await typed.getByRole('textbox').fill(`<img src=x onerror="document.title='owned'">`);
    await check(typed).press('Enter');
    await expect.poll(() => feedback(page, 'typed').innerText()).toMatch(/^Not right\./);
    expect(await page.title()).not.toBe('owned');

    const swapped = await open(page, 'swapped');
    expect(await swapped.getByRole('radio').count()).toBe(3);
    await swapped.getByRole('radio', { name: 'Line 2' }).press('Space');
    await check(swapped).press('Enter');
    await expect.poll(() => feedback(page, 'swapped').innerText()).toContain('not the other way round');

    const grams = await open(page, 'grams');
    await grams.getByRole('textbox').fill('much');
    await page.keyboard.press('Enter');
    await expect.poll(() => grams.getByRole('status').innerText()).toBe('This is no number. Write one such as 12.5.');
    await grams.getByRole('textbox').fill('٦٥٢٫٥ g');
    await page.keyboard.press('Enter');
    await expect.poll(() => feedback(page, 'grams').innerText()).toMatch(/^Right\./);

    const why = await open(page, 'why-knead');
    expect(await why.innerText()).toContain('which holds the gas');
    await why.getByRole('button', { name: 'Not yet' }).press('Enter');

    await expect
      .poll(() => kept(page))
      .toEqual([
        ['question:dough/sticky', 1, 1],
        ['question:dough/firm', 1, 1],
        ['question:dough/from-grain', 3, 1],
        ['question:dough/printed', 3, 1],
        ['question:dough/typed', 1, 1],
        ['question:dough/swapped', 3, 1],
        ['question:dough/grams', 3, 1],
        ['question:dough/why-knead', 1, 2],
      ]);
    expect(await page.locator('.checkpoint .progress').innerText()).toBe('8 of 8 answered');

    // It is there on the next visit.
    await page.reload();
    await page.locator('.checkpoint .progress').scrollIntoViewIfNeeded();
    await page.locator('.checkpoint .progress').scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.checkpoint .progress').innerText()).toBe('8 of 8 answered');
    expect(await question(page, 'grams').locator('.state').innerText()).toContain('right');
    expect(await question(page, 'sticky').locator('.state').innerText()).toContain('not yet');
    expect(complaints).toEqual([]);
  });

  test('a hint makes the answer count for less, and a link to a question opens it', async () => {
    const page = await newPage();
    await page.goto(`${dough}#question-sticky`);
    const sticky = question(page, 'sticky');
    await sticky.locator('.answering .hint summary').press('Enter');
    await sticky.getByRole('radio', { name: 'Add more water' }).press('Space');
    await check(sticky).press('Enter');
    await expect.poll(() => kept(page)).toEqual([['question:dough/sticky', 2, 1]]);
  });

  test('what stands in a section is not asked again at the end, which leads to it', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(dough);
    expect(await question(page, 'swapped').count()).toBe(1);
    await page.locator('.checkpoint .inside a').click();
    expect(new URL(page.url()).hash).toBe('#question-swapped');
  });
});

test('without a script a question shows what can be chosen, and its answer opens', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(dough);
  const sticky = question(page, 'sticky');
  await sticky.locator('> summary').click();
  expect(await sticky.getByText('Add more salt').first().isVisible()).toBe(true);
  expect(await sticky.locator('.why').isVisible()).toBe(false);
  await sticky.locator('.solution summary').click();
  const answer = sticky.locator('.solution');
  expect(await answer.locator('p').first().innerText()).toBe('Add more water');
  expect(await answer.locator('.why').isVisible()).toBe(true);
  // What is wrong about the other options weighs much; it is in the Markdown of the page.
  expect(readFileSync(path.join(small.folder, 'phases/dough.md'), 'utf8')).toContain('a dough sticks less after it');
});

test('where data cannot be loaded, answers open as without a script', async () => {
  const context = await newContext();
  await context.route('**/questions/dough.json', (route) => route.abort());
  const page = await openDough(context);
  const place = question(page, 'sticky');
  await place.locator('> summary').click();
  await place.locator('.solution summary').click();
  expect(await place.locator('.why').isVisible()).toBe(true);
});

test('on paper every question has its answer, answered or not', async () => {
  const page = await openDough(await newContext());
  await open(page, 'sticky');
  await page.emulateMedia({ media: 'print' });
  for (const id of ['sticky', 'firm', 'swapped'])
    expect(await question(page, id).locator('.why').first().isVisible(), id).toBe(true);
  expect(await question(page, 'sticky').locator('form').isVisible()).toBe(false);
});

test('in another language it is asked in that language, and what is not translated says so', async () => {
  const page = await newPage();
  await page.goto(at(small, '/ar/phases/dough/'));
  const swapped = await open(page, 'swapped');
  const code = swapped.locator('.expressive-code').last();
  expect(await code.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  const grams = await open(page, 'grams');
  expect(await grams.locator('.unit').last().innerText()).toBe('غ');
  await grams.getByRole('textbox').fill('٦٥');
  await page.keyboard.press('Enter');
  await expect.poll(() => feedback(page, 'grams').innerText()).toContain('هذا عُشره.');
  const firm = await open(page, 'firm');
  expect(await firm.locator('> summary .question [lang=ja], > summary .question [lang=en]').count()).toBe(1);
  expect(await firm.getByRole('button', { name: 'تحقّق' }).count()).toBe(1);
});

test('a question shows the diagram of its page, with ids of its own', async () => {
  const page = await newPage();
  await page.goto(at(small, '/phases/flour/'));
  const protein = await open(page, 'protein');
  expect(await protein.locator('.answering svg').count()).toBe(1);
  const ids = await page.locator('[id]:not(.body [id])').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the data of questions has no style that the policy refuses, and colors that pages have', () => {
  const file = JSON.parse(readFileSync(path.join(small.folder, 'questions/dough.json'), 'utf8')) as QuestionsFile;
  const { lines } = file.questions.find(({ id }) => id === 'swapped')!;
  expect(JSON.stringify(file)).not.toContain('style=');
  expect(lines![1]!.html).toMatch(/class="s-\w+"/);
});
