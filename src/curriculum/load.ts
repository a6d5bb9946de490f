/** Reads and checks `content/` as a whole. Nothing here knows Astro, so build, checks and scripts share it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { checkCoverage } from './check-coverage.ts';
import { checkFences } from './check-fences.ts';
import { checkLinks } from './check-links.ts';
import { findCycles, reverse } from './graph.ts';
import type { Curriculum, Page, Phase, Section } from './model.ts';
import { nearest } from './nearest.ts';
import { pageId, pagePath, phaseFileName } from './page-id.ts';
import { readPage, type PageSource } from './page-source.ts';
import { ContentError, problem, type Problem } from './problems.ts';
import {
  phaseSchema,
  questionFileSchema,
  siteSchema,
  starlightKeys,
  type Question,
  type SiteSettings,
} from './schema.ts';
import { checkShape, readYaml, type YamlSource } from './yaml-source.ts';

export interface LoadResult {
  /** Undefined when problems keep the curriculum from being put together. */
  curriculum: Curriculum | undefined;
  problems: Problem[];
}

/**
 * Loads the curriculum.
 *
 * @param root absolute path of the repository, the folder that holds `content/`
 * @returns the curriculum and every problem found, all at once
 */
export function loadCurriculum(root: string): LoadResult {
  const problems: Problem[] = [];
  const site = loadSite(root, problems);
  const pages = loadPages(root, problems);
  const phases = loadPhases(pages, problems);
  // A phase whose fields are wrong still exists: its name may be used elsewhere.
  const slugs = [...pages.keys()].filter((id) => id.startsWith(phaseFolder)).map((id) => id.slice(phaseFolder.length));
  loadQuestions(root, phases, slugs, problems);
  checkPrerequisites(phases, slugs, pages, problems);
  for (const page of pages.values()) checkFences(page, path.join(root, 'content/samples'), problems);
  checkLinks(pages, problems);
  checkCoverage(root, pages, phases, problems);
  const sections = site ? arrangeSections(site, phases, slugs, pages, problems) : [];
  const curriculum =
    site && problems.length === 0 ? { site: site.settings, phases, pages: new Map(pages), sections } : undefined;
  return { curriculum, problems };
}

/**
 * Loads the curriculum and insists that it has no problems.
 *
 * @throws ContentError whose message is the report of every problem
 */
export function openCurriculum(root: string): Curriculum {
  const { curriculum, problems } = loadCurriculum(root);
  if (!curriculum) throw new ContentError(problems);
  return curriculum;
}

/** Start of the ids of pages that are phases. */
const phaseFolder = 'phases/';

interface LoadedPage extends Page {
  frontmatter: YamlSource;
}

function loadSite(root: string, problems: Problem[]): { settings: SiteSettings; source: YamlSource } | undefined {
  const file = 'content/site.yaml';
  const absolute = path.join(root, file);
  if (!existsSync(absolute)) {
    problems.push(problem('file-missing', { file }, { path: file }));
    return undefined;
  }
  const source = readYaml(readFileSync(absolute, 'utf8'), file, 1, problems);
  const settings = source && checkShape(siteSchema, source, problems);
  return source && settings ? { settings, source } : undefined;
}

