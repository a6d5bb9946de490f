/** The words the site itself uses for its subjects; “did you mean” offers one of them for a word that is unknown. */
import type { CurriculumView, LessonView } from '../site/curriculum-view.ts';

/** Words of titles, headings, tags, covered names and glossary terms: lower case, sorted, each once. */
export function vocabulary({ phases, supplements, glossary }: CurriculumView): string[] {
  const texts = [...phases, ...supplements].flatMap((lesson: LessonView) => [
    lesson.title,
    ...lesson.tags,
    ...lesson.topics.flatMap((topic) => [topic.title, ...topic.covers]),
  ]);
  const names = glossary.flatMap((entry) => [entry.term, ...entry.also]);
  return [...new Set([...texts, ...names].flatMap(wordsOf))].sort();
}

/** Words of a text or query, lower case; at least three letters, because shorter ones are not corrected. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
