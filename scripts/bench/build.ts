/** How long a build takes beside stock Starlight with rehype-mermaid: the same pages, in turns, medians of several runs. */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromiumLaunchOptions } from '../../src/browser/chromium.ts';
import { repository } from '../run-program.ts';
import { sourcePages, writeAsRoadmap, writeAsStarlight } from './source-pages.ts';

const states = ['cold', 'again', 'one page changed'] as const;
type State = (typeof states)[number];

interface Site {
  root: string;
  /** What a build leaves for the next one. */
  left: string[];
  page: string;
  words: string[];
  environment: Record<string, string>;
}

/** @param words `--runs 3` */
export async function bench(words: string[]): Promise<void> {
  const runs = words.includes('--runs') ? Number(words[words.indexOf('--runs') + 1]) : 3;
  const folder = path.join(repository, '.astro/bench-build');
  rmSync(folder, { recursive: true, force: true });
  const [ours, stock] = [path.join(folder, 'ours'), path.join(folder, 'stock')];
  const pages = await sourcePages();
  writeAsRoadmap(pages, ours);
  writeAsStarlight(pages, stock);
  await chromiumLaunchOptions();
  const sites: Record<string, Site> = {
    'stock Starlight + rehype-mermaid': {
      root: stock,
      left: ['dist', '.astro', 'node_modules'],
      page: 'src/content/docs/phases/page-13.mdx',
      words: ['node_modules/astro/bin/astro.mjs', 'build', '--root', stock],
      environment: {},
    },
    ours: {
      root: ours,
      left: ['dist', '.diagrams', 'kept'],
      page: 'content/docs/phases/13-page-13.mdx',
      words: ['scripts/astro.ts', 'build'],
      environment: {
        ROADMAP_ROOT: ours,
        ROADMAP_OUTPUT: path.join(ours, 'dist'),
        ROADMAP_CACHE: path.join(ours, 'kept'),
      },
    },
  };
  const seconds = new Map<string, number[]>();
  const note = (name: string, state: State, time: number) =>
    seconds.set(`${name} ${state}`, [...(seconds.get(`${name} ${state}`) ?? []), time]);
  const load = () =>
    loadavg()
      .map((one) => one.toFixed(1))
      .join(' ');
  console.log(`${pages.length} pages, ${cpus().length} processors, load ${load()}`);
  for (let run = 1; run <= runs; run += 1)
    for (const [name, site] of Object.entries(sites))
      for (const state of states) {
        if (state === 'cold')
          for (const one of site.left) rmSync(path.join(site.root, one), { recursive: true, force: true });
        if (state === 'one page changed')
          appendFileSync(path.join(site.root, site.page), `\nOne more sentence, the ${run}th.\n`);
        const time = await build(site);
        note(name, state, time);
        console.log(`${run}: ${name}, ${state}: ${time.toFixed(1)} s, load ${load()}`);
      }
  const median = (name: string, state: State) =>
    seconds.get(`${name} ${state}`)!.toSorted((one, other) => one - other)[runs >> 1]!;
  const [stockName, ownName] = Object.keys(sites) as [string, string];
  const row = (text: (state: State) => string) => Object.fromEntries(states.map((state) => [state, text(state)]));
  console.log(`Medians of ${runs}, load ${load()}`);
  console.table({
    [stockName]: row((state) => `${median(stockName, state).toFixed(1)} s`),
    [ownName]: row((state) => `${median(ownName, state).toFixed(1)} s`),
    ratio: row((state) => (median(ownName, state) / median(stockName, state)).toFixed(2)),
  });
  rmSync(folder, { recursive: true, force: true });
}

/** Builds a site. @returns seconds of the whole command */
async function build({ root, words, environment }: Site): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0 || !existsSync(path.join(root, 'dist/index.html')))
    throw new Error(`The build of ${root} ended with ${status}.`);
  return (performance.now() - start) / 1000;
}
