import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { inject, expect, test } from 'vitest';
import type { Site } from './build-and-serve.ts';
import { at, newPage } from './browser.ts';
import { lessonWith } from './the-roadmap.ts';
import { fontLimits, limits, type Kind } from './weights.ts';

const small = inject('small');

/** A file of the site that a page has loaded. */
interface Loaded {
  kind: Kind | 'other';
  /** Its path, without the letters that stand for its content. */
  name: string;
  bytes: number;
}

/** Paths of what a first visit asks for until nothing more comes, or of what is asked for after that. */
async function askedBy(address: string, then?: (page: Awaited<ReturnType<typeof newPage>>) => Promise<void>) {
  const page = await newPage();
  const asked = new Set<string>();
  page.on(
    'request',
    (request) => void (request.url().startsWith('http') && asked.add(new URL(request.url()).pathname)),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  const first = new Set(asked);
  if (then) {
    await then(page);
    await page.waitForLoadState('networkidle');
  }
  await page.close();
  return [...(then ? asked.difference(first) : asked)];
}

/** What files weigh; texts as they are sent, compressed as `npm start` does it (src/build/serve.ts). */
const weighed = (site: Site, paths: readonly string[]): Loaded[] =>
  paths.map((asked) => {
    const kind = kindOf(asked);
    const file = path.join(
      site.folder,
      decodeURIComponent(asked.slice(site.base.length)),
      asked.endsWith('/') ? 'index.html' : '',
    );
    const content = readFileSync(file);
    const bytes = /\.(?:html|css|js|json|svg)$/.test(file)
      ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
      : content.length;
    return { kind, name: asked.replace(/\.[\w-]{8}(?=\.\w+$)/, ''), bytes };
  });

function kindOf(asked: string): Loaded['kind'] {
  if (asked.endsWith('/') || asked.endsWith('.html')) return 'html';
  const ending = /\.(\w+)$/.exec(asked)?.[1] ?? '';
  if (/^(?:css|js|woff2)$/.test(ending))
    return ({ css: 'styles', js: 'script', woff2: 'fonts' } as const)[ending as 'css'];
  return /^(?:json|pf_\w+|pagefind|wasm)$/.test(ending) ? 'data' : 'other';
}

/** Each kind that weighs more than it may, with its files, the heaviest first. */
function excess(page: string, loaded: readonly Loaded[]): string[] {
  const most = limits[page];
  if (!most) return [`${page} has no limits in src/built-site/weights.ts`];
  return (Object.keys(most) as Kind[]).flatMap((kind) => {
    const files = loaded.filter((file) => file.kind === kind).toSorted((one, other) => other.bytes - one.bytes);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes <= most[kind]) return [];
    const list = files.slice(0, 6).map(({ name, bytes: own }) => `${name} ${own}`);
    return [`${page}: ${kind} ${bytes} bytes, ${bytes - most[kind]} more than the limit: ${list.join(', ')}`];
  });
}

test.each([
  ['home', '/'],
  ['lesson', '/phases/fermentation/'],
  ['map', '/map/'],
])('a first visit of the %s loads no more than its limits', async (name, page) => {
  expect(excess(name, weighed(small, await askedBy(at(small, page))))).toEqual([]);
});

test('opening the search and asking it loads no more than its limits', async () => {
  const asked = await askedBy(at(small, '/phases/fermentation/'), async (page) => {
    await page.keyboard.press('/');
    await page.locator('.search-dialog input').fill('flour');
    await page.locator('.search-dialog li a').first().waitFor();
  });
  expect(excess('search', weighed(small, asked))).toEqual([]);
});

test('a lesson asks for the fonts of its first lines ahead, and loads no letters that it does not have', async (context) => {
  const address = lessonWith(
    context,
    'text in English letters and code',
    /<html[^>]* lang="en/,
    /class="expressive-code/,
  );
  const page = await newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const { ahead, all, foreign } = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const fonts = entries.filter(({ name }) => name.endsWith('.woff2'));
    const early = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(({ href }) => href);
    const sum = (some: PerformanceResourceTiming[]) =>
      some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    return {
      ahead: sum(fonts.filter(({ name }) => early.includes(name))),
      all: sum(fonts.filter(({ name }) => !/-latin/.test(name))),
      foreign: /[^\u0000-\u007f\u2000-\u2bff]/.test(document.body.innerText)
        ? []
        : fonts.filter(({ name }) => /-latin/.test(name)).map(({ name }) => name),
    };
  });
  await page.close();
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThanOrEqual(fontLimits.early);
  expect(all).toBeLessThanOrEqual(fontLimits.all);
  expect(foreign).toEqual([]);
});
