/**
 * `npm run bench -- lighthouse`: what Lighthouse says of the finished site on a phone, medians of several runs, with the faults
 * it names. Lighthouse comes with 170 MB of other packages, for which no other command has use, so that it is installed by
 * whoever wants to ask it and not by every `npm ci`.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../src/browser/chromium.ts';
import { openCurriculum } from '../../src/curriculum/load.ts';
import { lessonsOf } from '../../src/curriculum/model/model.ts';
import { serveSite } from '../../src/build/serve.ts';
import { repository } from '../run-program.ts';

const dist = path.join(repository, 'dist');
const version = '13.5.0';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** What is shown of the parts of performance: name of the audit → head of its column, and how many places it has. */
const shown = {
  'first-contentful-paint': ['FCP ms', 0],
  'largest-contentful-paint': ['LCP ms', 0],
  'total-blocking-time': ['TBT ms', 0],
  'cumulative-layout-shift': ['CLS', 3],
  'total-byte-weight': ['bytes', 0],
} as const;

/** The parts of Lighthouse that are used here. */
interface Audit {
  title: string;
  score: number | null;
  numericValue?: number;
  details?: { items?: { node?: { selector?: string } }[] };
}
interface Report {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}
type Lighthouse = (
  address: string,
  options: {
    port: number;
    output: 'json';
    logLevel: 'error';
    onlyCategories: readonly Category[];
    skipAudits: string[];
  },
) => Promise<{ lhr: Report } | undefined>;

/**
 * @param words `--runs 5`; `--pages /,/map/` for others than the usual ones; `--least 100` to end with an error where a
 *   median is less, and `--performance 90` for another number there, which depends on the machine; needs a finished `dist/`
 */
export async function bench(words: string[]): Promise<void> {
  const option = (name: string) => words[words.indexOf(`--${name}`) + 1 || words.length];
  const runs = Number(option('runs') ?? 3);
  const least = Number(option('least') ?? 0);
  const leastOf = (category: Category) => (category === 'performance' ? Number(option('performance') ?? least) : least);
  const lighthouse = await load();
  const { site } = openCurriculum(repository);
  const { origin, server } = await serveSite(dist, site.base, 0);
  const port = await freePort();
  const launch = await chromiumLaunchOptions();
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch.args ?? []), `--remote-debugging-port=${port}`],
  });
  const low: string[] = [];
  try {
    console.log(`Lighthouse ${version}, phone, medians of ${runs}`);
    for (const page of option('pages')?.split(',') ?? usualPages()) {
      const reports: Report[] = [];
      for (let run = 0; run < runs; run++) {
        const result = await lighthouse(origin + site.base.replace(/\/$/, '') + page, {
          port,
          output: 'json',
          logLevel: 'error',
          onlyCategories: categories,
          skipAudits: notAsked(page),
        });
        if (result) reports.push(result.lhr);
      }
      const scores = categories.map((category) =>
        Math.round(100 * median(reports.map((report) => report.categories[category].score ?? 0))),
      );
      const numbers = Object.entries(shown).map(
        ([id, [head, places]]) =>
          `${head} ${median(reports.map(({ audits }) => audits[id]?.numericValue ?? 0)).toFixed(places)}`,
      );
      console.log(`${page}\n  ${scores.join(' / ')}   ${numbers.join(', ')}`);
      for (const fault of faultsOf(reports.at(-1))) console.log(`  ${fault}`);
      categories.forEach((category, index) => {
        if (scores[index]! < leastOf(category))
          low.push(`${page}: ${category} ${scores[index]}, at least ${leastOf(category)}`);
      });
    }
  } finally {
    await browser.close();
    server.close();
  }
  if (low.length === 0) return;
  console.error(low.join('\n'));
  process.exitCode = 1;
}

async function load(): Promise<Lighthouse> {
  try {
    // Not among the packages of the repository, so that the compiler must not look for it.
    const name = 'lighthouse';
    return ((await import(name)) as { default: Lighthouse }).default;
  } catch {
    console.error(`Lighthouse is not installed. Run \`npm install --no-save lighthouse@${version}\` once.`);
    process.exit(1);
  }
}

/** The first page, the map, a track, five lessons from the lightest to the heaviest, a project, and pages with a script of their own. */
function usualPages(): string[] {
  const { tracks, projects, made, phases, supplements } = openCurriculum(repository);
  const weight = (address: string) => statSync(path.join(dist, address, 'index.html')).size;
  const lessons = lessonsOf({ phases, supplements })
    .map((lesson) => lesson.path)
    .toSorted((one, other) => weight(one) - weight(other));
  const five = [0, 0.25, 0.5, 0.75, 1].map((part) => lessons[Math.floor(part * (lessons.length - 1))]!);
  return [
    '/',
    ...(made.has('map') ? ['/map/'] : []),
    ...tracks.slice(0, 1).map((track) => track.path),
    ...new Set(five),
    ...projects.slice(0, 1).map((project) => project.path.replace(/#.*/, '')),
    ...['search', 'review', 'offline'].flatMap((page) => (existsSync(path.join(dist, page)) ? [`/${page}/`] : [])),
  ];
}

/**
 * Audits that say nothing of a page: whether it can be found, where search engines are asked to leave it out on purpose
 * (src/site/no-index.ts); and whether links say where they lead, where one is the name of the language Go, which
 * Lighthouse takes for the word.
 */
function notAsked(page: string): string[] {
  const html = readFileSync(path.join(dist, page, 'index.html'), 'utf8');
  return [
    ...(/<meta name="robots" content="noindex/.test(html) ? ['is-crawlable'] : []),
    ...(/<a [^>]*>\s*Go\s*<\/a>/.test(html) ? ['link-text'] : []),
  ];
}

/** Audits that cost points outside of performance, each with the first elements it is about. */
function faultsOf(report: Report | undefined): string[] {
  if (!report) return [];
  return categories.slice(1).flatMap((category) =>
    report.categories[category].auditRefs.flatMap(({ id, weight }) => {
      const audit = report.audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score >= 1) return [];
      const elements = (audit.details?.items ?? []).slice(0, 3).flatMap(({ node }) => node?.selector ?? []);
      return [`${category}: ${audit.title} ${elements.join(' | ')}`];
    }),
  );
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

/** A port that nothing listens at. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
