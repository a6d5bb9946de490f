/** Loads `content/search.yaml`: how readers ask. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readYamlFile, type ReadYaml } from '../files/content-files.ts';
import type { Lesson, PlacedSearchWords } from '../model/model.ts';
import type { PageLink } from '../markup/page-source.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { isReference, resolveReference } from '../names/reference.ts';
import { searchSchema, type SearchWords } from '../schema/schema.ts';

const file = 'content/search.yaml';

/**
 * @param lessons what is asked for by other words, each of their headings included
 * @returns the words, and the links of their answers
 */
export function loadSearchWords(
  root: string,
  lessons: readonly Lesson[],
  problems: Problem[],
): { words: PlacedSearchWords; links: PageLink[] } {
  const read = existsSync(path.join(root, file)) ? readYamlFile(root, file, searchSchema, problems) : undefined;
  const words = read?.value ?? searchSchema.parse({});
  return {
    words: { ...words, topics: read ? placedTopics(read, lessons, problems) : [] },
    links: read ? answerLinks(read) : [],
  };
}

/** Resolves which sections are asked for; a section that does not exist is a problem. */
export function placedTopics(
  { value, source }: ReadYaml<Pick<Partial<SearchWords>, 'topics'>>,
  lessons: readonly Lesson[],
  problems: Problem[],
): PlacedSearchWords['topics'] {
  const targets = new Map(lessons.map((lesson) => [lesson.slug, { ...lesson, sections: lesson.headings }]));
  return Object.entries(value.topics ?? {}).flatMap(([reference, ask]) => {
    const see = resolveReference(reference, targets);
    if (isReference(see)) return [{ ask, see }];
    problems.push(problem('topic-reference', source.placeOf(['topics', reference]), { reference, near: see.near }));
    return [];
  });
}

/** Where the answers to questions about the site lead. */
export const answerLinks = ({ value, source }: ReadYaml<Pick<Partial<SearchWords>, 'questions'>>): PageLink[] =>
  (value.questions ?? []).map(({ see }, index) => ({
    target: see,
    place: source.placeOf(['questions', index, 'see']),
  }));
