import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NoBrowserError } from '../../src/browser/chromium.ts';
import { unplacedPages } from '../../src/curriculum/reading/arrange-sections.ts';
import { isTyped } from '../../src/curriculum/checking/check-fences.ts';
import { isUndescribed } from '../../src/curriculum/checking/check-addresses.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import type { LoadedPage } from '../../src/curriculum/reading/load-pages.ts';
import type { Curriculum } from '../../src/curriculum/model/model.ts';
import { isError, type Problem } from '../../src/curriculum/problems/problems.ts';
import { problemsAsAnnotations, problemsAsData, reportProblems } from '../../src/curriculum/problems/report.ts';
import { drawAll } from '../../src/diagrams/draw-all.ts';
import { openStudio } from '../../src/diagrams/studio.ts';
import { compareWithFacts } from '../../src/facts/compare.ts';
import { guideTexts } from '../../src/make-it-yours/guide-texts.ts';
import { repository } from '../run-program.ts';
import { discover } from '../samples/discover.ts';
import { checkExternalLinks } from './external-links.ts';
import type { CheckOptions } from './options.ts';

/** Folder that holds `content/`; tests and forks with several roadmaps name another. */
const root = path.resolve(process.env.ROADMAP_ROOT ?? repository);

/** Reads and checks everything under `content/` without building. */
export async function checkContent({ json, github, external }: CheckOptions): Promise<boolean> {
  const { curriculum, problems, allPages, drafts } = loadCurriculum(root);
  const say = (text: string) => void (json || console.log(text));
  if (curriculum) problems.push(...unplacedPages(curriculum));
  problems.push(...discover(root).problems);
  compareWithFacts(root, pageTexts(allPages), problems);
  const guide = curriculum?.made.has('make-it-yours') ? guideTexts() : [];
  problems.push(...(await diagramProblems([...allPages, ...guide], say)));
  if (external)
    problems.push(...(await checkExternalLinks(root, new Map(allPages.map((page) => [page.file, page])), say)));
  if (json) console.log(JSON.stringify(problemsAsData(problems), null, 2));
  if (github && problems.length > 0) say(problemsAsAnnotations(problems));
  if (problems.length > 0) say(reportProblems(problems));
  else say(`${curriculum!.phases.length} phases, ${curriculum!.pages.size} pages: no problems.`);
  if (curriculum) say(blockCounts(curriculum));
  if (curriculum) say(pictureCounts(curriculum));
  if (drafts.length > 0)
    say(
      `${drafts.length} ${drafts.length === 1 ? 'draft is' : 'drafts are'} not published: ${drafts.map(({ file }) => file).join(', ')}.`,
    );
  return !problems.some(isError);
}

const pageTexts = (pages: readonly LoadedPage[]) =>
  pages.map(({ file }) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** Draws what is not in the cache; without a browser, new diagrams are left to the next build. */
async function diagramProblems(pages: Parameters<typeof drawAll>[1], say: (text: string) => void): Promise<Problem[]> {
  try {
    return await drawAll(openStudio(path.join(root, '.diagrams'), say), pages);
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    say('No browser was found, so that diagrams that are new or changed were not tried.');
    return [];
  }
}

/** `68 pictures stand in the pages; 37 have no words for people who cannot see them.` */
function pictureCounts({ pages }: Curriculum): string {
  const pictures = [...pages.values()].flatMap((page) => page.images);
  const left = pictures.filter(isUndescribed).length;
  const others = left > 0 ? `; ${left} ${left === 1 ? 'has' : 'have'} no words for people who cannot see them` : '';
  return `${pictures.length} pictures stand in the pages${others}.`;
}

/** `1,012 code blocks come from samples; 11 do not: 7 output, 2 pseudo, 2 wrong.` */
function blockCounts({ pages }: Curriculum): string {
  const fences = [...pages.values()].flatMap((page) => page.fences);
  const samples = fences.filter((fence) => fence.attributes.sample !== undefined).length;
  const reasons = fences.flatMap(({ attributes }) => (attributes.reason ? [attributes.reason] : [])).sort();
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => `${all.length} ${reason}`);
  const typed = fences.filter(isTyped).length;
  if (typed > 0) counts.push(`${typed} typed into the page`);
  const left = reasons.length + typed;
  const others = left > 0 ? `; ${left} do not: ${counts.join(', ')}` : '';
  return `${samples.toLocaleString('en')} code blocks come from samples${others}.`;
}
