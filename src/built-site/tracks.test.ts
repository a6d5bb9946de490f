import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { reduce } from '../curriculum/model/graph.ts';
import { at, newPage, watch } from './browser.ts';
import { curriculum, data, longestLesson, read, roadmap } from './the-roadmap.ts';

const small = inject('small');
const pathOf = (address: string) => new URL(address).pathname + new URL(address).hash;

describe('tracks', () => {
  test('of a calendar show it as a timeline whose stages are links', async ({ skip }) => {
    const track = data.tracks.find(({ timeline }) => timeline.length > 1) ?? skip('No track has a calendar.');
    const page = await newPage();
    await page.goto(roadmap.origin + pathOf(track.url));
    const bars = page.locator('.timeline .bar');
    expect(await bars.count()).toBe(track.timeline.length);
    // Later stretches start further to the right.
    const starts = await bars.evaluateAll((all) => all.map((bar) => getComputedStyle(bar).backgroundPositionX));
    expect(new Set(starts).size).toBe(new Set(track.timeline.map(({ months }) => months.first)).size);
    await page.locator('.timeline a').last().click();
    await page.waitForURL((url) => track.stages.some((stage) => pathOf(stage.url) === url.pathname + url.hash));
  });

  test('are named on the lessons and topics they lead to', async () => {
    const page = await newPage();
    await page.goto(at(small, '/phases/flour/'));
    await page.locator('.lesson-header summary').click();
    expect(await page.locator('.lesson-header .fact-rows').innerText()).toContain('Weekend, stage 1');
    const facts = page.locator('[data-topic="flour/gluten"]');
    expect(await facts.innerText()).toMatch(/^Must know\s+\d+ min/);
    await facts.locator('summary').click();
    expect(await facts.innerText()).toContain('Weekend, stage 1');
  });

  test('name each lesson of a stage once, and have neighbors and a place in the sidebar', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/tracks/weekend/'));
    expect(await page.locator('main .lesson').allInnerTexts()).toEqual(['Flour', 'Dough', 'Baking']);
    expect(await page.locator('#starlight__sidebar [aria-current=page]').innerText()).toBe('A weekend <b>loaf</b>');
    expect(await page.locator('a[rel=prev]').getAttribute('href')).toBe('/roadmap/tracks/');
    expect(await page.locator('a[rel=next]').getAttribute('href')).toBe('/roadmap/tracks/month/');
    // A page of the first group stands above the first phase; before that one comes home.
    await page.goto(at(small, '/ar/phases/flour/'));
    expect(await page.locator('a[rel=prev]').getAttribute('href')).toBe('/roadmap/ar/');
    // Nothing to press that needs a script.
    expect(await page.locator('[data-follow]').isVisible()).toBe(false);
  });

  test('lead once they are chosen, over pages, and no longer when the reader stops', async () => {
    // In the header the place takes what room the links leave.
    const page = await newPage({ viewport: { width: 1680, height: 900 } });
    const complaints = watch(page, small.origin);
    await page.goto(at(small, '/tracks/weekend/'));
    await page.getByRole('button', { name: 'Follow this track' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stop following');
    await page.getByRole('link', { name: 'Go on', exact: true }).click();
    await page.waitForURL('**/phases/flour/#gluten');
    const place = page.locator('.lesson-header .place');
    await place.getByText('Weekend, stage 1 of 2').waitFor();
    const groups = page.locator('#starlight__sidebar .top-level > li:visible > details > summary');
    expect(await groups.allInnerTexts()).toEqual([
      'Start',
      '1. Friday',
      '2. Sunday',
      'Beside the dough',
      'For bakers of sites',
    ]);
    expect(await page.locator('.links [data-track-place]').innerText()).toContain('Stage 1 of 2');
    for (const [next, stage] of [
      ['**/phases/dough/#kneading', 'stage 1 of 2'],
      ['**/phases/baking/', 'stage 2 of 2'],
    ] as const) {
      await page.locator('a[rel=next]').click();
      await page.waitForURL(next);
      await place.getByText(stage).waitFor();
    }
    // A lesson outside the track says so, and the home page how to go on.
    const menu = page.locator('.site-parts [data-track-place]');
    await page.goto(at(small, '/supplements/ovens/'));
    await place.getByRole('link', { name: 'Not in your track: back to stage 2' }).waitFor();
    await page.goto(at(small, '/'));
    await page.getByRole('link', { name: 'Following Weekend: go on with “Baking”' }).click();
    await page.waitForURL('**/phases/baking/');
    await place.getByText('stage 2 of 2').waitFor();
    expect(await menu.textContent()).toContain('Weekend, stage 2 of 2');
    // The track ends here.
    expect(await page.locator('a[rel=next]').isVisible()).toBe(false);
    expect(await page.locator('#starlight__sidebar [aria-current=page]:visible').innerText()).toBe('Baking');
    await page.goto(at(small, '/tracks/weekend/'));
    await page.getByRole('button', { name: 'Stop following' }).click();
    await page.locator('#starlight__sidebar summary', { hasText: 'Baking' }).waitFor();
    await page.goto(at(small, '/phases/flour/'));
    expect(await place.innerText()).toMatch(/^Phase 1 of 5/);
    expect(await page.locator('a[rel=next]').innerText()).toContain('Phase 2: Dough');
    expect(complaints).toEqual([]);
  });

  test('that nobody chose load nothing', async () => {
    const page = await newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(longestLesson(), { waitUntil: 'networkidle' });
    expect(asked.filter((one) => /\/tracks\/|follow-track/.test(one))).toEqual([]);
  });
});

describe('the map', () => {
  const lessons = [...data.phases, ...data.supplements];
  const needs = new Map(lessons.map(({ slug, prerequisites }) => [slug, prerequisites]));
  const edges = [...reduce(needs)].flatMap(([to, before]) => before.map((from) => `${from} ${to}`)).sort();
  const linesOf = (picture: Locator) =>
    picture
      .locator('.line')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-from')} ${one.getAttribute('data-to')}`));

  test('shows on each screen every lesson once, a line where no longer way says the same, and words that fit', async () => {
    const page = await newPage();
    for (const [id, width] of [
      ['map', 1280],
      ['map', 1920],
      ['map-medium', 820],
      ['map-column', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(at(roadmap, '/map/'));
      const picture = page.locator(`#${id}`);
      expect(await picture.isVisible(), `${id} at ${width}`).toBe(true);
      const paths = await picture.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
      expect(paths.sort()).toEqual(lessons.map((lesson) => pathOf(lesson.url)).sort());
      expect((await linesOf(picture)).sort()).toEqual(edges);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { smallest, share, crossed } = await picture.evaluate((svg: SVGSVGElement) => {
        const { width } = svg.getBoundingClientRect();
        const words = [...svg.querySelectorAll('tspan.title')].map((one) => one.getBoundingClientRect());
        // The middle of every line, in steps of a few pixels, against the words as they are painted.
        const crossed = [...svg.querySelectorAll<SVGPathElement>('.line')].filter((line) => {
          const place = line.getScreenCTM()!;
          return Array.from({ length: Math.ceil(line.getTotalLength() / 4) }, (_, step) =>
            line.getPointAtLength(step * 4).matrixTransform(place),
          ).some(({ x, y }) => words.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom));
        });
        return {
          smallest: (13 * width) / svg.viewBox.baseVal.width,
          // A map of few lessons is not blown up to fill a wide window.
          share: Math.max(width / innerWidth, width / svg.width.baseVal.value),
          crossed: crossed.length,
        };
      });
      expect(crossed, `lines through words at ${width}`).toBe(0);
      expect(smallest, `letters at ${width}`).toBeGreaterThanOrEqual(11);
      if (id === 'map') expect(share, `width of the picture at ${width}`).toBeGreaterThan(0.85);
    }
  });

  test('lights up by pointer, keyboard and finger what a lesson needs and opens, and opens it', async () => {
    const page = await newPage();
    await page.goto(at(small, '/map/'));
    const roles = (id: string) =>
      page
        .locator(`#${id} a[data-role]`)
        .evaluateAll((all) =>
          Object.fromEntries(all.map((one) => [one.getAttribute('data-lesson')!, one.getAttribute('data-role')!])),
        );
    const lit = { flour: 'needs', dough: 'here', fermentation: 'opens' };
    await page.locator('#map a[data-lesson="dough"] .mark').hover();
    expect(await roles('map')).toMatchObject(lit);
    expect(await page.locator('roadmap-map .card').innerText()).toMatch(/Dough[\s\S]*Needs[\s\S]*Flour/);
    await page.keyboard.press('Escape');
    expect(await roles('map')).toEqual({});
    await page.locator('#map a[data-lesson="flour"]').focus();
    await page.keyboard.press('Tab');
    expect(await roles('map')).toMatchObject(lit);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/phases/dough/');

    const phone = await newPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.goto(at(small, '/map/'));
    const station = phone.locator('#map-column a[data-lesson="dough"]');
    await station.tap();
    expect(await station.getAttribute('data-role')).toBe('here');
    expect(new URL(phone.url()).pathname).toBe('/roadmap/map/');
    await station.tap();
    await phone.waitForURL('**/phases/dough/');
  });

  test('shows a track without script, and a lesson whose state is known', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/map/'));
    const halo = (slug: string) =>
      page.locator(`#map a[data-lesson="${slug}"] .halo`).evaluate((one) => getComputedStyle(one).opacity);
    const track = 'weekend';
    const stop = await page.locator(`#map a[data-tracks~="${track}"]`).first().getAttribute('data-lesson');
    const other = await page.locator(`#map a:not([data-tracks~="${track}"])`).first().getAttribute('data-lesson');
    expect(await halo(stop!)).toBe('0');
    await page.locator(`#light-${track}`).check();
    expect(await halo(stop!)).toBe('1');
    expect(await halo(other!)).toBe('0');
    const fill = () => page.locator('#map a[data-lesson="dough"] .mark').evaluate((one) => getComputedStyle(one).fill);
    const open = await fill();
    await page.locator('#map a[data-lesson="dough"]').evaluate((one) => one.setAttribute('data-state', 'done'));
    expect(await fill()).not.toBe(open);

    const scripted = await newPage();
    await scripted.goto(at(small, '/map/'));
    const next = scripted.locator('#map a[data-lesson="dough"]');
    expect(await next.getAttribute('data-ready')).toBe(null);
    await scripted.locator('#map a[data-lesson="flour"]').evaluate((one) => one.setAttribute('data-state', 'done'));
    expect(await next.getAttribute('data-ready')).toBe('');
    expect(await next.getAttribute('aria-description')).toMatch(/^Ready/);
  });

  test('in words names what each lesson needs and opens', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/map/'));
    const entry = page.locator('li#station-dough');
    expect(await entry.innerText()).toMatch(/Dough[\s\S]*Needs[\s\S]*Flour[\s\S]*Opens/);
  });

  test('is the fork’s own', () => {
    const html = readFileSync(path.join(small.folder, 'map/index.html'), 'utf8');
    expect(html).toContain('data-from="flour" data-to="dough"');
    expect(html).toContain('href="/roadmap/phases/dough/"');
  });
});

