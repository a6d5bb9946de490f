/**
 * The search of the finished site: bytes, first hit and longest block while typing; with `--quality` how often learners
 * find what they want; with `--pages` our search against stock Pagefind on the same pages, by size.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, globSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Browser, Page } from 'playwright';
import sirv from 'sirv';
import { parse } from 'yaml';
import { launchChromium } from '../../src/browser/chromium.ts';
import { coverageSchema } from '../../src/curriculum/checking/check-coverage.ts';
import { openCurriculum } from '../../src/curriculum/load.ts';
import { indexPages, rankingOf, readPages } from '../../src/search/index-integration.ts';
import { loadStemmer } from '../../src/search/load-stemmers.ts';
import { measureQueries, shareFound, wantedAddress, type Measured as MeasuredQuery } from '../../src/search/quality.ts';
import { prepareRanking } from '../../src/search/rank.ts';
import { repository } from '../run-program.ts';

/** 1.6 Mbit/s, 150 ms, a quarter of the processor: a phone on a slow line. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const slowdown = 4;
const query = 'circuit breaker';
const runs = 3;
/** From opening the search to the first letter, in ms. */
const opening = 2000;
const stockAddress = '/stock/';

interface Measured {
  /** From the last letter to the first hit that names the query, in ms, median. */
  first: number;
  /** The same words again, now that everything is there. */
  again: number;
  /** Bytes on the wire up to the first hit, from opening the search. */
  bytes: number;
}

/**
 * @param words `--quality`, or `--pages 25,250,2500` with the sizes; needs a finished `dist/`
 */
export async function bench(words: string[]): Promise<void> {
  if (words.includes('--quality')) return benchQuality();
  const at = words.indexOf('--pages');
  if (at < 0) return benchSite();
  await benchSizes(words[at + 1]?.split(',').map(Number) ?? [25, 250, 2500]);
}

const dist = path.join(repository, 'dist');

/** How often learners find what they want among the first three, by kind of query. */
async function benchQuality(): Promise<void> {
  const curriculum = openCurriculum(repository);
  const coverage = coverageSchema.parse(parse(readFileSync(path.join(repository, 'content/coverage.yaml'), 'utf8')));
  const [language] = readPages(dist, curriculum);
  const file = rankingOf(language!);
  const ranking = await prepareRanking(file, loadStemmer(curriculum.language.tag));
  const queries = coverage.learners?.queries ?? [];
  const measured = measureQueries(ranking, queries, (reference) => wantedAddress(curriculum, reference));
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const told = (some: MeasuredQuery[]) =>
    `${some.filter(({ isFound }) => isFound).length} of ${some.length} (${(shareFound(some) * 100).toFixed(1)} %)`;
  const row = (some: MeasuredQuery[]) => ({
    'tuned to': told(some.filter(({ held }) => !held)),
    'held back': told(some.filter(({ held }) => held)),
  });
  console.table({
    ...Object.fromEntries(kinds.map((kind) => [kind, row(measured.filter((one) => one.kind === kind))])),
    all: row(measured),
  });
  console.log(`The ranking file: ${Math.round(gzipSync(JSON.stringify(file)).length / 1000)} KB as sent`);
  for (const { query: asked, first } of measured.filter(({ isFound, held }) => !isFound && !held))
    console.log(`missed: “${asked}”, first is ${first[0] ?? 'nothing'}`);
}

/** Queries of the kinds that learners type; the first are answered by the ranking alone. */
const typedQueries = [
  'circuit breaker',
  'jwt or session',
  'connection refused',
  'why is my api slow',
  'kuberntes probes',
];

