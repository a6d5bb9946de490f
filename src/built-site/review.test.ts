import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import type { FileList } from '../offline/kept-files.ts';
import { at, newContext, newPage, watch } from './browser.ts';

const small = inject('small');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Noon of some day. */
const noon = (days = 0) => new Date(2026, 11, 1 + days, 12);

async function openAt(context: BrowserContext, to: string, now = noon()): Promise<Page> {
  const page = await context.newPage();
  await page.clock.setSystemTime(now);
  await page.goto(at(small, to));
  return page;
}

/** Answers that are kept: id, rating, revision. */
const kept = (page: Page) =>
  page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const get = request.result.transaction('record').objectStore('record').get('record');
          get.onsuccess = () => {
            const { reviews = [] } = (get.result ?? {}) as { reviews?: [string, number, number, number?][] };
            resolve(reviews.map(([id, , rating]) => [id, rating]));
          };
        };
      }),
    `progress ${small.base}/`,
  );

const state = (page: Page) => page.locator('roadmap-review .state');
const card = (page: Page) => page.locator('roadmap-review .card');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Begins with the new questions of a lesson. */
async function begin(page: Page, lesson: string) {
  await page.getByLabel('What to review').selectOption(`lesson:${lesson}`);
  await button(page, /^Answer \d+ new questions?$/).click();
  await card(page).locator('.place > *').first().waitFor();
}

