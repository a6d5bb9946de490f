/** `/review/data.json` of each language: what can come back. The questions themselves are in `/questions/<lesson>.json`. */
import type { StringEntry } from '../strings/english.ts';
import type { ReviewItem } from './schedule.ts';

export interface ReviewData {
  /** Words for what is made of it in the browser. */
  words: Record<string, StringEntry>;
  /** Lessons with questions: phases in roadmap order, then supplements. */
  lessons: ReviewLesson[];
  tracks: { slug: string; title: string; /** Lessons (`lesson`) and topics (`lesson/topic`). */ to: string[] }[];
}

export interface ReviewLesson {
  slug: string;
  title: string;
  /** Path from the root of the language, `phases/caching/`. */
  path: string;
  questions: ReviewQuestion[];
  /** Titles of the topics that have questions, by their ids. */
  topics: Record<string, string>;
}

export interface ReviewQuestion {
  id: string;
  topic: string;
  /** The site can tell right from wrong. */
  graded?: true;
  /** 1 when left out. */
  revision?: number;
  /** Ids of its cards, which come back in its place. */
  cards?: string[];
  /** Its answer is too long to be graded honestly; it comes back only on request. */
  long?: true;
  /** It never comes back. */
  review?: false;
}

/** Something that can be asked, with where it belongs. */
export interface PlacedItem extends ReviewItem {
  lesson: ReviewLesson;
  question: ReviewQuestion;
  /** Id of the card, where it is one. */
  card?: string;
  /** `caching/redis`, which those that are alike have in common. */
  topic: string;
}

/** Everything that can come back; long questions only where they are wanted. */
export function itemsOf({ lessons }: Pick<ReviewData, 'lessons'>, { long = false } = {}): PlacedItem[] {
  return lessons.flatMap((lesson) =>
    lesson.questions.flatMap((question): PlacedItem[] => {
      if (question.review === false || (question.long && !long)) return [];
      const item = itemOf(lesson, question);
      return question.cards
        ? question.cards.map((card) => ({ ...item, id: `${item.id}#${card}`, of: item.id, card }))
        : [item];
    }),
  );
}

/** The questions that an exam can ask: those that the site can grade. */
export const examItems = ({ lessons }: Pick<ReviewData, 'lessons'>): PlacedItem[] =>
  lessons.flatMap((lesson) =>
    lesson.questions.flatMap((question) => (question.graded ? [itemOf(lesson, question)] : [])),
  );

const itemOf = (lesson: ReviewLesson, question: ReviewQuestion): PlacedItem => ({
  id: `question:${lesson.slug}/${question.id}`,
  revision: question.revision ?? 1,
  lesson,
  question,
  topic: `${lesson.slug}/${question.topic}`,
});

/**
 * Whether an item is part of what was chosen.
 *
 * @param scope nothing for everything, `lesson:<slug>` or `track:<slug>`
 */
export function isIn(
  { lesson, topic }: Pick<PlacedItem, 'lesson' | 'topic'>,
  scope: string,
  data: ReviewData,
): boolean {
  if (scope === '') return true;
  const [kind, slug] = scope.split(':');
  if (kind === 'lesson') return lesson.slug === slug;
  const to = data.tracks.find((track) => track.slug === slug)?.to ?? [];
  return to.includes(lesson.slug) || to.includes(topic);
}
