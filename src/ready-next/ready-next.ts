/**
 * What a reader can learn next: topics whose prerequisites are done. It recommends and never locks: any page can be read
 * at any time, and a topic that was read in another order counts all the same.
 */
import { topicsAt, topicsOf, type DepthRank, type LearningData, type Place } from './learning-data.ts';

export interface Suggestion extends Place {
  depth: DepthRank;
  /** Titles of what the topic itself needs and the reader has finished; of what its lesson needs where it needs nothing. */
  after: string[];
  /** Keys of unfinished topics that can be learned as soon as this one is finished. */
  opens: string[];
  /** Whether the reader has begun its lesson. */
  begun: boolean;
  /** Title of the stage of the chosen track that leads to it. */
  stage?: string;
}

/**
 * Suggests topics, the best first: what the chosen track leads to, must before should before could, a lesson that was
 * begun, what comes first in the track, what opens most, and what comes first in the roadmap. Within a lesson the order
 * of the page counts, and each lesson has one suggestion as long as there are enough lessons.
 *
 * @param finished keys (`lesson/topic`) of topics that are done or skipped; unknown ones do no harm
 * @param track slug of the chosen track; what it does not lead to follows behind
 */
export function readyNext(data: LearningData, finished: ReadonlySet<string>, track?: string, count = 3): Suggestion[] {
  const topics = topicsOf(data);
  const lessons = new Map(data.lessons.map((lesson) => [lesson.slug, lesson]));
  const stages = stagesOf(data, track);
  const ready = readyTopics(data, finished);
  const suggest = (place: Place): Suggestion => {
    const { lesson, topic, key } = place;
    const own = (topic.needs ?? []).map((need) => topics.get(need)?.topic.title ?? lessons.get(need)?.title);
    const ofLesson = (lesson.needs ?? []).map((slug) => lessons.get(slug)?.title);
    const stage = stages.get(key);
    return {
      ...place,
      depth: topic.depth,
      after: (own.length > 0 ? own : ofLesson).filter((title) => title !== undefined),
      opens: openedBy(key, data, finished, ready),
      begun: lesson.topics.some((one) => finished.has(`${lesson.slug}/${one.id}`)),
      ...(stage && { stage: stage.title }),
    };
  };
  const order = [...topics.keys()];
  const rank = (key: string) => [stages.has(key) ? 0 : 1, topics.get(key)!.topic.depth] as const;
  // Of each lesson the one to begin with, and behind them the others.
  const inLessons = Map.groupBy(
    ready.toSorted((a, b) => compare(rank(a), rank(b)) || order.indexOf(a) - order.indexOf(b)),
    (key) => topics.get(key)!.lesson.slug,
  );
  const rankAll = ({ key, begun, opens }: Suggestion) => [
    ...rank(key),
    begun ? 0 : 1,
    stages.get(key)?.position ?? 0,
    -opens.length,
    order.indexOf(key),
  ];
  const sorted = (keys: string[]) =>
    keys.map((key) => suggest(topics.get(key)!)).toSorted((a, b) => compare(rankAll(a), rankAll(b)));
  const first = sorted([...inLessons.values()].map(([key]) => key!)).slice(0, count);
  const others = sorted([...inLessons.values()].flatMap(([, ...rest]) => rest)).slice(0, count - first.length);
  return [...first, ...others].toSorted((a, b) => compare(rankAll(a), rankAll(b)));
}

/** Keys of the unfinished topics whose own prerequisites and those of their lessons are finished, in roadmap order. */
export function readyTopics(data: LearningData, finished: ReadonlySet<string>): string[] {
  const lessons = new Map(data.lessons.map((lesson) => [lesson.slug, lesson]));
  const known = new Map<string, boolean>();
  const isKnown = (need: string): boolean => {
    const kept =
      known.get(need) ?? (need.includes('/') ? finished.has(need) : isLessonKnown(lessons.get(need), finished));
    known.set(need, kept);
    return kept;
  };
  return data.lessons.flatMap((lesson) =>
    (lesson.needs ?? []).every(isKnown)
      ? lesson.topics
          .filter(({ id, needs = [] }) => !finished.has(`${lesson.slug}/${id}`) && needs.every(isKnown))
          .map(({ id }) => `${lesson.slug}/${id}`)
      : [],
  );
}

/** A lesson is known when all that one must know of it is finished; where it has no such topic, when all of it is. */
function isLessonKnown(lesson: LearningData['lessons'][number] | undefined, finished: ReadonlySet<string>): boolean {
  const musts = lesson?.topics.filter(({ depth }) => depth === 0) ?? [];
  const needed = musts.length > 0 ? musts : (lesson?.topics ?? []);
  return needed.every(({ id }) => finished.has(`${lesson!.slug}/${id}`));
}

/** What becomes ready with a topic that was not before. */
function openedBy(key: string, data: LearningData, finished: ReadonlySet<string>, ready: readonly string[]): string[] {
  const before = new Set(ready);
  return readyTopics(data, new Set([...finished, key])).filter((one) => !before.has(one));
}

/** Stages of a track by the keys of the topics that they lead to; the first stage counts. */
function stagesOf(data: LearningData, track: string | undefined): Map<string, { title: string; position: number }> {
  const found = new Map<string, { title: string; position: number }>();
  const { stages = [] } = data.tracks.find(({ slug }) => slug === track) ?? {};
  stages.forEach(({ title, to }, position) => {
    for (const key of to.flatMap((one) => topicsAt(one, data)))
      if (!found.has(key)) found.set(key, { title, position });
  });
  return found;
}

/** Compares lists of numbers: the first difference counts. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