/** Lists files below a folder, as sorted paths relative to it with forward slashes. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function loadPages(root: string, problems: Problem[]): Map<string, LoadedPage> {
  const folder = 'content/docs';
  const pages = new Map<string, LoadedPage>();
  if (!existsSync(path.join(root, folder))) {
    problems.push(problem('folder-missing', { file: folder }, { folder }));
    return pages;
  }
  for (const name of filesBelow(path.join(root, folder)).filter((one) => /\.mdx?$/.test(one))) {
    const file = `${folder}/${name}`;
    const source = readPage(readFileSync(path.join(root, file), 'utf8'), file, problems);
    if (!source) continue;
    const id = pageId(name);
    const twin = pages.get(id);
    if (twin) problems.push(problem('slug-twice', { file }, { slug: id.split('/').at(-1)!, other: twin.file }));
    pages.set(id, toPage(id, source, problems));
  }
  return pages;
}

const plainPageSchema = z.looseObject({ title: phaseSchema.shape.title, description: phaseSchema.shape.description });

function toPage(id: string, source: PageSource, problems: Problem[]): LoadedPage {
  const isPhase = id.startsWith(phaseFolder);
  const fields = isPhase ? undefined : checkShape(plainPageSchema, source.frontmatter, problems);
  if (!isPhase) checkKeys(source.frontmatter, starlightKeys, problems);
  const data = source.frontmatter.data as { title?: string; description?: string; sidebar?: { label?: string } } | null;
  const title = fields?.title ?? data?.title ?? id;
  return {
    id,
    file: source.file,
    title,
    label: data?.sidebar?.label ?? title,
    description: fields?.description ?? data?.description ?? '',
    headings: source.headings,
    fences: source.fences,
    links: source.links,
    text: source.text,
    frontmatter: source.frontmatter,
  };
}

function checkKeys(source: YamlSource, allowed: readonly string[], problems: Problem[]): void {
  for (const key of Object.keys((source.data ?? {}) as object)) {
    if (allowed.includes(key)) continue;
    problems.push(
      problem('field-unknown', source.placeOf([key]), { field: key, allowed, near: nearest(key, allowed) }),
    );
  }
}

/** Starlight’s own frontmatter that a phase may use beside the fields of the model. */
const starlightExtras = starlightKeys.filter((key) => !(key in phaseSchema.shape));

function loadPhases(pages: Map<string, LoadedPage>, problems: Problem[]): Phase[] {
  const phases: Phase[] = [];
  const byNumber = new Map<number, string>();
  for (const page of pages.values()) {
    if (!page.id.startsWith(phaseFolder)) continue;
    const fileName = path.posix.basename(page.file);
    const name = phaseFileName(fileName);
    if (!name) {
      problems.push(problem('file-name', { file: page.file }, { name: fileName }));
      continue;
    }
    const other = byNumber.get(name.number);
    if (other) problems.push(problem('number-twice', { file: page.file }, { number: name.number, other }));
    byNumber.set(name.number, page.file);
    const own = { ...(page.frontmatter.data as object | null) } as Record<string, unknown>;
    for (const key of starlightExtras) delete own[key];
    const fields = checkShape(phaseSchema, { ...page.frontmatter, data: own }, problems);
    if (!fields) continue;
    const pathOfPage = pagePath(page.id);
    const topics = placeTopics(page, fields.topics, pathOfPage, problems);
    phases.push({
      ...fields,
      ...name,
      position: 0,
      path: pathOfPage,
      file: page.file,
      topics,
      questions: [],
      opens: [],
      headings: page.headings,
    });
  }
  phases.sort((a, b) => a.number - b.number);
  phases.forEach((phase, index) => (phase.position = index + 1));
  return phases;
}

function placeTopics(
  page: LoadedPage,
  topics: Phase['topics'][number][] | readonly object[],
  root: string,
  problems: Problem[],
): Phase['topics'] {
  const sections = page.headings.filter((heading) => heading.depth === 2);
  const ids = sections.map((heading) => heading.id);
  const seen = new Set<string>();
  return (topics as Phase['topics']).map((topic, index) => {
    const place = page.frontmatter.placeOf(['topics', index, 'id']);
    if (seen.has(topic.id)) problems.push(problem('topic-twice', place, { id: topic.id }));
    seen.add(topic.id);
    const heading = sections.find((one) => one.id === topic.id);
    if (!heading)
      problems.push(problem('topic-unknown', place, { id: topic.id, allowed: ids, near: nearest(topic.id, ids) }));
    return { ...topic, title: heading?.text ?? topic.id, path: `${root}#${topic.id}` };
  });
}