describe('review', () => {
  test('what is answered wrong in a lesson is due on the next day, at home, in the plan and in the review', async () => {
    const context = await newContext();
    const lesson = await openAt(context, '/phases/flour/');
    const complaints = watch(lesson, small.origin);
    const question = lesson.locator('details[data-q=protein]');
    await question.locator('> summary').click();
    await question.getByRole('textbox').fill('starch');
    await question.getByRole('button', { name: 'Check', exact: true }).click();
    await expect.poll(() => question.locator('.feedback').innerText()).toContain('Not right.');
    const due = (page: Page) => page.locator('due-today');
    const dueKept = () => lesson.evaluate((base) => localStorage.getItem(`progress ${base}/ due`), small.base);
    await expect.poll(dueKept).toMatch(/^\[\[\d+,1\]\]$/);

    const today = await openAt(context, '/');
    expect(await due(today).isHidden()).toBe(true);
    const tomorrow = await openAt(context, '/', noon(1));
    await expect.poll(() => due(tomorrow).innerText()).toMatch(/Due today:\s+1/);
    const plan = await openAt(context, '/plan/', noon(1));
    await expect.poll(() => due(plan).innerText()).toMatch(/Due today:\s+1/);

    await tomorrow.getByRole('link', { name: /Due today/ }).click();
    await expect.poll(() => state(tomorrow).innerText()).toBe('1 question is due today.');
    await button(tomorrow, 'Review 1 question').click();
    await tomorrow.getByRole('textbox').fill('Gluten');
    await tomorrow.keyboard.press('Enter');
    // Right: how easy it was is the reader’s to say.
    await expect.poll(() => card(tomorrow).getByRole('button', { name: /^Good/ }).count()).toBe(1);
    expect(
      await card(tomorrow)
        .getByRole('button', { name: /^Forgotten/ })
        .count(),
    ).toBe(0);
    await tomorrow.keyboard.press('3');
    await expect.poll(() => tomorrow.locator('.end').innerText()).toContain('1 of 1 question remembered at once.');
    expect(await kept(tomorrow)).toEqual([
      ['question:flour/protein', 1],
      ['question:flour/protein', 3],
    ]);
    await button(tomorrow, 'Back to the review').click();
    await expect.poll(() => state(tomorrow).innerText()).toContain('Nothing is due today.');
    expect(complaints).toEqual([]);
  });

  test('by the keyboard: space shows, numbers rate, u takes back, what is forgotten comes again, Escape stops', async () => {
    const context = await newContext();
    const page = await openAt(context, '/review/');
    const complaints = watch(page, small.origin);
    await begin(page, 'flour');
    const left = () => page.locator('roadmap-review .left').innerText();
    expect(await left()).toBe('2 to go');
    await expect.poll(() => card(page).innerText()).toContain('What does gluten do');
    // A number says nothing before the answer is seen.
    await page.keyboard.press('3');
    expect(await left()).toBe('2 to go');
    await page.keyboard.press(' ');
    await expect.poll(() => card(page).innerText()).toContain('It holds the gas.');
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(faults).toEqual([]);
    await page.keyboard.press('4');
    await expect.poll(left).toBe('1 to go');
    await expect.poll(() => kept(page)).toEqual([['question:flour/gluten', 4]]);
    await page.locator('roadmap-review .card').focus();
    await page.keyboard.press('u');
    await expect.poll(left).toBe('2 to go');
    await expect.poll(() => kept(page)).toEqual([]);
    await page.keyboard.press(' ');
    await page.keyboard.press('1');
    await page.getByRole('textbox').fill('3');
    // A number that is typed is no rating.
    await page.keyboard.press('1');
    expect(await page.getByRole('textbox').inputValue()).toBe('31');
    await page.getByRole('textbox').fill('gluten');
    await page.keyboard.press('Enter');
    await button(page, /^Good/).click();
    await expect.poll(() => card(page).innerText()).toContain('Once more');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.end').innerText()).toContain('1 of 2 questions remembered at once.');
    expect(await page.locator('.end li a').getAttribute('href')).toBe('/roadmap/phases/flour/#gluten');
    expect(await kept(page)).toEqual([
      ['question:flour/gluten', 1],
      ['question:flour/protein', 3],
    ]);
    expect(complaints).toEqual([]);
  });

  test('a card comes in the place of its question, and what was remembered shows by lesson', async () => {
    const context = await newContext();
    const page = await openAt(context, '/review/');
    await begin(page, 'dough');
    await expect.poll(() => card(page).innerText()).toContain('Why is a dough sticky?');
    await page.keyboard.press(' ');
    await page.keyboard.press('3');
    await expect.poll(() => kept(page)).toEqual([['question:dough/sticky#why', 3]]);
    const later = await openAt(context, '/review/', noon(6));
    await button(later, 'Review 1 question').click();
    await button(later, 'Show the answer').click();
    await button(later, /^Good/).click();
    await button(later, 'Back to the review').click();
    const row = later.locator('.remembered tbody tr');
    await expect
      .poll(async () => (await row.locator('th, td').allInnerTexts()).map((one) => one.trim()))
      .toEqual([...['Dough', '1', '1', '0', '0']]);
  });

  test('two tabs: what is answered in one is not asked in the other', async () => {
    const context = await newContext();
    const first = await openAt(context, '/review/');
    await begin(first, 'flour');
    await first.keyboard.press(' ');
    await first.keyboard.press('1');
    await first.getByRole('textbox').fill('starch');
    await first.keyboard.press('Enter');
    await button(first, 'Go on').click();
    await expect.poll(async () => (await kept(first)).length).toBe(2);
    const [one, other] = [await openAt(context, '/review/', noon(1)), await openAt(context, '/review/', noon(1))];
    await button(one, 'Review 2 questions').click();
    await button(other, 'Review 2 questions').click();
    const left = other.locator('roadmap-review .left');
    expect(await left.innerText()).toBe('2 to go');
    // The first one that is asked stands in both; the second is answered in one of them.
    for (let count = 0; count < 2; count += 1) {
      if (await one.getByRole('textbox').count()) {
        await one.getByRole('textbox').fill('gluten');
        await one.keyboard.press('Enter');
      } else await one.keyboard.press(' ');
      await button(one, /^Good/).click();
    }
    await expect.poll(async () => (await kept(one)).length).toBe(4);
    if (await other.getByRole('textbox').count()) {
      await other.getByRole('textbox').fill('gluten');
      await other.keyboard.press('Enter');
    } else await other.keyboard.press(' ');
    await button(other, /^Good/).click();
    await expect.poll(() => other.locator('.end').innerText()).toContain('1 of 1 question');
    expect(await kept(other)).toHaveLength(5);
  });

  test('a link takes along when each question comes back', async () => {
    const here = await newContext();
    const one = await openAt(here, '/review/');
    await begin(one, 'flour');
    await one.keyboard.press(' ');
    await one.keyboard.press('3');
    await expect.poll(async () => (await kept(one)).length).toBe(1);
    await one.goto(at(small, '/progress/'));
    await button(one, 'Make a link and a code').click();
    const link = await one.getByRole('textbox', { name: 'Link with your progress' }).inputValue();
    const two = await openAt(await newContext(), link.slice(at(small, '').length), noon(3));
    await two.getByText('1 question with the day on which it comes back').waitFor();
    await button(two, 'Import').click();
    await two.getByText('Imported.').waitFor();
    await two.goto(at(small, '/review/'));
    await expect.poll(() => state(two).innerText()).toBe('1 question is due today.');
  });

  test('an exam runs against the clock, hides the question in a pause, and says what to read again', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.clock.install({ time: noon() });
    await page.goto(at(small, '/review/'));
    const complaints = watch(page, small.origin);
    await page.getByLabel('What to review').selectOption('lesson:flour');
    await page.getByLabel('Minutes for each question').selectOption('60');
    await button(page, 'Begin an exam of 1 question').click();
    const clock = page.locator('.clock');
    await expect.poll(() => clock.innerText()).toMatch(/^(1:00|0:5\d) left$/);
    await button(page, 'Pause').click();
    expect(await page.getByRole('textbox').isHidden()).toBe(true);
    const before = await clock.innerText();
    await page.clock.fastForward(120_000);
    expect(await clock.innerText()).toBe(before);
    await button(page, 'Go on').click();
    await page.getByRole('textbox').fill('starch');
    await page.keyboard.press('Enter');
    // Nothing is said before the end.
    await expect.poll(() => button(page, 'Next question').count()).toBe(1);
    expect(await card(page).innerText()).not.toMatch(/Not right|Starch is no protein/);
    await button(page, 'Next question').click();
    const report = page.locator('.end');
    await expect.poll(() => report.innerText()).toContain('0 of 1 question right');
    expect(await report.innerText()).toContain('Paused 1 time.');
    expect(await report.locator('ul a').first().getAttribute('href')).toBe('/roadmap/phases/flour/#gluten');
    await expect.poll(() => kept(page)).toEqual([['question:flour/protein', 1]]);

    await button(page, 'Back to the review').click();
    await button(page, 'Begin an exam of 1 question').click();
    await page.getByRole('textbox').waitFor();
    await page.clock.fastForward(61_000);
    await expect.poll(() => report.innerText()).toContain('The time is over.');
    expect(await report.innerText()).toContain('1 question was left open.');
    expect(complaints).toEqual([]);
  });

  test('a saved copy reviews without a network, and keeps decks only on request', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(at(small, '/offline/'));
    await button(page, 'Save for offline').click();
    await button(page, 'Remove the saved copy').waitFor();
    const list = JSON.parse(readFileSync(path.join(small.folder, 'offline/files.json'), 'utf8')) as FileList;
    expect(list.files.filter(([file]) => /\.(?:apkg|csv)$/.test(file))).toEqual([]);
    await page.goto(at(small, '/review/'));
    await button(page, /^Keep for reading offline/).click();
    await page.getByText('Kept on this device.').waitFor();
    await context.setOffline(true);
    await page.goto(at(small, '/ar/review/'));
    await page.locator('.start .tools button').first().click();
    await page.locator('.place > *').first().waitFor();
    await page.keyboard.press(' ');
    await page.keyboard.press('3');
    await expect.poll(() => kept(page)).toHaveLength(1);
    const answers = await page.evaluate(
      async (base) =>
        Promise.all(
          ['roadmap.apkg', 'roadmap.csv'].map((file) =>
            fetch(`${base}/anki/${file}`).then(
              ({ ok }) => ok,
              () => false,
            ),
          ),
        ),
      small.base,
    );
    expect(answers).toEqual([true, false]);
  });

  test('without JavaScript the page says what it is and where the questions are', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/review/'));
    expect(await page.locator('roadmap-review noscript').innerText()).toContain('The review needs JavaScript.');
    expect(await page.locator('roadmap-review noscript a').getAttribute('href')).toBe('/roadmap/questions/');
    expect(await page.locator('form.start').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: /^Anki package/ }).count()).toBeGreaterThan(0);
  });
});

