import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, inject, test } from 'vitest';
import { openCurriculum } from '../curriculum/load.ts';
import { lessonsOf } from '../curriculum/model/model.ts';
import { siteIcon } from '../site/site-icon.ts';
import { at, newPage } from './browser.ts';
import type { Site } from './build-and-serve.ts';
import { curriculum } from './the-roadmap.ts';

const forks = { small: inject('small'), bare: inject('bare') };
const read = ({ folder }: Site, file: string) => readFileSync(path.join(folder, file), 'utf8');
const pages = ({ folder }: Site) => globSync('**/*.html', { cwd: folder });

/**
 * What may be seen of the roadmap of this repository, and of no other. Names of one word are left out, because the
 * pages about forking may use them in their examples.
 */
function signsOfUpstream(): string[] {
  const { site, tracks, projects } = curriculum;
  const words = site.title.split(/\s+/);
  return [
    ...(words.length > 2 ? [site.title, words.join('-').toLowerCase()] : []),
    ...(site.description.length > 30 ? [site.description] : []),
    new URL(site.url).host,
    ...(site.repository ? [site.repository] : []),
    ...[...lessonsOf(curriculum), ...tracks, ...projects]
      .map((one) => one.path.replace(/#.*/, ''))
      .filter((address) => address.includes('-')),
  ];
}

for (const [name, site] of Object.entries(forks)) {
  describe(`the ${name} roadmap`, () => {
    test('shows nothing of the roadmap of this repository', ({ skip }) => {
      const own = openCurriculum(site.root);
      if (own.site.title === curriculum.site.title) skip('It is the roadmap of this repository.');
      const signs = signsOfUpstream();
      const count = new RegExp(`\\b${curriculum.phases.length} (?:phases|lessons)\\b`);
      const texts = globSync('**/*.{html,json,js,css,xml,txt,md,svg}', { cwd: site.folder });
      expect(texts.length).toBeGreaterThan(10);
      for (const file of texts) {
        const text = read(site, file);
        expect(
          signs.filter((sign) => text.includes(sign)),
          file,
        ).toEqual([]);
        if (own.phases.length !== curriculum.phases.length) expect(text, file).not.toMatch(count);
      }
    });

    test('has an icon of its own, and a social card only if it brings one', () => {
      const brought = path.join(site.root, 'public/favicon.svg');
      const { site: settings } = openCurriculum(site.root);
      expect(read(site, 'favicon.svg')).toBe(existsSync(brought) ? readFileSync(brought, 'utf8') : siteIcon(settings));
      expect(existsSync(path.join(site.folder, 'card.png'))).toBe(false);
      expect(read(site, 'index.html')).not.toContain('og:image');
    });

    test('names itself in the title and description of every page', () => {
      const { site: settings } = openCurriculum(site.root);
      for (const file of pages(site)) {
        const tree = fromHtml(read(site, file));
        expect(toText(select('title', tree)!), file).toContain(settings.title);
        const canonical = select('link[rel=canonical]', tree)?.properties.href;
        if (canonical !== undefined) expect(String(canonical), file).toMatch(`${settings.url}${site.base}/`);
      }
    });

    test('has headers for hosts, under its base path', () => {
      expect(read(site, '_headers')).toContain(`${site.base}/_astro/*\n  Cache-Control: public, max-age=31536000`);
    });
  });
}

describe('data of the small roadmap', () => {
  const { small } = forks;

  test('are text wherever they are shown', () => {
    const lesson = read(small, 'phases/fermentation/index.html');
    expect(lesson).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    for (const file of pages(small)) {
      const tree = fromHtml(read(small, file));
      const texts = selectAll('script', tree).map((element) => toText(element));
      expect(texts, file).not.toContain('alert(1)');
      expect(
        selectAll('a[href]', tree).filter((link) => /^\s*javascript:/i.test(String(link.properties.href))),
        file,
      ).toEqual([]);
    }
    expect(toText(select('h1', fromHtml(read(small, 'tracks/weekend/index.html')))!)).toBe('A weekend <b>loaf</b>');
  });

  test('count its own phases', () => {
    expect(toText(fromHtml(read(small, 'phases/shaping/index.html')))).toContain('Phase 4 of 5');
    expect(toText(fromHtml(read(forks.bare, 'phases/bowline/index.html')))).toContain('Phase 1 of 1');
  });

  test('show code of its own language', () => {
    const text = toText(fromHtml(read(small, 'phases/dough/index.html')));
    expect(text).toContain('return water / flour');
    expect(text).toContain('70%');
  });
});

test('the pages about forking are there for those who list them, and for no other', () => {
  expect(existsSync(path.join(forks.small.folder, 'make-it-yours/fields/index.html'))).toBe(true);
  expect(existsSync(path.join(forks.bare.folder, 'make-it-yours'))).toBe(false);
});

test('the guide shows boxes, heading links and readable buttons, as lessons do', async () => {
  const page = await newPage();
  await page.goto(at(forks.small, '/make-it-yours/components/'));
  await page.locator('.starlight-aside--caution', { hasText: 'Say the symptom' }).waitFor();
  expect(await page.locator('#boxes + .sl-anchor-link').count()).toBe(1);
  const [ink, text] = await page
    .locator('.sl-link-button')
    .evaluate((button) => [button, button.closest('p, div')!].map((element) => getComputedStyle(element).color));
  expect(ink).not.toBe(text);
});
