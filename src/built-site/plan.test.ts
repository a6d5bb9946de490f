import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, inject, test } from 'vitest';
import { at, newContext, newPage, watch } from './browser.ts';
import { curriculum, roadmap } from './the-roadmap.ts';

const small = inject('small');
const shownKey = 'progress /roadmap/ shown';
/** What is kept of a reader who has finished some topics of the small roadmap. */
const withDone = (...topics: [lesson: string, topic: string][]) =>
  JSON.stringify({
    lessons: Object.fromEntries(topics.map(([lesson, topic]) => [lesson, { topics: { [topic]: 'done' }, extent: [] }])),
    ...{ projects: {}, stages: {}, tracks: {}, all: [] },
  });

test('a plan follows every answer, is kept, tells the pace, and comes as a calendar and as its removal', async () => {
  const context = await newContext();
  const page = await context.newPage();
  const complaints = watch(page, small.origin);
  await page.goto(at(small, '/plan/'));
  const end = page.locator('roadmap-plan [role=status]');
  await expect.poll(() => end.innerText()).toMatch(/^Through on /);
  // A year of five digits would come, in which no day is found.
  await page.getByLabel('First day').fill('9999-12-31');
  expect(await page.locator('#plan-error').textContent()).toContain('in the years 2000 to 2200');
  await page.getByLabel('First day').fill('2027-03-01');
  await page.getByLabel('Hours a week').fill('2');
  const day = (name: string) => page.getByRole('checkbox', { name });
  for (const name of ['Mon', 'Wed', 'Sat']) await day(name).uncheck();
  expect(await page.locator('#plan-error').textContent()).toBe('Choose at least one day of the week.');
  await day('Tue').check();
  expect(await page.locator('#plan-error').textContent()).toBe('');
  const dates = await page
    .locator('roadmap-plan time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!));
  expect(dates[0]).toBe('2027-03-02');
  expect(dates.every((date) => new Date(date).getUTCDay() === 2)).toBe(true);
  // In the order of prerequisites, each link to the section.
  const links = await page
    .locator('roadmap-plan li a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  expect(links[0]).toBe('/roadmap/phases/flour/#gluten');
  expect(links.indexOf('/roadmap/phases/flour/#gluten')).toBeLessThan(links.indexOf('/roadmap/phases/dough/#kneading'));

  await page.getByLabel('First day').fill('2026-01-06');
  await page.getByRole('button', { name: 'Keep this plan' }).click();
  await expect.poll(() => page.locator('roadmap-plan').innerText()).toContain('This plan is kept on this device.');
  await page.reload();
  await expect.poll(() => page.locator('roadmap-plan').innerText()).toMatch(/You are \d+ days behind this plan\./);
  expect(await page.getByLabel('First day').inputValue()).toBe('2026-01-06');

  const file = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
  };
  expect(await page.getByRole('button', { name: 'File that removes it' }).count()).toBe(0);
  const plan = await file('Calendar file');
  const removal = await file('File that removes it');
  const uids = (calendar: ICAL.Component) =>
    calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('uid')));
  expect(uids(plan)[0]).toBe('topic-7.roadmap@bread.example');
  expect(uids(removal).sort()).toEqual(uids(plan).sort());
  expect(removal.getFirstPropertyValue('method')).toBe('CANCEL');

  await page.getByRole('button', { name: 'Plan anew from today' }).click();
  await expect.poll(() => page.locator('roadmap-plan').innerText()).not.toMatch(/behind this plan/);
  await page.getByRole('button', { name: 'Forget this plan' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Keep this plan' }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('the plan of a page in another language has its words and its dates', async () => {
  const page = await newPage();
  await page.goto(at(small, '/ar/plan/'));
  const link = page.locator('roadmap-plan li a').first();
  await expect.poll(() => link.getAttribute('href')).toMatch(/^\/roadmap\/ar\/phases\//);
});

test('without JavaScript the page of the plan says what it needs', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(at(small, '/plan/'));
  expect(await page.locator('main').innerText()).toContain('which this browser does not run');
  expect(await page.locator('roadmap-plan form').isVisible()).toBe(false);
});

test('a plan of the whole roadmap ends, and has each phase in it', async () => {
  const page = await newPage();
  await page.goto(at(roadmap, '/plan/'));
  await expect.poll(() => page.locator('roadmap-plan li a').count()).toBeGreaterThan(0);
  const links = await page
    .locator('roadmap-plan li a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  for (const { path } of curriculum.phases)
    expect(
      links.some((link) => link.includes(path)),
      path,
    ).toBe(true);
});

test('what is ready next has its reasons, and follows what is done', async () => {
  const page = await newPage();
  await page.goto(at(small, '/map/'));
  const cards = page.locator('ready-next li');
  await page.locator('ready-next').scrollIntoViewIfNeeded();
  await expect.poll(() => cards.count()).toBeGreaterThan(0);
  expect(await cards.first().innerText()).toContain('You need nothing for it.');
  expect(await cards.first().getByRole('link').getAttribute('href')).toBe('/roadmap/phases/flour/#gluten');
  await page.evaluate(([key, shown]) => localStorage.setItem(key!, shown!), [shownKey, withDone(['flour', 'gluten'])]);
  await page.evaluate(() => dispatchEvent(new Event('progress-changed')));
  await expect.poll(() => cards.first().innerText()).toContain('All it needs is done: Flour.');
  expect(await cards.first().getByRole('link').getAttribute('href')).toBe('/roadmap/phases/dough/#kneading');
});

test('who knows a topic already answers a question before its answer can be opened', async () => {
  const page = await newPage();
  await page.goto(at(small, '/map/'));
  await page.locator('ready-next').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'I know this already' }).first().click();
  const known = page.locator('ready-next .known');
  await expect.poll(() => known.locator('summary').innerText()).toBe('Show the answer');
  const words = await known.innerText();
  const asked = await known.locator('.asked').innerText();
  expect(asked).not.toBe('');
  expect(words.indexOf(asked)).toBeLessThan(words.indexOf('Show the answer'));
  expect(await known.getByRole('button').count()).toBe(0);
  await known.locator('summary').click();
  await expect.poll(() => known.getByRole('button').count()).toBe(2);
});
