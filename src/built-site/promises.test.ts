/**
 * What `content/coverage.yaml` promises and only the built site can show: the pages of tracks, and what a search finds.
 * The rest of the file is held to by the check and by every build.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverageSchema, type Coverage } from '../curriculum/checking/check-coverage.ts';
import { lessonsOf } from '../curriculum/model/model.ts';
import { isReference, resolveReference } from '../curriculum/names/reference.ts';
import { loadStemmer } from '../search/load-stemmers.ts';
import { measureQueries, shareFound, wantedAddress } from '../search/quality.ts';
import { prepareRanking } from '../search/rank.ts';
import type { RankingFile } from '../search/ranking-data.ts';
import { at, newPage, watch } from './browser.ts';
import { curriculum, read, roadmap } from './the-roadmap.ts';

const file = path.join(roadmap.root, 'content/coverage.yaml');
const promised: Coverage = coverageSchema.parse(existsSync(file) ? parse(readFileSync(file, 'utf8')) : { pages: {} });
const tracks = Object.entries(promised.tracks);
const opening = promised.searches.flatMap((search) => ('opens' in search ? [search] : []));
const offering = promised.searches.flatMap((search) => ('offers' in search ? [search] : []));
const lessons = new Map(lessonsOf(curriculum).map((lesson) => [lesson.slug, { ...lesson, sections: lesson.headings }]));

test('tracks show every promised item and tag, and their items lead to sections that exist', async ({ skip }) => {
  if (tracks.length === 0) skip('content/coverage.yaml promises no track.');
  const page = await newPage({ javaScriptEnabled: false });
  for (const [slug, { items, tags }] of tracks) {
    await page.goto(at(roadmap, `/tracks/${slug}/`));
    const links = new Map(
      await page
        .locator('main li > a')
        .evaluateAll((all) => all.map((a) => [a.textContent!.trim(), a.getAttribute('href')!] as const)),
    );
    expect(items.filter((item) => !links.has(item))).toEqual([]);
    const nowhere = [...links.values()].filter((href) => {
      const { pathname, hash } = new URL(href, roadmap.origin);
      const target = path.join(roadmap.folder, pathname.slice(roadmap.base.length), 'index.html');
      const id = decodeURIComponent(hash.slice(1));
      return !existsSync(target) || (id !== '' && !readFileSync(target, 'utf8').includes(`id="${id}"`));
    });
    expect(nowhere).toEqual([]);
    const text = await page.locator('main').innerText();
    for (const tag of tags) expect(text).toContain(tag);
  }
});

test('searches open the lesson or section that is promised, among the first three hits', async ({ skip }) => {
  if (opening.length === 0) skip('content/coverage.yaml promises no search that opens something.');
  const page = await newPage();
  const complaints = watch(page, roadmap.origin);
  await page.goto(at(roadmap, '/'));
  await page.keyboard.press('/');
  const input = page.locator('.search-dialog input');
  for (const { query, opens } of opening) {
    const reference = resolveReference(opens, lessons);
    const address = roadmap.base + (isReference(reference) ? reference.path : '');
    await input.fill('');
    await page.waitForFunction(() => document.querySelectorAll('.search-dialog li').length === 0);
    await input.fill(query);
    await expect
      .poll(
        async () => {
          const hits = await page
            .locator('.search-dialog li a')
            .evaluateAll((links) => links.slice(0, 3).map((link) => decodeURI(link.getAttribute('href')!)));
          return hits.some((hit) => hit === address || hit.startsWith(`${address}#`)) || hits;
        },
        { message: query },
      )
      .toBe(true);
  }
  expect(complaints).toEqual([]);
});

test('learners find what they want among the first three hits as often as promised', async ({ skip }) => {
  const { learners } = promised;
  if (!learners) skip('content/coverage.yaml promises nothing of what learners find.');
  const { tag, folder } = curriculum.language;
  const file = JSON.parse(read(path.posix.join(folder, 'search/ranking.json'))) as RankingFile;
  const ranking = await prepareRanking(file, loadStemmer(tag));
  const measured = measureQueries(ranking, learners!.queries, (reference) => wantedAddress(curriculum, reference));
  const missed = (isHeld: boolean) =>
    measured.filter(({ held, isFound }) => held === isHeld && !isFound).map(({ query, first }) => ({ query, first }));
  const of = (isHeld: boolean) => measured.filter(({ held }) => held === isHeld);
  expect(shareFound(of(false)), JSON.stringify(missed(false), null, 2)).toBeGreaterThanOrEqual(learners!.least);
  // What was missed of these is not told, so that nobody is led to tune to it.
  if (of(true).length > 0) expect(shareFound(of(true))).toBeGreaterThanOrEqual(learners!.leastHeld);
});

test('misspellings get the promised words and their hits', async ({ skip }) => {
  if (offering.length === 0) skip('content/coverage.yaml promises no search that offers other words.');
  const page = await newPage();
  await page.goto(at(roadmap, '/'));
  await page.keyboard.press('/');
  for (const { query, offers } of offering) {
    await page.locator('.search-dialog input').fill(query);
    await page.locator('.search-status strong', { hasText: offers }).waitFor();
    await page.locator('.search-dialog li a').first().waitFor();
  }
});
