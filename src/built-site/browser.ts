/** What the tests of this folder share: a browser, the list of pages, and pages that report what went wrong on them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import type { Site } from './build-and-serve.ts';

let browser: Promise<Browser> | undefined;

/** The browser of this test file; closed after its last test. */
function theBrowser(): Promise<Browser> {
  browser ??= launchChromium();
  return browser;
}
afterAll(async () => (await browser)?.close());

/** Makes a fresh profile. Its waits are long, because a busy machine is no fault of the site. */
export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(90_000);
  return context;
}

/** Opens a new page with a fresh profile. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await newContext(options)).newPage();
}

/** Lays out what is far below too, in a page of a profile that passes over the policy (`bypassCSP`). */
export async function layOutAll(page: Page): Promise<void> {
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  await page.evaluate(() => document.fonts.ready);
}

/** Paths of all pages of a site, from its sitemap, base path included. */
export function pagePaths(site: Site): string[] {
  const sitemap = readFileSync(path.join(site.folder, 'sitemap-0.xml'), 'utf8');
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
}

/** Full address of a path from the root of a site. */
export const at = ({ origin, base }: Site, path: string): string => origin + base + path;

/** Collects console errors, page errors and requests to other hosts, as sentences. */
export function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(`console: ${message.text()}`)));
  page.on('pageerror', (error) => void complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`request to another host: ${url}`);
  });
  page.on(
    'response',
    (response) => void (response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`)),
  );
  return complaints;
}
