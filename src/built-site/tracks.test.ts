import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { curriculumFileSchema, type CurriculumFile } from '../machine-readable/curriculum-file.ts';
import { newPage } from './browser.ts';

const roadmap = inject('roadmap');
const small = inject('small');
const read = (file: string) => readFileSync(path.join(roadmap.folder, file), 'utf8');
const data = curriculumFileSchema.parse(JSON.parse(read('curriculum.json')));
const pathOf = (address: string) => new URL(address).pathname + new URL(address).hash;

interface Promised {
  tracks: Record<string, { stages: number; items: string[]; tags: string[] }>;
}
const promised = parse(readFileSync(new URL('../../content/coverage.yaml', import.meta.url), 'utf8')) as Promised;

describe('tracks', () => {
  for (const [slug, { items, tags }] of Object.entries(promised.tracks)) {
    test(`${slug}: every item stands on its page and leads to a section that exists`, async () => {
      const page = await newPage({ javaScriptEnabled: false });
      await page.goto(`${roadmap.origin}/tracks/${slug}/`);
      const links = new Map(
        await page
          .locator('main li > a')
          .evaluateAll((all) => all.map((a) => [a.textContent!.trim(), a.getAttribute('href')!] as const)),
      );
      expect(items.filter((item) => !links.has(item))).toEqual([]);
      const nowhere = [...links.values()].filter((href) => {
        const { pathname, hash } = new URL(href, roadmap.origin);
        const file = path.join(roadmap.folder, pathname, 'index.html');
        return !existsSync(file) || (hash !== '' && !readFileSync(file, 'utf8').includes(`id="${hash.slice(1)}"`));
      });
      expect(nowhere).toEqual([]);
      const text = await page.locator('main').innerText();
      for (const tag of tags ?? []) expect(text).toContain(tag);
    });
  }

  test('of a calendar show it as a timeline whose stages are links', async () => {
    const page = await newPage();
    await page.goto(`${roadmap.origin}/tracks/twelve-months/`);
    const bars = page.locator('.timeline .bar');
    expect(await bars.count()).toBe(5);
    // Later stretches start further to the right.
    const starts = await bars.evaluateAll((all) => all.map((bar) => getComputedStyle(bar).backgroundPositionX));
    expect(new Set(starts).size).toBe(5);
    await page.locator('.timeline a').last().click();
    await page.waitForURL('**/tracks/twelve-months/#continuous-growth-stay-current');
  });

  test('are named on the lessons and topics they lead to', async () => {
    const page = await newPage();
    await page.goto(`${roadmap.origin}/phases/caching/`);
    expect(await page.locator('.lesson-header dl').innerText()).toContain('8 stages, stage 7');
    const facts = page.locator('h2#redis, .sl-heading-wrapper:has(> h2#redis)').locator('xpath=following::p[1]');
    expect(await facts.first().innerText()).toMatch(/^Must know/);
    expect(await facts.first().innerText()).toContain('12 months, stage 5');
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
      await page.goto(`${roadmap.origin}/map/`);
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
    await page.goto(`${roadmap.origin}/map/`);
    const node = page.locator('#map a[data-node="caching"]');
    await node.focus();
    const edge = page.locator('#map [data-ends~="caching"]').first();
    expect(await edge.evaluate((path) => getComputedStyle(path).strokeWidth)).toBe('2.5px');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/phases/caching/');
  });

  test('in words names what each phase needs and opens', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${roadmap.origin}/map/`);
    const entry = page.locator('ol > li').filter({ has: page.locator('p > a', { hasText: /^Caching$/ }) });
    expect(await entry.innerText()).toMatch(/Caching[\s\S]*Needs[\s\S]*APIs[\s\S]*Opens/);
  });

  test('is the fork’s own', () => {
    const html = readFileSync(path.join(small.folder, 'map/index.html'), 'utf8');
    expect(html).toContain('data-ends="flour dough"');
    expect(html).toContain('href="/roadmap/phases/dough/"');
  });
});

describe('for machines', () => {
  const file: CurriculumFile = data;

  test('curriculum.json names only addresses that exist, and its schema is published', () => {
    const addresses = [
      ...[...file.phases, ...file.supplements].flatMap((one) => [
        one.url,
        one.markdown,
        ...one.topics.map((topic) => topic.url),
      ]),
      ...file.tracks.flatMap((track) => [
        track.url,
        ...track.stages.flatMap((stage) => stage.items.map((item) => item.url)),
      ]),
      ...file.projects.map((project) => project.url),
    ];
    const missing = addresses.filter((address) => {
      const { pathname } = new URL(address);
      return !existsSync(path.join(roadmap.folder, pathname, pathname.endsWith('/') ? 'index.html' : ''));
    });
    expect(missing).toEqual([]);
    expect(new URL(file.$schema).pathname).toBe('/curriculum.schema.json');
    expect(JSON.parse(read('curriculum.schema.json'))).toMatchObject({ type: 'object', $id: file.$schema });
  });

  test('llms.txt lists the Markdown of every page, with code filled in and links in full', () => {
    const text = read('llms.txt');
    for (const phase of file.phases) expect(text).toContain(phase.markdown);
    const markdown = read('phases/caching.md');
    expect(markdown).toMatch(/^# Caching\n\n> /);
    expect(markdown).toMatch(/```java\n[^`\n]/);
    expect(markdown).not.toMatch(/^import |<Checkpoint|sample="|\]\(\//m);
    expect(globSync('**/*.md', { cwd: roadmap.folder }).length).toBeGreaterThan(
      file.phases.length + file.supplements.length,
    );
  });

  test('the feed tells the changes, and every page points to it', async () => {
    expect(read('changes.xml')).toMatch(/<rss[\s\S]*<item>[\s\S]*<link>https:/);
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${roadmap.origin}/phases/caching/`);
    expect(await page.locator('link[type="application/rss+xml"]').getAttribute('href')).toBe('/changes.xml');
    expect(await page.locator('link[type="text/markdown"]').getAttribute('href')).toBe('/phases/caching.md');
  });
});
