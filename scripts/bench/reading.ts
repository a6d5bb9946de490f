/**
 * `npm run bench -- reading`: how the same pages read here, in stock Starlight with rehype-mermaid, in VitePress with
 * vitepress-plugin-mermaid and in Docusaurus with its theme for Mermaid: one server, one browser, one run, in turns.
 */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { launchChromium } from '../../src/browser/chromium.ts';
import { serveSite, type RunningSite } from '../../src/build/serve.ts';
import { readingFile, type ReadingFigures, type ReadingSpeed } from '../../src/make-it-yours/reading-speed.ts';
import { repository } from '../run-program.ts';
import { buildPeer, peers } from './peers.ts';
import { sourcePages, writeAsRoadmap, writeAsStarlight, type SourcePage } from './source-pages.ts';

/** What a line carries, and how many times slower the processor is. */
const lines = {
  fast: { latency: 20, downloadThroughput: 2_500_000, uploadThroughput: 1_250_000, slowdown: 1 },
  slow: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000, slowdown: 4 },
};

interface Site {
  name: string;
  running: RunningSite;
  address: (slug: string) => string;
  search: Search;
}

/** How a reader opens the search of a site and asks it. */
interface Search {
  open: (page: Page) => Promise<void>;
  field: string;
  hit: string;
}

const click = (selector: string) => (page: Page) => page.locator(selector).first().click();

/** @param words `--runs 3`; `--pages 5`, how many of the 25 pages are visited; `--write` for the page of the site */
export async function bench(words: string[]): Promise<void> {
  const option = (name: string, usual: number) =>
    words.includes(`--${name}`) ? Number(words[words.indexOf(`--${name}`) + 1]) : usual;
  const runs = option('runs', 3);
  const count = option('pages', 5);
  const pages = await sourcePages();
  const visited = Array.from({ length: count }, (_, index) => pages[Math.floor((index * pages.length) / count)]!.slug);
  const sites = await buildAll(pages);
  const browser = await launchChromium();
  const figures: ReadingFigures[] = [];
  try {
    for (const line of ['fast', 'slow'] as const) {
      const visits = new Map<string, Visit[]>(sites.map(({ name }) => [name, []]));
      const searches = new Map<string, number[]>(sites.map(({ name }) => [name, []]));
      for (let run = 0; run < runs; run += 1) {
        for (const slug of visited)
          for (const site of sites) visits.get(site.name)!.push(await visit(browser, site, slug, line));
        for (const site of sites) searches.get(site.name)!.push(await firstSearch(browser, site, visited[0]!, line));
        console.log(`${line} line, run ${run + 1} of ${runs}`);
      }
      for (const { name } of sites) {
        const own = visits.get(name)!;
        const of = (key: keyof Visit) => median(own.map((one) => one[key]));
        figures.push({
          name,
          line,
          html: of('html'),
          styles: of('styles'),
          script: of('script'),
          fonts: of('fonts'),
          other: of('other'),
          requests: of('requests'),
          firstPaint: of('firstPaint'),
          largestPaint: of('largestPaint'),
          diagram: of('diagram'),
          blocked: of('blocked'),
          shift: of('shift'),
          search: median(searches.get(name)!),
        });
      }
      console.table(
        Object.fromEntries(
          figures.filter((one) => one.line === line).map(({ name, line: _, ...rest }) => [name, rest]),
        ),
      );
    }
  } finally {
    await browser.close();
    for (const { running } of sites) running.server.close();
  }
  if (!words.includes('--write')) return;
  const speed: ReadingSpeed = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} processors (${cpus()[0]!.model.trim()}), Chromium ${browser.version()}`,
    pages: count,
    runs,
    versions: `VitePress ${peers.vitepress.packages.vitepress}, Docusaurus ${peers.docusaurus.packages['@docusaurus/core']}`,
    figures,
  };
  writeFileSync(readingFile, `${JSON.stringify(speed, null, 2)}\n`);
}

/** Builds and serves the four sites. Packages of the peers stay for the next run. */
async function buildAll(pages: readonly SourcePage[]): Promise<Site[]> {
  const folder = path.join(repository, '.astro/bench-reading');
  const [ours, stock] = [path.join(folder, 'ours'), path.join(folder, 'stock')];
  for (const root of [ours, stock]) rmSync(root, { recursive: true, force: true });
  writeAsRoadmap(pages, ours);
  writeAsStarlight(pages, stock);
  await build(['scripts/astro.ts', 'build'], { ROADMAP_ROOT: ours, ROADMAP_OUTPUT: path.join(ours, 'dist') });
  await build(['node_modules/astro/bin/astro.mjs', 'build', '--root', stock], {});
  const site = async (name: string, built: string, ending: string, search: Search): Promise<Site> => {
    const running = await serveSite(built, '/', 0);
    return { name, running, address: (slug) => `${running.origin}/phases/${slug}${ending}`, search };
  };
  return [
    await site('this generator', path.join(ours, 'dist'), '/', {
      open: click('site-search button'),
      field: '.search-dialog input',
      hit: '.search-dialog ol a',
    }),
    await site('Starlight', path.join(stock, 'dist'), '/', {
      open: click('site-search button[data-open-modal]'),
      field: '.pagefind-ui__search-input',
      hit: '.pagefind-ui__result-link',
    }),
    await site('VitePress', await buildPeer(peers.vitepress, pages, path.join(folder, 'vitepress')), '.html', {
      open: click('#local-search button, .VPNavBarSearch button'),
      field: '.VPLocalSearchBox .search-input',
      hit: '.VPLocalSearchBox .results .result',
    }),
    await site('Docusaurus', await buildPeer(peers.docusaurus, pages, path.join(folder, 'docusaurus')), '/', {
      open: click('input.navbar__search-input'),
      field: 'input.navbar__search-input',
      hit: '[class*=dropdownMenu] [class*=hitWrapper], [class*=dropdownMenu] [class*=suggestion]',
    }),
  ];
}

async function build(words: string[], environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, words, {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`\`${words.join(' ')}\` ended with ${status}.`);
}