/** Bytes, first hit and longest block of queries on the finished site, each in a browser that has nothing yet. */
async function benchSite(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
  cpSync(dist, folder, { recursive: true });
  const { origin, server } = await serveCompressed(folder);
  const browser = await launchChromium();
  const lesson = path.posix.dirname(globSync('phases/*/index.html', { cwd: folder })[0]!.replaceAll('\\', '/'));
  const address = `${origin}${openCurriculum(repository).site.base.replace(/\/$/, '')}/${lesson}/`;
  const rows: Record<string, Record<string, number>> = {};
  for (const words of typedQueries) {
    const all: (TypedQuery & { block: number })[] = [];
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const typed = await typeQuery(await context.newPage(), address, words);
      const block = await longestTask(browser, await context.newPage(), address, words);
      all.push({ ...typed, block });
      await context.close();
    }
    const median = (key: keyof (typeof all)[number]) =>
      Math.round(all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(runs / 2)]!);
    rows[words] = {
      'KB after opening': median('opened') / 1000,
      'KB with the answer': median('bytes') / 1000,
      'first hit, ms': median('first'),
      'longest block while typing, ms': median('block'),
    };
  }
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
  console.log(`\n1.6 Mbit/s, 150 ms, ${slowdown} times slower, 80 ms a letter, median of ${runs}`);
  console.table(rows);
}

interface TypedQuery {
  /** Bytes two seconds after opening, and when the answer stands. */
  opened: number;
  bytes: number;
  /** From the last letter to the first hit, in ms. */
  first: number;
}

/**
 * Longest task of the page from the first letter until the answer stands, in ms of the processor, times the slowdown: so
 * what else the machine does is not counted.
 */
async function longestTask(browser: Browser, page: Page, address: string, words: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => customElements.get('site-search'));
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').waitFor();
  await page.waitForTimeout(opening);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await page.keyboard.type(words, { delay: 80 });
  await page.locator('.search-dialog ol a').first().waitFor();
  await page.waitForTimeout(1500);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && mains.has(`${pid} ${tid}`));
  return (tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000) * slowdown;
}

/** The parts of a trace that are read. @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Time of the thread, in millionths of a second. */
  tdur?: number;
  args?: { name?: string };
}

async function typeQuery(page: Page, address: string, words: string): Promise<TypedQuery> {
  await slowDown(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => customElements.get('site-search'));
  sent = 0;
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').waitFor();
  await page.waitForTimeout(opening);
  const opened = sent;
  await page.keyboard.type(words, { delay: 80 });
  const typed = Date.now();
  await page.locator('.search-dialog ol a').first().waitFor();
  const first = Date.now() - typed;
  await page.waitForTimeout(1500);
  return { opened, bytes: sent, first };
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

async function benchSizes(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
    cpSync(dist, folder, { recursive: true });
    const pages = makePages(folder, size);
    const ourAddress = `/${path.dirname(globSync('phases/*/index.html', { cwd: folder })[0]!)}/`;
    const rows: Record<string, Record<string, number | string>> = {};
    const ours = await measureWith(
      folder,
      () => indexOurs(folder),
      ourAddress,
      '.search-dialog input',
      '.search-dialog li a',
    );
    const stock = await measureWith(
      folder,
      () => indexStock(folder),
      stockAddress,
      '.pagefind-ui__search-input',
      '.pagefind-ui__result-link',
    );
    const row = ({ first, again, bytes }: Measured) => ({
      'first query, ms': Math.round(first),
      'again, ms': Math.round(again),
      'KB on the wire': Math.round(bytes / 1000),
    });
    rows['stock Pagefind with its UI'] = row(stock);
    rows.ours = row(ours);
    rows.ratio = {
      'first query, ms': (ours.first / stock.first).toFixed(2),
      'again, ms': (ours.again / stock.again).toFixed(2),
      'KB on the wire': (ours.bytes / stock.bytes).toFixed(2),
    };
    console.log(
      `\n${pages} pages, first query “${query}” two seconds after opening, 1.6 Mbit/s, 150 ms, ${slowdown} times slower`,
    );
    console.table(rows);
    rmSync(folder, { recursive: true });
  }
}

