/** Reads and checks `content/` as a whole. Nothing here knows Astro, so build, checks and scripts share it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { arrangeSections } from './arrange-sections.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkFences } from './check-fences.ts';
import { checkLinks } from './check-links.ts';
import { checkReviews } from './check-reviews.ts';
import { readYamlFile, type ReadYaml } from './content-files.ts';
import { loadGlossary } from './load-glossary.ts';
import { loadLessons } from './load-lessons.ts';
import { loadPages, type LoadedPages } from './load-pages.ts';
import { loadProjects } from './load-projects.ts';
import { loadQuestions } from './load-questions.ts';
import { loadTracks } from './load-tracks.ts';
import type { Change, Curriculum, Track } from './model.ts';
import { guidePages, wantsGuide } from '../make-it-yours/pages.ts';
import { pagePath } from './page-id.ts';
import type { PageLink } from './page-source.ts';
import { ContentError, isError, problem, type Problem } from './problems.ts';
import { changesSchema, siteSchema, type SiteSettings } from './schema.ts';

export interface LoadResult {
  /** Undefined when errors keep the curriculum from being put together. */
  curriculum: Curriculum | undefined;
  problems: Problem[];
  /** Every page that could be read, also where errors keep the curriculum from being put together. */
  pages: LoadedPages;
}

/**
 * Loads the curriculum.
 *
 * @param root absolute path of the repository, the folder that holds `content/`
 * @param today the day that reviews are measured against
 * @returns the curriculum and every problem found, all at once
 */
export function loadCurriculum(root: string, today = new Date()): LoadResult {
  const problems: Problem[] = [];
  const site = loadSite(root, problems);
  const pages = loadPages(root, problems);
  const lessons = loadLessons(pages, problems);
  const { phases, supplements, names, targets } = lessons;
  loadQuestions(root, lessons, problems);
  const projects = loadProjects(pages, lessons, problems);
  const tracks = loadTracks(root, lessons, projects, problems);
  const glossary = loadGlossary(root, targets, problems);
  const { changes, links: changeLinks } = loadChanges(root, problems);
  const named = site?.value.sections.flatMap((section) => ('pages' in section ? section.pages : [])) ?? [];
  const made = madePages(tracks, glossary.length > 0, wantsGuide(named));
  for (const page of pages.values()) checkFences(page, path.join(root, 'content/samples'), targets, problems);
  for (const [id] of made) {
    const page = pages.get(id);
    if (page) problems.push(problem('page-taken', { file: page.file }, { path: pagePath(id) }));
  }
  if (pages.size > 0 && !pages.has('index')) problems.push(problem('home-missing', { file: 'content/docs' }));
  if (pages.size > 0 && names.phases.length === 0) problems.push(problem('phases-missing', { file: 'content/docs' }));
  checkAddresses(root, pages, problems);
  checkReviews([...phases, ...supplements], pages, site?.value.reviewMonths, today, problems);
  checkLinks({ pages, made: [...made.keys()], others: changeLinks }, problems);
  checkCoverage(root, { pages, lessons: [...phases, ...supplements], targets, tracks, projects }, problems);
  const sections = site ? arrangeSections(site, phases, names.phases, pages, [...made.keys()], problems) : [];
  if (!site || problems.some(isError)) return { curriculum: undefined, problems, pages };
  const order = sections.flatMap((section) => section.pages);
  const placeOf = (slug: string) => (order.indexOf(`supplements/${slug}`) + order.length + 1) % (order.length + 1);
  supplements.sort((a, b) => placeOf(a.slug) - placeOf(b.slug));
  const curriculum = {
    site: site.value,
    phases,
    supplements,
    tracks,
    projects,
    glossary,
    changes,
    pages: new Map(pages),
    made,
    sections,
  };
  return { curriculum, problems, pages };
}

/**
 * Loads the curriculum and insists that it has no problems.
 *
 * @throws ContentError whose message is the report of every error; warnings are left to `npm run check`
 */
export function openCurriculum(root: string): Curriculum {
  const { curriculum, problems } = loadCurriculum(root);
  if (!curriculum) throw new ContentError(problems);
  return curriculum;
}

/** The pages that the site makes from the model, their names by their ids. */
function madePages(tracks: readonly Track[], hasGlossary: boolean, hasGuide: boolean): Map<string, string> {
  const ofTracks = tracks.map((track) => [`tracks/${track.slug}`, track.title] as const);
  return new Map([
    ['map', 'Map'],
    ['search', 'Search'],
    ['offline', 'Read offline'],
    ...(hasGlossary ? [['glossary', 'Glossary'] as const] : []),
    ...(tracks.length > 0 ? [['tracks', 'Tracks'] as const, ...ofTracks] : []),
    ...(hasGuide ? [...guidePages].map(([id, page]) => [id, page.title] as const) : []),
  ]);
}

function loadSite(root: string, problems: Problem[]): ReadYaml<SiteSettings> | undefined {
  const file = 'content/site.yaml';
  if (existsSync(path.join(root, file))) return readYamlFile(root, file, siteSchema, problems);
  problems.push(problem('file-missing', { file }, { path: file }));
  return undefined;
}

/** The changes, newest first, and what they link to. */
function loadChanges(root: string, problems: Problem[]): { changes: Change[]; links: PageLink[] } {
  const file = 'content/changes.yaml';
  const read = existsSync(path.join(root, file)) ? readYamlFile(root, file, changesSchema, problems) : undefined;
  if (!read) return { changes: [], links: [] };
  const links = read.value.map((change, index) => ({
    target: change.path,
    place: read.source.placeOf([index, 'path']),
  }));
  return { changes: read.value.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)), links };
}
