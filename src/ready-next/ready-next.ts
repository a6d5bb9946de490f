/**
 * What a reader can learn next: topics whose prerequisites are done. It recommends and never locks: any page can be read
 * at any time, and a topic that was read in another order counts all the same.
 */
import { topicsAt, topicsOf, type DepthRank, type LearningData, type Place } from './learning-data.ts';

export interface Suggestion extends Place {
  depth: DepthRank;
  /** Titles of what the topic itself needs and the reader has finished; of what its lesson needs where it needs nothing. */
  after: string[];
  /** Titles of the lessons that it needs something of that is not finished and that the chosen track leaves out. */
  outside: string[];
  /** Keys of unfinished topics that can be learned as soon as this one is finished. */
  opens: string[];
  /** Whether the reader has begun its lesson. */
  begun: boolean;
  /** Title of the stage of the chosen track that leads to it. */
  stage?: string;
  /** Title of the topic of the chosen track that it is needed before, where the track itself does not lead to it. */
  before?: string;
}

/**
 * Suggests topics, the best first: what the chosen track leads to and nothing is missing for, the rest of the track with
 * what it needs and leaves out, and then the others. Among these, what one could know comes last; what comes first in
 * the track, must before should, a lesson that was begun, what opens most, and what comes first in the roadmap. Within
 * a lesson the order of the page counts, and each lesson has one suggestion as long as there are enough lessons.
 *
 * @param finished keys (`lesson/topic`) of topics that are done or skipped; unknown ones do no harm
 * @param track slug of the chosen track; what it leaves out keeps none of its topics back
 */
export function readyNext(data: LearningData, finished: ReadonlySet<string>, track?: string, count = 3): Suggestion[] {
  const topics = topicsOf(data);
  const lessons = new Map(data.lessons.map((lesson) => [lesson.slug, lesson]));
  const stages = stagesOf(data, track);
  const before = neededBefore(data, finished, stages);
  const ready = readyTopics(data, finished, stages);
  const suggest = (place: Place): Suggestion => {
    const { lesson, topic, key } = place;
    const titleOf = (need: string) => topics.get(need)?.topic.title ?? lessons.get(need)?.title;
    const [own, ofLesson] = [topic.needs ?? [], lesson.needs ?? []];
    const missing = [...own, ...ofLesson].filter((need) => missingOf(need, data, finished).length > 0);
    const known = (needs: string[]) => needs.filter((need) => !missing.includes(need)).map(titleOf);
    const stage = stages.get(key);
    return {
      ...place,
      depth: topic.depth,
      after: known(own.length > 0 ? own : ofLesson).filter((title) => title !== undefined),
      outside: [...new Set(missing.map((need) => lessons.get(need.split('/')[0]!)!.title))],
      opens: openedBy(key, data, finished, ready, stages),
      begun: lesson.topics.some((one) => finished.has(`${lesson.slug}/${one.id}`)),
      ...(stage ? { stage: stage.title } : before.has(key) && { before: topics.get(before.get(key)!)!.topic.title }),
    };
  };
  const order = [...topics.keys()];
  const readyAnyway = new Set(readyTopics(data, finished));
  const nearness = (key: string) => (stages.has(key) ? (readyAnyway.has(key) ? 0 : 1) : before.has(key) ? 2 : 3);
  const rank = (key: string) => [nearness(key), topics.get(key)!.topic.depth] as const;
  const rankAll = ({ key, depth, begun, opens }: Suggestion) => [
    nearness(key),
    depth === 2 ? 1 : 0,
    stages.get(key)?.position ?? 0,
    depth,
    begun ? 0 : 1,
    -opens.length,
    order.indexOf(key),
  ];
  const sorted = (keys: string[]) =>
    keys.map((key) => suggest(topics.get(key)!)).toSorted((a, b) => compare(rankAll(a), rankAll(b)));
  const best = (keys: string[], most: number): Suggestion[] => {
    // Of each lesson the one to begin with, and behind them the others.
    const inLessons = Map.groupBy(
      keys.toSorted((a, b) => compare(rank(a), rank(b)) || order.indexOf(a) - order.indexOf(b)),
      (key) => topics.get(key)!.lesson.slug,
    );
    const first = sorted([...inLessons.values()].map(([key]) => key!)).slice(0, most);
    return [...first, ...sorted([...inLessons.values()].flatMap(([, ...rest]) => rest)).slice(0, most - first.length)];
  };
  const found: Suggestion[] = [];
  for (const group of [[0], [1, 2], [3]]) {
    const left = count - found.length;
    if (left > 0)
      found.push(
        ...best(
          ready.filter((key) => group.includes(nearness(key))),
          left,
        ),
      );
  }
  return found.toSorted((a, b) => compare(rankAll(a), rankAll(b)));
}

/** Topics of a track, by key. */
type Within = Pick<ReadonlyMap<string, unknown>, 'has'>;

/**
 * Keys of the unfinished topics whose own prerequisites and those of their lessons are finished, in roadmap order.
 *
 * @param within topics of a track: of what they need, only what is among them counts
 */
export function readyTopics(data: LearningData, finished: ReadonlySet<string>, within?: Within): string[] {
  const kept = new Map<string, string[]>();
  const missing = (need: string): string[] => {
    const found = kept.get(need) ?? missingOf(need, data, finished);
    kept.set(need, found);
    return found;
  };
  return data.lessons.flatMap((lesson) =>
    lesson.topics
      .map((topic) => [`${lesson.slug}/${topic.id}`, topic.needs ?? []] as const)
      .filter(([key, needs]) => {
        if (finished.has(key)) return false;
        const counts = (one: string) => !within?.has(key) || within.has(one);
        return [...(lesson.needs ?? []), ...needs].every((need) => !missing(need).some(counts));
      })
      .map(([key]) => key),
  );
}

/**
 * Keys of what is not finished of a prerequisite: the topic, or all that one must know of the lesson; where the lesson
 * has no such topic, all of it.
 */
function missingOf(need: string, { lessons }: LearningData, finished: ReadonlySet<string>): string[] {
  if (need.includes('/')) return finished.has(need) ? [] : [need];
  const topics = lessons.find(({ slug }) => slug === need)?.topics ?? [];
  const musts = topics.filter(({ depth }) => depth === 0);
  return (musts.length > 0 ? musts : topics).map(({ id }) => `${need}/${id}`).filter((key) => !finished.has(key));
}

/** What the topics of a track need and the track does not lead to, each with the first of them that needs it. */
function neededBefore(data: LearningData, finished: ReadonlySet<string>, within: ReadonlyMap<string, unknown>) {
  const topics = topicsOf(data);
  const found = new Map<string, string>();
  const visit = (key: string, first: string): void => {
    const place = topics.get(key);
    for (const need of [...(place?.topic.needs ?? []), ...(place?.lesson.needs ?? [])])
      for (const one of missingOf(need, data, finished)) {
        if (found.has(one) || within.has(one)) continue;
        found.set(one, first);
        visit(one, first);
      }
  };
  for (const key of within.keys()) if (!finished.has(key)) visit(key, key);
  return found;
}

/** What becomes ready with a topic that was not before. */
function openedBy(
  key: string,
  data: LearningData,
  finished: ReadonlySet<string>,
  ready: readonly string[],
  within: Within,
): string[] {
  const before = new Set(ready);
  return readyTopics(data, new Set([...finished, key]), within).filter((one) => !before.has(one) && one !== key);
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
