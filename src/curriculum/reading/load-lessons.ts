/** Makes phases and supplements of their pages, and checks what they refer to. */
import path from 'node:path';
import { findCycles, reverse } from '../model/graph.ts';
import { folders, isLesson, type LoadedPage, type LoadedPages } from './load-pages.ts';
import type { Lesson, Phase, PlacedTopic, Supplement } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { pagePath, phaseFileName } from '../names/page-id.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { isReference, resolveReference, type ReferenceTarget } from '../names/reference.ts';
import { phaseSchema, starlightKeys, type PhaseFrontmatter } from '../schema/schema.ts';
import { checkShape } from '../files/yaml-source.ts';

export interface LoadedLessons {
  /** In roadmap order. */
  phases: Phase[];
  supplements: Supplement[];
  /** Slugs of all lesson pages, those included whose fields are wrong: other files may name them. */
  names: { phases: string[]; supplements: string[] };
  /** Slugs of lessons that are not published. */
  drafts: string[];
  /** All lessons by slug, as references see them. */
  targets: ReadonlyMap<string, ReferenceTarget>;
}

/**
 * @param unread ids of pages that cannot be read: they count as there, and nothing is known of them
 * @param draftIds ids of pages that are not published
 */
export function loadLessons(
  pages: LoadedPages,
  unread: readonly string[],
  draftIds: readonly string[],
  problems: Problem[],
): LoadedLessons {
  const phases = loadPhases(pages, problems);
  const supplements = [...pages.values()]
    .filter((page) => page.id.startsWith(folders.supplements))
    .flatMap((page) => toLesson(page, problems) ?? []);
  const names = {
    phases: namesIn([...pages.keys(), ...unread], folders.phases),
    supplements: namesIn([...pages.keys(), ...unread], folders.supplements),
  };
  for (const slug of names.supplements) {
    if (unread.includes(folders.supplements + slug)) continue;
    const phase = pages.get(folders.phases + slug);
    const { file } = pages.get(folders.supplements + slug)!;
    if (phase) problems.push(problem('slug-twice', { file }, { slug, other: phase.file }));
  }
  const targets = new Map(
    [...pages.values()].filter((page) => isLesson(page.id)).map((page) => [slugOf(page.id), toTarget(page)]),
  );
  const drafts = draftIds.filter(isLesson).map(slugOf);
  const check = (lessons: readonly Lesson[], allowed: readonly string[], folder: string) =>
    checkPrerequisites(lessons, { allowed, drafts }, pages, folder, problems);
  check(phases, names.phases, folders.phases);
  check(supplements, [...names.phases, ...names.supplements], folders.supplements);
  placePrerequisitesOfTopics([...phases, ...supplements], pages, targets, problems);
  return { phases, supplements, names, drafts, targets };
}

const slugOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);
const namesIn = (ids: readonly string[], folder: string) => ids.filter((id) => id.startsWith(folder)).map(slugOf);

function toTarget(page: LoadedPage): ReferenceTarget {
  return {
    slug: slugOf(page.id),
    title: page.title,
    path: pagePath(page.id),
    sections: page.headings.filter((heading) => heading.depth === 2).map(({ id, text }) => ({ id, text })),
  };
}

/** The name that a file most likely wants: `02-my.md` → `02-my.mdx`, `Intro.mdx` → `07-intro.mdx` */
function nearName(name: string): string | undefined {
  const [, number = '07', words = ''] = /^(\d{1,6})?[-_ .]*(.*?)\.mdx?$/i.exec(name) ?? [];
  const slug = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? undefined : `${number}-${slug}.mdx`;
}

function loadPhases(pages: LoadedPages, problems: Problem[]): Phase[] {
  const phases: Phase[] = [];
  const byNumber = new Map<number, string>();
  for (const page of pages.values()) {
    if (!page.id.startsWith(folders.phases)) continue;
    const fileName = path.posix.basename(page.file);
    const name = phaseFileName(fileName);
    if (!name) {
      problems.push(problem('file-name', { file: page.file }, { name: fileName, near: nearName(fileName) }));
      continue;
    }
    const other = byNumber.get(name.number);
    if (other) problems.push(problem('number-twice', { file: page.file }, { number: name.number, other }));
    byNumber.set(name.number, page.file);
    const lesson = toLesson(page, problems);
    if (lesson) phases.push({ ...lesson, number: name.number, position: 0 });
  }
  phases.sort((a, b) => a.number - b.number);
  phases.forEach((phase, index) => (phase.position = index + 1));
  return phases;
}

/** Starlight’s own frontmatter that a lesson may use beside the fields of the model. */
const starlightExtras = starlightKeys.filter((key) => !(key in phaseSchema.shape));

