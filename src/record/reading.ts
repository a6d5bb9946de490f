/** What a record says of the roadmap as it is today: ids resolved, counts, and what is left. */
import type { StringEntry } from '../strings/english.ts';
import type { MarkState, Mark, ProgressRecord } from './record.ts';

/** What reading a record needs to know of the roadmap; `/progress/data.json` of each language holds it. */
export interface RoadmapData {
  roadmap: string;
  /** Changes whenever a record has to be read anew. */
  version: string;
  /** Words of notes and of the page `/progress/`. */
  words: Record<string, StringEntry>;
  lessons: LessonData[];
  projects: { id: string; title: string; path: string }[];
  /** Stages by `<track>/<position>`, each with the ids of the lessons and topics it leads to. */
  stages: Record<string, string[]>;
  /** Id of an earlier day → what it is called today; several where it was split. */
  was: Record<string, string[]>;
  /** Id of any day → the number it always has. Build tasks go by the number of their lesson. */
  numbers: Record<string, number>;
}

export interface LessonData {
  slug: string;
  title: string;
  path: string;
  hours: readonly [least: number, most: number];
  topics: { id: string; title: string; revision?: number }[];
  /** The section with its build task. */
  build?: { id: string; title: string };
  exercises?: { id: string; title: string }[];
}

/** `changed`: done, and the author has changed the meaning of the topic since. */
export type ShownState = Exclude<MarkState, 'none'> | 'changed';

/** How far the reader is: topics finished, topics in all, hours left at least and at most. */
export type Extent = [finished: number, topics: number, least: number, most: number];

export interface ShownLesson {
  /** What the reader says of the whole lesson, or what follows from its topics. */
  state?: ShownState;
  /** What the reader says of the whole lesson. */
  own?: ShownState;
  extent: Extent;
  topics: Record<string, ShownState>;
  build?: ShownState;
  /** Ids of the exercises that are solved. */
  exercises?: string[];
}

/**
 * What pages show. A copy stands in `localStorage`, so that a page can show it without reading the record; it holds
 * only lessons of which something is known.
 */
export interface Shown {
  /** Version of the roadmap’s data and time of the record that it was made from. */
  version: string;
  time: number;
  lessons: Record<string, ShownLesson>;
  projects: Record<string, ShownState>;
  stages: Record<string, Extent>;
  tracks: Record<string, Extent>;
  /**
   * Exercises that are solved, where any is: of `all` lessons, by the slug of a lesson, and by `<lesson>/<id>` each of
   * them. They take no hours beside those of their lesson.
   */
  exercises?: Record<string, Extent>;
  all: Extent;
}

/** The mark of each id of today: of all ids that it ever had, the latest. */
export function marksOfToday({ marks }: ProgressRecord, was: RoadmapData['was']): Map<string, Mark> {
  const found = new Map<string, Mark>();
  for (const [id, mark] of Object.entries(marks)) {
    for (const today of Object.hasOwn(was, id) ? was[id]! : [id]) {
      const kept = found.get(today);
      if (!kept || mark[1] > kept[1] || (mark[1] === kept[1] && mark[2] > kept[2])) found.set(today, mark);
    }
  }
  return found;
}

/** Whether nothing is left to do of what is in this state. */
export const isFinished = (state: ShownState | undefined): boolean => state !== undefined && state !== 'reading';

/**
 * Makes what pages show. What the reader says of a whole lesson (done or skip) holds for each of its topics and
 * for its build task, unless they have said something else of it since.
 *
 * @param time when the record was last changed
 */
export function show(record: ProgressRecord, data: RoadmapData, time: number): Shown {
  const marks = marksOfToday(record, data.was);
  const finished = new Set<string>();
  const lessons: Record<string, ShownLesson> = {};
  const extents = new Map<string, Extent>();
  for (const lesson of data.lessons) {
    const shown = showLesson(lesson, marks);
    extents.set(lesson.slug, shown.extent);
    for (const [id, state] of Object.entries(shown.topics))
      if (isFinished(state)) finished.add(`topic:${lesson.slug}/${id}`);
    if (shown.state || shown.build || shown.exercises || Object.keys(shown.topics).length > 0)
      lessons[lesson.slug] = shown;
  }
  const bySlug = new Map(data.lessons.map((lesson) => [lesson.slug, lesson]));
  const solved = solvedIn(data.lessons, lessons);
  const reach = (ids: readonly string[]) => extentOf(ids, bySlug, extents, finished);
  const tracks = new Map<string, string[]>();
  for (const [stage, ids] of Object.entries(data.stages)) {
    const track = stage.replace(/\/\d+$/, '');
    tracks.set(track, [...(tracks.get(track) ?? []), ...ids]);
  }
  const each = (groups: Iterable<[string, string[]]>) =>
    Object.fromEntries([...groups].map(([name, ids]) => [name, reach(ids)]));
  return {
    version: data.version,
    time,
    lessons,
    projects: Object.fromEntries(
      data.projects.flatMap(({ id }) => {
        const state = stateOf(marks.get(`project:${id}`));
        return state ? [[id, state]] : [];
      }),
    ),
    stages: each(Object.entries(data.stages)),
    tracks: each(tracks),
    ...(solved && { exercises: solved }),
    all: reach(data.lessons.map(({ slug }) => `lesson:${slug}`)),
  };
}

