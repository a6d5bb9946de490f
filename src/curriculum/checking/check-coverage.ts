/**
 * Checks `content/coverage.yaml`, the list of what the roadmap promises: topics each phase teaches, diagrams it shows,
 * names a page mentions, what a search opens. A roadmap without the file promises nothing. What only the built site can
 * show is held to the list by src/built-site/promises.test.ts.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import type { Lesson, Page, Project, Track } from '../model/model.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { readYamlFile, type ReadYaml } from '../files/content-files.ts';
import type { PageLink } from '../markup/page-source.ts';
import { isReference, resolveReference, type ReferenceTarget } from '../names/reference.ts';

const file = 'content/coverage.yaml';

const name = z.string().min(1);
const names = z.array(z.string()).default([]);
const promiseSchema = z.strictObject({
  topics: names.describe('Names that the topics of the page must list under `covers`, each with a section of its own.'),
  diagrams: names.describe('Titles of diagrams that the page must show.'),
  mentions: names.describe('Words that the text of the page must have.'),
});
const trackPromiseSchema = z.strictObject({
  stages: z.number().int().positive().describe('How many stages the track must have.'),
  items: names.describe('Labels that its stages must list.'),
  practice: z.number().int().nonnegative().default(0).describe('How many tasks of practice it must have at least.'),
  tags: names.describe('Tags that its stages must have.'),
});
const query = z.string().min(1).describe('What a reader types.');
const searchPromiseSchema = z.union([
  z.strictObject({
    query,
    opens: z.string().describe('Lesson or `lesson#topic` that one of the first three hits must open.'),
  }),
  z.strictObject({ query, offers: z.string().describe('Words that the search must offer instead of a misspelling.') }),
]);
const share = z.number().min(0).max(1);
const learnersSchema = z.strictObject({
  least: share.default(0.95).describe('Share of the queries that must have a section they want among the first three.'),
  leastHeld: share.default(0.95).describe('The same of the queries that are held back.'),
  queries: z
    .array(
      z.strictObject({
        query,
        kind: name.describe('How it asks, such as comparison; the bench tells the share of each kind.'),
        opens: z
          .array(name)
          .min(1)
          .describe(
            'What it wants, as `lesson`, `lesson#section` with any heading, or the path of a page; one is enough.',
          ),
        held: z.boolean().default(false).describe('Held back: nothing is ever tuned to it.'),
      }),
    )
    .default([])
    .describe('What learners type.'),
});
export const coverageSchema = z.strictObject({
  wordsPerTopic: z.number().int().positive().default(60).describe('Words that a promised topic must have at least.'),
  pages: z.record(z.string(), promiseSchema).describe('What pages promise, by their path under content/docs.'),
  tracks: z.record(z.string(), trackPromiseSchema).default({}).describe('What tracks promise, by their slug.'),
  projects: names.describe('Titles of projects that the roadmap must describe.'),
  learners: learnersSchema.optional().describe('How well the search answers learners.'),
  searches: z.array(searchPromiseSchema).default([]).describe('What the search of the built site must find.'),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** What promises are held to. */
interface Kept {
  pages: ReadonlyMap<string, Page>;
  lessons: readonly Lesson[];
  /** What references may name, by slug. */
  targets: ReadonlyMap<string, ReferenceTarget>;
  tracks: readonly Track[];
  projects: readonly Project[];
}

/**
 * Adds a problem for every promise that a page does not keep.
 *
 * @returns links to pages that searches must open
 */
