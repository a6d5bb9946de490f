/**
 * Checks `content/coverage.yaml`, the list of what the roadmap promises: topics each phase teaches, diagrams it shows,
 * names a page mentions. A roadmap without the file promises nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import type { Page, Phase } from './model.ts';
import { problem, type Problem } from './problems.ts';
import { checkShape, readYaml } from './yaml-source.ts';

const file = 'content/coverage.yaml';

const promiseSchema = z.strictObject({
  topics: z.array(z.string()).default([]),
  diagrams: z.array(z.string()).default([]),
  mentions: z.array(z.string()).default([]),
});
const coverageSchema = z.strictObject({
  wordsPerTopic: z.number().int().positive().default(60),
  pages: z.record(z.string(), promiseSchema),
});

/** Adds a problem for every promise that a page does not keep. */
export function checkCoverage(
  root: string,
  pages: ReadonlyMap<string, Page>,
  phases: readonly Phase[],
  problems: Problem[],
): void {
  const absolute = path.join(root, file);
  if (!existsSync(absolute)) return;
  const source = readYaml(readFileSync(absolute, 'utf8'), file, 1, problems);
  const coverage = source && checkShape(coverageSchema, source, problems);
  if (!source || !coverage) return;
  for (const [id, promise] of Object.entries(coverage.pages)) {
    const page = pages.get(id);
    const phase = phases.find((one) => `phases/${one.slug}` === id);
    const missing = (kind: 'topics' | 'diagrams' | 'mentions', index: number, what: string) =>
      problems.push(
        problem('promise-kept-not', source.placeOf(['pages', id, kind, index]), {
          what,
          where: page?.file ?? `the page \`${id}\``,
        }),
      );
    promise.topics.forEach((item, index) => {
      const topic = phase?.topics.find((one) => one.covers.includes(item));
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
}
