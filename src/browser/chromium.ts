/** Finds and starts a Chromium. See README.md for the order of search. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright';

/** Flags that every start uses: no sandbox for root and containers, no requests of its own. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // Some layouts start from random places; a fixed seed makes them the same in every build.
  '--js-flags=--random-seed=20',
];

const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const install: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install Chromium with your package manager (for example `apt-get install chromium`)',
  darwin: 'Install Google Chrome, or run `brew install --cask chromium`',
  win32: 'Install Google Chrome or use Microsoft Edge',
};

/** Thrown when no browser starts; the message says what was tried and what to do. */
export class NoBrowserError extends Error {
  constructor(tried: readonly string[]) {
    const way = install[platform()] ?? 'Install Chrome or Chromium';
    super(
      `No Chromium could be started. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
        `${way}, or run \`npx playwright install chromium\`, or set CHROMIUM_PATH to the program of a Chrome, Chromium or Edge.`,
    );
    this.name = 'NoBrowserError';
    this.stack = this.message;
  }
}

/** Set by tests that prove a build without any browser. */
const hidden = () => process.env.ROADMAP_HIDE_BROWSERS === '1';

let found: Promise<LaunchOptions> | undefined;

/**
 * Finds launch options of the first Chromium that starts; the search is done once a process.
 *
 * @throws NoBrowserError when none starts
 */
export function chromiumLaunchOptions(): Promise<LaunchOptions> {
  found ??= search();
  return found;
}

/** Starts a Chromium. @throws NoBrowserError when none starts */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumLaunchOptions());
}

async function search(): Promise<LaunchOptions> {
  const tried: string[] = [];
  if (hidden()) throw new NoBrowserError(['all browsers are hidden by ROADMAP_HIDE_BROWSERS']);
  for (const candidate of candidates()) {
    const options = await candidate.options().catch((error: unknown) => {
      tried.push(`${candidate.name}: ${firstLine(error)}`);
    });
    if (!options) continue;
    try {
      const browser = await chromium.launch(options);
      await browser.close();
      return options;
    } catch (error) {
      tried.push(`${candidate.name}: ${firstLine(error)}`);
    }
  }
  throw new NoBrowserError(tried);
}

interface Candidate {
  name: string;
  options: () => Promise<LaunchOptions>;
}

function candidates(): Candidate[] {
  const given = process.env.CHROMIUM_PATH;
  const list: Candidate[] = given ? [{ name: `CHROMIUM_PATH (${given})`, options: () => at(given) }] : [];
  list.push({ name: 'Playwright’s own', options: () => at(chromium.executablePath()) });
  for (const file of installed[platform()] ?? [])
    if (existsSync(file)) list.push({ name: file, options: () => at(file) });
  list.push({ name: 'the one npm brought (@sparticuz/chromium)', options: packaged });
  return list;
}

async function at(executablePath: string): Promise<LaunchOptions> {
  if (!existsSync(executablePath)) throw new Error(`there is no file ${executablePath}`);
  return { executablePath, args };
}

/** Unpacks the Chromium of the npm package, and its libraries where the system lacks them. */
async function packaged(): Promise<LaunchOptions> {
  if (platform() !== 'linux' || process.arch !== 'x64') throw new Error('it is made for Linux on x64 only');
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  const env = { ...process.env } as Record<string, string>;
  if (!hasLibrary('libnss3.so') || !hasLibrary('libnspr4.so') || !hasLibrary('libexpat.so.1')) {
    const binaries = path.join(path.dirname(new URL(import.meta.resolve('@sparticuz/chromium')).pathname), '..', 'bin');
    const folder = await inflate(path.join(binaries, 'al2023.tar.br'));
    env.LD_LIBRARY_PATH = [path.join(folder, 'lib'), folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return { executablePath, args: [...args, '--headless'], env };
}

function hasLibrary(name: string): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return false;
  }
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]!;