export function checkCoverage(
  root: string,
  { pages, lessons, targets, tracks, projects }: Kept,
  problems: Problem[],
): PageLink[] {
  const absolute = path.join(root, file);
  if (!existsSync(absolute)) return [];
  const read = readYamlFile(root, file, coverageSchema, problems);
  if (!read) return [];
  const { value: coverage, source } = read;
  for (const [id, promise] of Object.entries(coverage.pages)) {
    const page = pages.get(id);
    const lesson = lessons.find((one) => one.path === `/${id}/`);
    const missing = (kind: 'topics' | 'diagrams' | 'mentions', index: number, what: string) =>
      problems.push(
        problem('promise-kept-not', source.placeOf(['pages', id, kind, index]), {
          what,
          where: page?.file ?? `the page \`${id}\``,
        }),
      );
    promise.topics.forEach((item, index) => {
      const topic = lesson?.topics.find((one) => one.covers.includes(item));
      const section = page?.headings.find((heading) => heading.depth === 2 && heading.id === topic?.id);
      if (!section) missing('topics', index, `the topic “${item}”`);
      else if (section.words < coverage.wordsPerTopic)
        missing('topics', index, `${coverage.wordsPerTopic} words on the topic “${item}”`);
    });
    promise.diagrams.forEach((title, index) => {
      if (!page?.fences.some((fence) => fence.language === 'mermaid' && fence.attributes.title === title))
        missing('diagrams', index, `the diagram “${title}”`);
    });
    const text = page
      ? [page.title, ...page.headings.flatMap((heading) => [heading.text, heading.content]), page.text]
          .join(' ')
          .toLowerCase()
      : '';
    promise.mentions.forEach((name, index) => {
      if (!text.includes(name.toLowerCase())) missing('mentions', index, `“${name}”`);
    });
  }
  for (const [slug, promise] of Object.entries(coverage.tracks)) {
    const track = tracks.find((one) => one.slug === slug);
    const missing = (what: string, ...path: (string | number)[]) =>
      problems.push(
        problem('promise-kept-not', source.placeOf(['tracks', slug, ...path]), {
          what,
          where: track?.file ?? `the track \`${slug}\``,
        }),
      );
    if (track?.stages.length !== promise.stages) missing(`${promise.stages} stages`, 'stages');
    const labels = track?.stages.flatMap((stage) => stage.items.map((item) => item.label)) ?? [];
    const tags = track?.stages.flatMap((stage) => stage.tags) ?? [];
    const practice = track?.stages.flatMap((stage) => stage.practice).length ?? 0;
    promise.items.forEach((item, index) => labels.includes(item) || missing(`the item “${item}”`, 'items', index));
    promise.tags.forEach((tag, index) => tags.includes(tag) || missing(`the tag “${tag}”`, 'tags', index));
    if (practice < promise.practice) missing(`${promise.practice} tasks of practice`, 'practice');
  }
  coverage.projects.forEach((title, index) => {
    if (!projects.some((one) => one.title === title))
      problems.push(
        problem('promise-kept-not', source.placeOf(['projects', index]), {
          what: `the project “${title}”`,
          where: 'the pages under `content/docs/projects`',
        }),
      );
  });
  coverage.searches.forEach((search, index) => {
    if (!('opens' in search)) return;
    const found = resolveReference(search.opens, targets);
    if (isReference(found)) return;
    const place = source.placeOf(['searches', index, 'opens']);
    problems.push(problem('topic-reference', place, { reference: search.opens, near: found.near }));
  });
  return checkLearners(read, lessons, problems);
}

/** Adds a problem for every section that learners want and no lesson has. @returns links to the pages that they want */
function checkLearners(
  { value: { learners }, source }: ReadYaml<Coverage>,
  lessons: readonly Lesson[],
  problems: Problem[],
): PageLink[] {
  const targets = new Map(lessons.map((lesson) => [lesson.slug, { ...lesson, sections: lesson.headings }]));
  const links: PageLink[] = [];
  learners?.queries.forEach(({ opens }, index) =>
    opens.forEach((reference, at) => {
      const place = source.placeOf(['learners', 'queries', index, 'opens', at]);
      if (reference.startsWith('/')) {
        links.push({ target: reference, place });
        return;
      }
      const found = resolveReference(reference, targets);
      if (!isReference(found)) problems.push(problem('topic-reference', place, { reference, near: found.near }));
    }),
  );
  return links;
}