describe('the home page', () => {
  test('says on its first screen what this is and where to press, beside a picture of its own', async () => {
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      const page = await newPage({ viewport: { width, height } });
      await page.goto(at(small, '/'));
      const low = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((one) => Math.round(one.getBoundingClientRect().bottom));
      expect(await low('h1'), `headline at ${width}`).toBeLessThan(height / 2);
      expect(await low('.actions a'), `first button at ${width}`).toBeLessThan(height * 0.75);
      const stations = await page
        .locator('.home-picture a[data-lesson]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(stations).toHaveLength(5);
      expect(stations).toContain('/roadmap/phases/dough/');
      expect(await page.locator('.home-picture p a').getAttribute('href')).toBe('/roadmap/map/');
      // The place of “continue where you left off” takes no room as long as it is empty.
      expect(await page.locator('[data-continue]').count()).toBe(1);
      expect(await page.locator('[data-continue]').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('keeps its picture away from the keyboard and from screen readers, which have the list', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/'));
    const picture = page.locator('.home-picture svg');
    expect(await picture.getAttribute('aria-hidden')).toBe('true');
    expect(await picture.locator('a:not([tabindex="-1"])').count()).toBe(0);
    expect(await page.locator('.parts a').count()).toBe(5);
  });
});

describe('for machines', () => {
  test('curriculum.json names only addresses that exist, and its schema is published', () => {
    const addresses = [
      ...[...data.phases, ...data.supplements].flatMap((one) => [
        one.url,
        one.markdown,
        ...one.topics.map((topic) => topic.url),
      ]),
      ...data.tracks.flatMap((track) => [
        track.url,
        ...track.stages.flatMap((stage) => stage.items.map((item) => item.url)),
      ]),
      ...data.projects.map((project) => project.url),
    ];
    const missing = addresses.filter((address) => {
      const { pathname } = new URL(address);
      const name = decodeURI(pathname.slice(roadmap.base.length));
      return !existsSync(path.join(roadmap.folder, name, pathname.endsWith('/') ? 'index.html' : ''));
    });
    expect(missing).toEqual([]);
    expect(new URL(data.$schema).pathname).toBe(`${roadmap.base}/curriculum.schema.json`);
    expect(JSON.parse(read('curriculum.schema.json'))).toMatchObject({ type: 'object', $id: data.$schema });
  });

  test('llms.txt lists the Markdown of every page, with code filled in and links in full', () => {
    const text = read('llms.txt');
    const lessons = [...data.phases, ...data.supplements];
    for (const lesson of data.phases) expect(text).toContain(lesson.markdown);
    expect(globSync('**/*.md', { cwd: roadmap.folder }).length).toBeGreaterThan(lessons.length);
    for (const lesson of lessons) {
      const markdown = read(pathOf(lesson.markdown).slice(roadmap.base.length));
      expect(markdown.startsWith(`# ${lesson.title}\n\n> `), lesson.slug).toBe(true);
      const prose = markdown
        .replace(/^[ >]*(`{3,}|~{3,})(?!.* sample=").*\n[^]*?^[ >]*\1$/gm, '')
        .replace(/(`+)[^`\n]+\1/g, '');
      expect(prose, lesson.slug).not.toMatch(/^import \{|^<Checkpoint|^```.* sample="|\]\(\/(?!\/)/m);
    }
    expect(readFileSync(path.join(small.folder, 'phases/dough.md'), 'utf8')).toMatch(/```python\n[^`\n]/);
  });

  test('the feed tells the changes, and every page points to it', async () => {
    expect(read('changes.xml')).toMatch(curriculum.changes.length ? /<rss[\s\S]*<item>[\s\S]*<link>https?:/ : /<rss/);
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/phases/dough/'));
    expect(await page.locator('link[type="application/rss+xml"]').getAttribute('href')).toBe('/roadmap/changes.xml');
    expect(await page.locator('link[type="text/markdown"]').getAttribute('href')).toBe('/roadmap/phases/dough.md');
  });
});
