/**
 * `npm run bench -- weight`: what a first visit of the same pages loads, by kind, in a roadmap of ours and in stock Starlight
 * with rehype-mermaid, compressed with brotli as `npm start` sends it.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../src/browser/chromium.ts';
import { serveSite } from '../../src/build/serve.ts';
import { repository } from '../run-program.ts';
import { sourcePages, writeAsRoadmap, writeAsStarlight } from './source-pages.ts';

const kinds = ['document', 'stylesheet', 'script', 'font', 'other'] as const;
type Bytes = Record<(typeof kinds)[number], number>;

/** Prints the lightest, the median and the heaviest page of each site. */
export async function bench(): Promise<void> {
  const pages = await sourcePages();
  const rows: Record<string, Record<string, string>> = {};
  for (const name of ['stock', 'ours'] as const) {
    const isOurs = name === 'ours';
    const root = path.join(repository, '.astro/bench-weight', name);
    rmSync(root, { recursive: true, force: true });
    (isOurs ? writeAsRoadmap : writeAsStarlight)(pages, root);
    await build(root, isOurs);
    const visits = await firstVisits(
      path.join(root, 'dist'),
      pages.map(({ slug }) => `/phases/${slug}/`),
    );
    for (const [which, share] of [
      ['lightest', 0],
      ['median', 0.5],
      ['heaviest', 1],
    ] as const) {
      const visit = visits.toSorted((one, other) => sum(one) - sum(other))[Math.round(share * (visits.length - 1))]!;
      rows[`${name}, ${which}`] = {
        ...Object.fromEntries(kinds.map((kind) => [kind, kilobytes(visit[kind])])),
        'without fonts': kilobytes(sum(visit) - visit.font),
        all: kilobytes(sum(visit)),
      };
    }
    rmSync(root, { recursive: true, force: true });
  }
  console.log('First visit of a page, KB with brotli');
  console.table(rows);
}

const sum = (bytes: Bytes): number => Object.values(bytes).reduce((all, one) => all + one, 0);
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

async function build(root: string, isOurs: boolean): Promise<void> {
  const child = spawn(
    process.execPath,
    isOurs ? ['scripts/astro.ts', 'build'] : ['node_modules/astro/bin/astro.mjs', 'build', '--root', root],
    {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        ...(isOurs && { ROADMAP_ROOT: root, ROADMAP_OUTPUT: path.join(root, 'dist') }),
      },
    },
  );
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`The build of ${root} ended with ${status}.`);
}

/** What a window of 1280 px loads of each page, with nothing kept from before, until nothing more comes. */
async function firstVisits(folder: string, pages: readonly string[]): Promise<Bytes[]> {
  const { origin, server } = await serveSite(folder, '/', 0);
  const browser = await launchChromium();
  try {
    const visits: Bytes[] = [];
    for (const address of pages) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const bytes: Bytes = { document: 0, stylesheet: 0, script: 0, font: 0, other: 0 };
      const counted: Promise<void>[] = [];
      page.on('requestfinished', (request) => {
        const kind = kinds.find((one) => one === request.resourceType()) ?? 'other';
        if (request.url().startsWith('http'))
          counted.push(request.sizes().then(({ responseBodySize }) => void (bytes[kind] += responseBodySize)));
      });
      await page.goto(origin + address, { waitUntil: 'networkidle' });
      await Promise.all(counted);
      await page.close();
      visits.push(bytes);
    }
    return visits;
  } finally {
    await browser.close();
    server.close();
  }
}