function loadQuestions(root: string, phases: Phase[], slugs: string[], problems: Problem[]): void {
  const folder = 'content/questions';
  for (const name of filesBelow(path.join(root, folder)).filter((one) => /\.ya?ml$/.test(one))) {
    const file = `${folder}/${name}`;
    const slug = name.replace(/\.ya?ml$/, '');
    const phase = phases.find((one) => one.slug === slug);
    if (!slugs.includes(slug)) problems.push(problem('question-phase', { file }, { slug, near: nearest(slug, slugs) }));
    if (!phase) continue;
    const source = readYaml(readFileSync(path.join(root, file), 'utf8'), file, 1, problems);
    const questions = source && checkShape(questionFileSchema, source, problems);
    if (!source || !questions) continue;
    checkQuestions(questions, phase, source, problems);
    phase.questions = questions;
  }
}

function checkQuestions(questions: Question[], phase: Phase, source: YamlSource, problems: Problem[]): void {
  const topics = phase.topics.map((topic) => topic.id);
  const seen = new Set<string>();
  questions.forEach((question, index) => {
    if (seen.has(question.id))
      problems.push(problem('question-twice', source.placeOf([index, 'id']), { id: question.id }));
    seen.add(question.id);
    if (!topics.includes(question.topic)) {
      problems.push(
        problem('question-topic', source.placeOf([index, 'topic']), {
          id: question.topic,
          allowed: topics,
          near: nearest(question.topic, topics),
        }),
      );
    }
  });
}

function checkPrerequisites(
  phases: Phase[],
  slugs: string[],
  pages: Map<string, LoadedPage>,
  problems: Problem[],
): void {
  const graph = new Map(phases.map((phase) => [phase.slug, phase.prerequisites]));
  for (const phase of phases) {
    const source = pages.get(`phases/${phase.slug}`)!.frontmatter;
    phase.prerequisites.forEach((slug, index) => {
      if (slugs.includes(slug)) return;
      const place = source.placeOf(['prerequisites', index]);
      problems.push(problem('phase-unknown', place, { slug, field: 'prerequisites', near: nearest(slug, slugs) }));
    });
  }
  for (const cycle of findCycles(graph)) {
    const place = pages.get(`phases/${cycle[0]}`)!.frontmatter.placeOf(['prerequisites']);
    problems.push(problem('prerequisite-cycle', place, { cycle }));
  }
  const opens = reverse(graph);
  for (const phase of phases) phase.opens = opens.get(phase.slug) ?? [];
}

function arrangeSections(
  site: { settings: SiteSettings; source: YamlSource },
  phases: Phase[],
  names: string[],
  pages: Map<string, LoadedPage>,
  problems: Problem[],
): Section[] {
  const { settings, source } = site;
  const slugs = phases.map((phase) => phase.slug);
  const firsts = settings.sections.flatMap((section) => ('firstPhase' in section ? [section.firstPhase] : []));
  return settings.sections.map((section, index) => {
    if ('pages' in section) {
      section.pages.forEach((id, position) => {
        if (pages.has(id)) return;
        problems.push(
          problem('page-unknown', source.placeOf(['sections', index, 'pages', position]), {
            id,
            near: nearest(id, pages.keys()),
          }),
        );
      });
      return { title: section.title, pages: section.pages };
    }
    const start = slugs.indexOf(section.firstPhase);
    if (start < 0 && names.includes(section.firstPhase)) return { title: section.title, pages: [] };
    if (start < 0) {
      const place = source.placeOf(['sections', index, 'firstPhase']);
      problems.push(
        problem('phase-unknown', place, {
          slug: section.firstPhase,
          field: 'firstPhase',
          near: nearest(section.firstPhase, names),
        }),
      );
      return { title: section.title, pages: [] };
    }
    const end = slugs.findIndex((slug, position) => position > start && firsts.includes(slug));
    return {
      title: section.title,
      pages: slugs.slice(start, end < 0 ? undefined : end).map((slug) => `phases/${slug}`),
    };
  });
}
