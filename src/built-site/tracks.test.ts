import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
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
    // Nothing to press that needs a script.
    expect(await page.locator('[data-follow]').isVisible()).toBe(false);
  });

  test('lead once they are chosen, over pages, and no longer when the reader stops', async () => {
    const page = await newPage();
    const complaints = watch(page, small.origin);
    await page.goto(at(small, '/tracks/weekend/'));
    await page.getByRole('button', { name: 'Follow this track' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stop following');
    await page.getByRole('link', { name: 'Go on' }).click();
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
    expect(await page.locator('.links [data-track-place]').innerText()).toContain('Weekend 1/2');
    for (const [next, stage] of [
      ['**/phases/dough/#kneading', 'stage 1 of 2'],
      ['**/phases/baking/', 'stage 2 of 2'],
    ] as const) {
      await page.locator('a[rel=next]').click();
      await page.waitForURL(next);
      await place.getByText(stage).waitFor();
    }
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
  const edges = data.phases.flatMap((phase) => phase.prerequisites.map((before) => `${before} ${phase.slug}`)).sort();

  for (const [name, width, id] of [
    ['wide', 1280, 'map'],
    ['for a phone', 390, 'map-column'],
  ] as const) {
    test(`${name} has one node a phase and every edge, and fits its screen`, async () => {
      const page = await newPage({ viewport: { width, height: 900 } });
      await page.goto(at(roadmap, '/map/'));
      const picture = page.locator(`#${id}`);
      const paths = await picture.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(paths).toEqual(data.phases.map((phase) => pathOf(phase.url)));
      const drawn = await picture
        .locator('[data-ends]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-ends')!));
      expect(drawn.sort()).toEqual(edges);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const smallest = await picture.evaluate((svg: SVGSVGElement) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return Math.min(
          ...[...svg.querySelectorAll('tspan')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * scale),
        );
      });
      expect(smallest).toBeGreaterThanOrEqual(10);
      const box = await picture
        .locator('a')
        .last()
        .evaluate((a: SVGAElement) => {
          const [outer, inner] = [
            a.querySelector('rect')!.getBoundingClientRect(),
            a.querySelector('text')!.getBoundingClientRect(),
          ];
          return inner.right <= outer.right && inner.bottom <= outer.bottom;
        });
      expect(box).toBe(true);
    });
  }

  test('opens a phase by keyboard, and lights its edges', async () => {
    const page = await newPage();
    await page.goto(at(small, '/map/'));
    const node = page.locator('#map a[data-node="dough"]');
    await node.focus();
    const edge = page.locator('#map [data-ends~="dough"]').first();
    expect(await edge.evaluate((path) => getComputedStyle(path).strokeWidth)).toBe('2.5px');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/phases/dough/');
  });

  test('in words names what each phase needs and opens', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(at(small, '/map/'));
    const entry = page.locator('ol > li').filter({ has: page.locator('p > a', { hasText: /^Dough$/ }) });
    expect(await entry.innerText()).toMatch(/Dough[\s\S]*Needs[\s\S]*Flour[\s\S]*Opens/);
  });

  test('is the fork’s own', () => {
    const html = readFileSync(path.join(small.folder, 'map/index.html'), 'utf8');
    expect(html).toContain('data-ends="flour dough"');
    expect(html).toContain('href="/roadmap/phases/dough/"');
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
      expect(markdown, lesson.slug).not.toMatch(/^import \{|^<Checkpoint|^```.* sample="|\]\(\/(?!\/)/m);
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