test.each(['', 'ar'])(
  'decks of language “%s” hold every question that comes back, and open as Anki wants',
  async (folder) => {
    const read = (name: string) => readFileSync(path.join(small.folder, folder, 'anki', name));
    const files = unzipSync(read('roadmap.apkg'));
    expect(Object.keys(files)).toEqual(['collection.anki2', 'media']);
    const database = new DatabaseSync(':memory:');
    database.deserialize(files['collection.anki2']!);
    const rows = database.prepare('SELECT flds FROM notes').all() as { flds: string }[];
    const notes = new Map(rows.map(({ flds }) => [flds.split('\u001F')[0]!, flds]));
    database.close();
    expect(notes.has('question:dough/sticky#why')).toBe(true);
    // Its card stands for it; the other says `review: false`.
    for (const id of ['sticky', 'why-knead']) expect(notes.has(`question:dough/${id}`)).toBe(false);
    expect(notes.get('question:dough/swapped')).toContain('return flour / water');
    expect(notes.get('question:flour/protein')).toContain('<svg role="img"');
    const lines = read('roadmap.csv').toString('utf8').split('\r\n');
    expect(lines.slice(0, 7).every((line) => line.startsWith('#'))).toBe(true);
    expect(lines.filter((line) => /^"[\w-]{12}",/.test(line))).toHaveLength(notes.size);
  },
);
