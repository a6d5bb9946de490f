import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { at, newPage } from './browser.ts';
import { curriculum, data, read, roadmap } from './the-roadmap.ts';

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
    expect(await page.locator('.lesson-header dl').innerText()).toContain('Weekend, stage 1');
    const facts = page.locator('h2#gluten, .sl-heading-wrapper:has(> h2#gluten)').locator('xpath=following::p[1]');
    expect(await facts.first().innerText()).toMatch(/^Must know/);
    expect(await facts.first().innerText()).toContain('Weekend, stage 1');
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