/** Bytes as sent; times in ms from the start of the visit. */
interface Visit {
  html: number;
  styles: number;
  script: number;
  fonts: number;
  other: number;
  requests: number;
  firstPaint: number;
  largestPaint: number;
  /** Until the first diagram is drawn and has its size. */
  diagram: number;
  /** What long tasks take beyond 50 ms each, up to three seconds after the diagram. */
  blocked: number;
  /** Cumulative layout shift, without a unit. */
  shift: number;
}

const kindOf: Record<string, 'html' | 'styles' | 'script' | 'fonts'> = {
  document: 'html',
  stylesheet: 'styles',
  script: 'script',
  font: 'fonts',
};

async function visit(browser: Browser, site: Site, slug: string, line: keyof typeof lines): Promise<Visit> {
  const page = await freshPage(browser, line);
  const bytes = { html: 0, styles: 0, script: 0, fonts: 0, other: 0, requests: 0 };
  const counted: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith('http')) return;
    bytes.requests += 1;
    const kind = kindOf[request.resourceType()] ?? 'other';
    counted.push(request.sizes().then(({ responseBodySize }) => void (bytes[kind] += responseBodySize)));
  });
  await page.addInitScript(watchPaints);
  await page.goto(site.address(slug));
  await page.waitForFunction(() => (window as unknown as Watched).watched.diagram > 0);
  // A generator that loads its next pages ahead may not come to rest on a slow line.
  await page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => undefined);
  await page.waitForTimeout(3000);
  const watched = await page.evaluate(() => (window as unknown as Watched).watched);
  await Promise.all(counted);
  await page.context().close();
  return { ...bytes, ...watched };
}

interface Watched {
  watched: Pick<Visit, 'firstPaint' | 'largestPaint' | 'diagram' | 'blocked' | 'shift'>;
}

/** Runs in the page before its own scripts. A diagram is a picture of more than 80 by 40 pixels within the text. */
function watchPaints(): void {
  const watched: Watched['watched'] = { firstPaint: 0, largestPaint: 0, diagram: 0, blocked: 0, shift: 0 };
  (window as unknown as Watched).watched = watched;
  const observe = <E extends PerformanceEntry>(type: string, note: (entry: E) => void) =>
    new PerformanceObserver((list) => (list.getEntries() as E[]).forEach(note)).observe({ type, buffered: true });
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') watched.firstPaint = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => (watched.largestPaint = entry.startTime));
  observe('longtask', (entry) => (watched.blocked += Math.max(0, entry.duration - 50)));
  observe<PerformanceEntry & { value: number; hadRecentInput: boolean }>('layout-shift', (entry) => {
    if (!entry.hadRecentInput) watched.shift += entry.value;
  });
  const look = () => {
    const drawn = [...document.querySelectorAll<SVGElement | HTMLImageElement>('main svg, main img')].some((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 80 && height > 40 && (!(one instanceof HTMLImageElement) || one.complete);
    });
    // A mark of first paint comes before the frame that shows a diagram is on the screen.
    if (drawn && performance.getEntriesByName('first-contentful-paint').length > 0) watched.diagram = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** From opening the search, with its words typed at once, until the first hit stands, in ms. */
async function firstSearch(browser: Browser, site: Site, slug: string, line: keyof typeof lines): Promise<number> {
  const page = await freshPage(browser, line);
  await page.goto(site.address(slug));
  await page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => undefined);
  const start = performance.now();
  await site.search.open(page);
  await page.locator(site.search.field).first().fill('request');
  await page.locator(site.search.hit).first().waitFor();
  const took = performance.now() - start;
  await page.context().close();
  return took;
}

/** A page of a profile that has nothing yet. */
async function freshPage(browser: Browser, line: keyof typeof lines): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const { slowdown, ...network } = lines[line];
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!;