/** Leaves `count` lesson pages in the folder: the site’s own, then copies of them with words of their own. */
function makePages(folder: string, count: number): number {
  const own = globSync('phases/*/index.html', { cwd: folder }).sort();
  for (const file of globSync('**/*.html', { cwd: folder }))
    if (!own.includes(file) && !/^(?:search|404)/.test(file)) rmSync(path.join(folder, file));
  own.slice(count).forEach((file) => rmSync(path.join(folder, file)));
  for (let index = own.length; index < count; index += 1) {
    const source = readFileSync(path.join(folder, own[index % own.length]!), 'utf8');
    // Every copy has some words no other page has, as real pages do; the query stays rare.
    const text = source
      .replaceAll(/\bcircuit breaker/gi, `switch ${index}`)
      .replaceAll(/\b(order|database|service)\b/g, `$1${index % 97}`);
    const target = path.join(folder, `copies/${index}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, 'index.html'), text);
  }
  return count;
}

async function indexOurs(folder: string): Promise<void> {
  rmSync(path.join(folder, 'pagefind'), { recursive: true, force: true });
  await indexPages(folder, openCurriculum(repository));
}

async function indexStock(folder: string): Promise<void> {
  rmSync(path.join(folder, 'pagefind'), { recursive: true, force: true });
  for (const file of globSync('**/*.gz', { cwd: folder })) rmSync(path.join(folder, file));
  const { index } = await pagefind.createIndex();
  await index!.addDirectory({ path: folder });
  await index!.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await pagefind.close();
  mkdirSync(path.join(folder, 'stock'), { recursive: true });
  writeFileSync(
    path.join(folder, 'stock/index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script src="/pagefind/pagefind-ui.js"></script></head><body><div id="search"></div><script>new PagefindUI({ element: '#search', showSubResults: true });</script></body></html>`,
  );
}

async function measureWith(
  folder: string,
  makeIndex: () => Promise<void>,
  address: string,
  input: string,
  hit: string,
): Promise<Measured> {
  await makeIndex();
  const { origin, server } = await serveCompressed(folder);
  const browser = await launchChromium();
  const all: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    sent = 0;
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    all.push(await measure(page, origin + address, input, hit));
    await page.context().close();
  }
  await browser.close();
  server.close();
  const median = (key: keyof Measured) => all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(runs / 2)]!;
  return { first: median('first'), again: median('again'), bytes: median('bytes') };
}

/** Bytes of all answers so far; counted here, because a browser does not tell what its workers load. */
let sent = 0;

/** Serves a folder as hosts do, with text compressed. */
async function serveCompressed(folder: string): Promise<{ origin: string; server: Server }> {
  for (const file of globSync('**/*.{html,js,css,json}', { cwd: folder })) {
    const absolute = path.join(folder, file);
    writeFileSync(`${absolute}.gz`, gzipSync(readFileSync(absolute)));
  }
  const serve = sirv(folder, { gzip: true });
  const server = createServer((request, response) => {
    response.on('finish', () => (sent += Number(response.getHeader('content-length') ?? 0)));
    serve(request, response);
  });
  await new Promise<void>((done) => server.listen(0, done));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

async function measure(page: Page, address: string, input: string, hit: string): Promise<Measured> {
  await slowDown(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  if (address !== stockAddress) {
    // On a busy machine the network is idle before the scripts of the page have run.
    await page.waitForFunction(() => customElements.get('site-search'));
    sent = 0;
    await page.keyboard.press('/');
  }
  await page.locator(input).focus();
  await page.waitForTimeout(opening);
  /** Types letter by letter as a quick hand does, and waits in the page for the first hit after the last one. */
  const ask = (words: string) =>
    page.evaluate(
      async ([field, link, text]) => {
        const box = document.querySelector<HTMLInputElement>(field!)!;
        for (let length = 1; length <= text!.length; length += 1) {
          box.value = text!.slice(0, length);
          box.dispatchEvent(new Event('input', { bubbles: true }));
          if (length < text!.length) await new Promise((go) => setTimeout(go, 80));
        }
        const start = performance.now();
        const isHit = () =>
          [...document.querySelectorAll(link!)].some((one) => one.textContent!.toLowerCase().includes(text!));
        while (!isHit()) await new Promise(requestAnimationFrame);
        return performance.now() - start;
      },
      [input, hit, words],
    );
  const first = await ask(query);
  const bytes = sent;
  await page.locator(input).fill('');
  await page.waitForFunction((link) => !document.querySelector(link), hit);
  const again = await ask(query);
  return { first, again, bytes };
}
