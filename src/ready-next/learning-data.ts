/** `/learning.json` of each language: what can be learned, what each needs before, and how long it takes. */

import type { StringEntry } from '../strings/english.ts';

/** How deep to know a topic: must, should, could. */
export type DepthRank = 0 | 1 | 2;

export interface LearningData {
  /** Words for what is made of it in the browser. */
  words?: Record<string, StringEntry>;
  /** Phases in roadmap order, then supplements. */
  lessons: LearningLesson[];
  tracks: LearningTrack[];
}

export interface LearningLesson {
  slug: string;
  title: string;
  /** Path from the root of the site, without base and language. */
  path: string;
  /** Number of the lesson in the ledger of ids. */
  n: number;
  hours: readonly [least: number, most: number];
  /** Slugs of the lessons to know before. */
  needs?: string[];
  /** Anchor of the section with its build task. */
  build?: string;
  topics: LearningTopic[];
}

export interface LearningTopic {
  id: string;
  title: string;
  /** Number of the topic in the ledger of ids. */
  n: number;
  depth: DepthRank;
  /** Topics (`lesson/topic`) and lessons (`lesson`) to know before, beside what its lesson needs. */
  needs?: string[];
  /** How many questions there are about it, where there are any. */
  questions?: number;
}

export interface LearningTrack {
  slug: string;
  title: string;
  stages: { title: string; /** Lessons (`lesson`) and topics (`lesson/topic`) in order. */ to: string[] }[];
}

/** A topic with its lesson. */
export interface Place {
  /** `lesson/topic`, the id without its kind. */
  key: string;
  lesson: LearningLesson;
  topic: LearningTopic;
}

/** Every topic by its key, in roadmap order. */
export const topicsOf = ({ lessons }: Pick<LearningData, 'lessons'>): Map<string, Place> =>
  new Map(
    lessons.flatMap((lesson) =>
      lesson.topics.map((topic) => {
        const key = `${lesson.slug}/${topic.id}`;
        return [key, { key, lesson, topic }] as const;
      }),
    ),
  );

/** What a lesson or topic named by a key stands for: the topic, or all topics of the lesson; none when it is unknown. */
export function topicsAt(key: string, { lessons }: Pick<LearningData, 'lessons'>): string[] {
  const [slug, id] = key.split('/');
  const lesson = lessons.find((one) => one.slug === slug);
  if (!lesson) return [];
  // A stage may lead to a section that teaches nothing by itself; it stands for its lesson.
  return lesson.topics.some((topic) => topic.id === id) ? [key] : lesson.topics.map((one) => `${slug}/${one.id}`);
}