function showLesson(lesson: LessonData, marks: ReadonlyMap<string, Mark>): ShownLesson {
  const whole = marks.get(`lesson:${lesson.slug}`);
  const own = stateOf(whole);
  const isByLesson = (mark?: Mark) => own && own !== 'reading' && (!mark || whole![1] > mark[1]);
  const topics: Record<string, ShownState> = {};
  for (const { id, revision } of lesson.topics) {
    const mark = marks.get(`topic:${lesson.slug}/${id}`);
    const state = isByLesson(mark) ? own : stateOf(mark, revision);
    if (state) topics[id] = state;
  }
  const task = marks.get(`build:${lesson.slug}`);
  const build = lesson.build && isByLesson(task) ? own : stateOf(task);
  const exercises = (lesson.exercises ?? []).flatMap(({ id }) =>
    marks.get(`exercise:${lesson.slug}/${id}`)?.[0] === 'done' ? [id] : [],
  );
  const states = Object.values(topics);
  const done = states.filter(isFinished).length;
  const isWhole = done > 0 && done === lesson.topics.length;
  const state =
    own && own !== 'reading'
      ? own
      : isWhole
        ? states.includes('changed')
          ? 'changed'
          : states.every((one) => one === 'skip')
            ? 'skip'
            : 'done'
        : own || build || exercises.length > 0 || states.length > 0
          ? 'reading'
          : undefined;
  const units = lesson.topics.length + (lesson.build ? 1 : 0);
  const left = units - done - (lesson.build && isFinished(build) ? 1 : 0);
  return {
    ...(state && { state }),
    ...(own && { own }),
    extent: [done, lesson.topics.length, ...hoursLeft(lesson.hours, left / units)],
    topics,
    ...(build && { build }),
    ...(exercises.length > 0 && { exercises }),
  };
}

/** How many exercises are solved; nothing where none is. */
function solvedIn(
  all: readonly LessonData[],
  shown: Readonly<Record<string, ShownLesson>>,
): Record<string, Extent> | undefined {
  const solved = all.flatMap(({ slug }) => (shown[slug]?.exercises ?? []).map((id) => `${slug}/${id}`));
  if (solved.length === 0) return undefined;
  const count = (lessons: readonly LessonData[], done: number): Extent => [
    done,
    lessons.reduce((sum, { exercises = [] }) => sum + exercises.length, 0),
    0,
    0,
  ];
  return {
    all: count(all, solved.length),
    ...Object.fromEntries(
      all.flatMap((lesson) => {
        const done = shown[lesson.slug]?.exercises?.length ?? 0;
        return done > 0 ? [[lesson.slug, count([lesson], done)]] : [];
      }),
    ),
    ...Object.fromEntries(solved.map((id) => [id, [1, 1, 0, 0] satisfies Extent])),
  };
}

/** Extent of several lessons and topics, nothing counted twice. */
function extentOf(
  ids: readonly string[],
  lessons: ReadonlyMap<string, LessonData>,
  extents: ReadonlyMap<string, Extent>,
  finished: ReadonlySet<string>,
): Extent {
  const whole = new Set(ids.filter((id) => id.startsWith('lesson:')).map((id) => id.slice('lesson:'.length)));
  const sum: Extent = [0, 0, 0, 0];
  const add = (extent: Extent) => extent.forEach((value, index) => (sum[index as 0] += value));
  for (const slug of whole) add(extents.get(slug) ?? [0, 0, 0, 0]);
  for (const id of new Set(ids)) {
    const [, slug] = /^topic:([^/]+)/.exec(id) ?? [];
    const lesson = slug !== undefined && !whole.has(slug) ? lessons.get(slug) : undefined;
    if (!lesson) continue;
    const is = finished.has(id);
    add([Number(is), 1, ...(is ? ([0, 0] as const) : hoursLeft(lesson.hours, 1 / lesson.topics.length))]);
  }
  return sum;
}

const hoursLeft = ([least, most]: readonly [number, number], share: number): [number, number] => {
  const round = (hours: number) => Math.round(hours * share * 10) / 10;
  return [round(least), round(most)];
};

/** State of a mark; a state of a later version of this site is shown as none. */
function stateOf(mark: Mark | undefined, revision = 1): ShownState | undefined {
  const [state, , , seen = 1] = mark ?? [];
  if (state === 'done') return seen < revision ? 'changed' : 'done';
  return state === 'reading' || state === 'skip' ? state : undefined;
}
