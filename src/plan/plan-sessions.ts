/** Makes a plan: what to learn on which day. Pure, so that the same answers always give the same plan. */
import { topicsAt, type LearningData, type LearningLesson } from '../ready-next/learning-data.ts';
import type { PlanWishes } from '../progress/kept-plan.ts';

/** A topic or build task, with the time it takes. */
export interface Unit {
  /** `topic:lesson/topic` or `build:lesson`. */
  id: string;
  kind: 'topic' | 'build';
  lesson: LearningLesson;
  /** Title of the topic; none for a build task. */
  title?: string;
  /** Path from the root of the site, without base and language. */
  path: string;
  /** Number of the topic, for a build task that of its lesson. */
  n: number;
  minutes: number;
}

/** One day of a plan. */
export interface Session {
  /** `2026-12-01` */
  date: string;
  /** `continues`: goes on another day. */
  parts: { unit: Unit; minutes: number; continues: boolean }[];
}

/** Minutes of each part of a lesson: its hours, halfway between least and most, spread evenly. */
export const minutesEach = ({ hours: [least, most], topics, build }: LearningLesson): number =>
  (((least + most) / 2) * 60) / (topics.length + (build === undefined ? 0 : 1));

/**
 * Lists what is to be learned, each once, prerequisites first wherever they belong to it; otherwise in the order asked
 * for. A build task comes when the topics of its lesson are through, and only where the whole lesson belongs to it.
 *
 * @param keys lessons (`lesson`) and topics (`lesson/topic`), in the order wished
 * @param isDone whether a reader has finished the topic or build task of an id
 */
export function unitsOf(data: LearningData, keys: readonly string[], isDone: (id: string) => boolean): Unit[] {
  const lessons = new Map(data.lessons.map((lesson) => [lesson.slug, lesson]));
  const wanted = new Set(keys.flatMap((key) => topicsAt(key, data)));
  const units: Unit[] = [];
  const begun = new Set<string>();
  const through = new Set<string>();
  const add = (
    kind: Unit['kind'],
    key: string,
    anchor: string,
    lesson: LearningLesson,
    rest: Pick<Unit, 'n' | 'title'>,
  ) => {
    const id = `${kind}:${key}`;
    const path = `${lesson.path}#${anchor}`;
    if (!isDone(id)) units.push({ id, kind, lesson, path, minutes: minutesEach(lesson), ...rest });
  };
  const visit = (key: string): void => {
    if (!wanted.has(key) || begun.has(key)) return;
    begun.add(key);
    const [slug, id] = key.split('/') as [string, string];
    const lesson = lessons.get(slug)!;
    const topic = lesson.topics.find((one) => one.id === id)!;
    for (const need of [...(lesson.needs ?? []), ...(topic.needs ?? [])])
      for (const one of topicsAt(need, data)) visit(one);
    add('topic', key, id, lesson, { n: topic.n, title: topic.title });
    through.add(key);
    if (lesson.build !== undefined && lesson.topics.every((one) => through.has(`${slug}/${one.id}`)))
      add('build', slug, lesson.build, lesson, { n: lesson.n });
  };
  for (const key of wanted) visit(key);
  return units;
}

/** Keys of all phases, or of what a track leads to, in its order. */
export function keysOf(data: LearningData, track?: string): string[] {
  const found = data.tracks.find(({ slug }) => slug === track);
  if (found) return [...new Set(found.stages.flatMap(({ to }) => to))];
  return data.lessons.filter(({ path }) => path.startsWith('/phases/')).map(({ slug }) => slug);
}

/** Spreads units over the days wished, in their order; what does not fit into a day goes on the next one. */
export function planSessions(units: readonly Unit[], { start, hoursPerWeek, days }: PlanWishes): Session[] {
  if (units.length === 0 || days.length === 0 || hoursPerWeek <= 0) return [];
  const room = (hoursPerWeek * 60) / new Set(days).size;
  const sessions: Session[] = [{ date: nextDay(start, days), parts: [] }];
  let free = room;
  for (const unit of units) {
    let left = unit.minutes;
    // A rest of less than a minute is no reason to come back another day.
    while (left >= 1) {
      if (free < 1) {
        sessions.push({ date: nextDay(addDays(sessions.at(-1)!.date, 1), days), parts: [] });
        free = room;
      }
      const minutes = left - free < 1 ? left : free;
      left -= minutes;
      free -= minutes;
      sessions.at(-1)!.parts.push({ unit, minutes, continues: left >= 1 });
    }
  }
  return sessions;
}

/** The first of these days of the week that is a day or comes after it. */
function nextDay(from: string, days: readonly number[]): string {
  let date = from;
  while (!days.includes(weekday(date))) date = addDays(date, 1);
  return date;
}

/** `addDays('2026-12-31', 1)` → `2027-01-01` */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Day of the week, 1 is Monday and 7 Sunday. */
export const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** Sessions by the Monday of their week. */
export const inWeeks = (sessions: readonly Session[]): Map<string, Session[]> =>
  Map.groupBy(sessions, ({ date }) => addDays(date, 1 - weekday(date)));

/** Minutes of some sessions. */
export const minutesOf = (sessions: readonly Session[]): number =>
  sessions.flatMap(({ parts }) => parts).reduce((sum, { minutes }) => sum + minutes, 0);