function toLesson(page: LoadedPage, problems: Problem[]): Lesson | undefined {
  const own = { ...(page.frontmatter.data as object | null) } as Record<string, unknown>;
  for (const field of ['template', 'hero'])
    if (own[field] !== undefined && own[field] !== 'doc')
      problems.push(problem('field-lesson', page.frontmatter.placeOf([field]), { field }));
  for (const key of starlightExtras) delete own[key];
  const fields = checkShape(phaseSchema, { ...page.frontmatter, data: own }, problems, starlightExtras);
  if (!fields) return undefined;
  const pathOfPage = pagePath(page.id);
  return {
    ...fields,
    slug: slugOf(page.id),
    path: pathOfPage,
    file: page.file,
    topics: placeTopics(page, fields.topics, pathOfPage, problems),
    questions: [],
    exercises: [],
    placed: placedQuestions(page),
    opens: [],
    stops: [],
    headings: page.headings,
    reading: page.reading,
  };
}

/** Questions of its own that a page shows one by one. */
export const placedQuestions = ({ checkpoints }: Pick<LoadedPage, 'checkpoints'>): string[] =>
  checkpoints.flatMap(({ of, question }) => (of === undefined && question !== undefined ? [question] : []));

function placeTopics(
  page: LoadedPage,
  topics: PhaseFrontmatter['topics'],
  root: string,
  problems: Problem[],
): PlacedTopic[] {
  const sections = page.headings.filter((heading) => heading.depth === 2);
  const ids = sections.map((heading) => heading.id);
  const seen = new Set<string>();
  return topics.map((topic, index) => {
    const place = page.frontmatter.placeOf(['topics', index, 'id']);
    if (seen.has(topic.id)) problems.push(problem('topic-twice', place, { id: topic.id }));
    seen.add(topic.id);
    const heading = sections.find((one) => one.id === topic.id);
    if (!heading)
      problems.push(problem('topic-unknown', place, { id: topic.id, allowed: ids, near: nearest(topic.id, ids) }));
    return { ...topic, title: heading?.text ?? topic.id, path: `${root}#${topic.id}`, prerequisites: [], stops: [] };
  });
}

/**
 * What is wrong with the name of a lesson that is not among those that a field may name.
 *
 * @param place where the field stands
 * @param named slugs that may stand there, and those of lessons that are not published
 */
export function missingLesson(
  place: Place,
  slug: string,
  field: string,
  { allowed, drafts }: { allowed: readonly string[]; drafts: readonly string[] },
): Problem {
  return drafts.includes(slug)
    ? problem('phase-draft', place, { slug, field })
    : problem('phase-unknown', place, { slug, field, near: nearest(slug, allowed) });
}

/** Checks the prerequisites of lessons of one kind, and tells each lesson what it opens the way to. */
function checkPrerequisites(
  lessons: readonly Lesson[],
  named: { allowed: readonly string[]; drafts: readonly string[] },
  pages: LoadedPages,
  folder: string,
  problems: Problem[],
): void {
  const graph = new Map(lessons.map((lesson) => [lesson.slug, lesson.prerequisites]));
  for (const { slug: own, prerequisites } of lessons) {
    const source = pages.get(folder + own)!.frontmatter;
    prerequisites.forEach((slug, index) => {
      if (named.allowed.includes(slug)) return;
      problems.push(missingLesson(source.placeOf(['prerequisites', index]), slug, 'prerequisites', named));
    });
  }
  for (const cycle of findCycles(graph)) {
    const place = pages.get(folder + cycle[0]!)!.frontmatter.placeOf(['prerequisites']);
    problems.push(problem('prerequisite-cycle', place, { cycle }));
  }
  const opens = reverse(graph);
  for (const lesson of lessons) lesson.opens = opens.get(lesson.slug) ?? [];
}

/** Resolves what topics name as their prerequisites; circles among topics are problems too. */
function placePrerequisitesOfTopics(
  lessons: readonly Lesson[],
  pages: LoadedPages,
  targets: ReadonlyMap<string, ReferenceTarget>,
  problems: Problem[],
): void {
  const graph = new Map<string, string[]>();
  const places = new Map<string, ReturnType<LoadedPage['frontmatter']['placeOf']>>();
  for (const lesson of lessons) {
    const { frontmatter } = pages.get(lesson.path.slice(1, -1))!;
    const written = (frontmatter.data as { topics: { prerequisites?: string[] }[] }).topics;
    lesson.topics.forEach((topic, index) => {
      const node = `${lesson.slug}#${topic.id}`;
      places.set(node, frontmatter.placeOf(['topics', index, 'prerequisites']));
      topic.prerequisites = (written[index]?.prerequisites ?? []).flatMap((reference, position) => {
        const result = resolveReference(reference, targets, lesson.slug);
        if (isReference(result)) return [result];
        const place = frontmatter.placeOf(['topics', index, 'prerequisites', position]);
        problems.push(problem('topic-reference', place, { reference, near: result.near }));
        return [];
      });
      graph.set(
        node,
        topic.prerequisites.flatMap((one) => (one.topic === undefined ? [] : [`${one.lesson}#${one.topic}`])),
      );
    });
  }
  for (const cycle of findCycles(graph))
    problems.push(problem('prerequisite-cycle', places.get(cycle[0]!)!, { cycle }));
}
