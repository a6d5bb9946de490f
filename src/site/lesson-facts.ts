/** Words for the facts of a lesson. */
import { answeringMinutes } from '../curriculum/questions/answering-time.ts';
import type { Lesson, Track } from '../curriculum/model/model.ts';
import { pace } from '../curriculum/model/reading-time.ts';
import type { Level } from '../curriculum/schema/schema.ts';
import type { TestedCode } from '../samples/tested-pages.ts';
import type { Translator } from '../strings/translator.ts';

/** `beginner` → `Beginner` */
export const levelName = (t: Translator, level: Level): string => t.alone(t(`level.${level}`));

/** `[10, 16]` → `10 to 16 hours`, `[1, 1]` → `1 hour` */
export function hoursText(t: Translator, [least, most]: readonly [number, number]): string {
  return least === most ? t('hours.same', { count: least }) : t('hours.range', { from: least, to: most });
}

/** `45` → `45 min`, `65` → `1 h 5 min` */
export const minutesText = (t: Translator, minutes: number): string =>
  minutes < 60
    ? t('minutes', { count: minutes })
    : t('minutes.hours', { hours: Math.floor(minutes / 60), count: minutes % 60 });

/**
 * The time of a lesson split up: in one line, as `10–16 h: 45 min reading, 30 min exercises, the rest building`, and in
 * sentences that say how it is reckoned. A lesson without questions has no exercises, and one whose hours are over by
 * then has no rest.
 */
export function lessonTime(
  t: Translator,
  { hours, reading, questions }: Pick<Lesson, 'hours' | 'reading' | 'questions'>,
): { line: string; how: string } {
  const [least, most] = hours;
  const answering = answeringMinutes(questions);
  const forReading = minutesText(t, reading.minutes);
  const forAnswering = answering > 0 ? minutesText(t, answering) : undefined;
  const hasRest = reading.minutes + answering < most * 60;
  const all = least === most ? hoursText(t, hours) : t('hours.short', { from: least, to: most });
  return {
    line: t('lesson.time', {
      hours: all,
      parts: t.list([
        t('lesson.time.reading', { time: forReading }),
        ...(forAnswering ? [t('lesson.time.exercises', { time: forAnswering })] : []),
        ...(hasRest ? [t('lesson.time.rest')] : []),
      ]),
    }),
    how: [
      t('lesson.time.reading.how', { time: forReading, words: pace.words, lines: pace.lines }),
      ...(forAnswering ? [t('lesson.time.exercises.how', { time: forAnswering })] : []),
      ...(hasRest ? [t('lesson.time.rest.how', { hours: hoursText(t, hours) })] : []),
    ].join(' '),
  };
}

/** What a track takes: its lessons, its projects, and both together where there are any. */
export function trackTimes(
  t: Translator,
  { hours, projects }: Pick<Track, 'hours' | 'projects'>,
): { name: string; value: string }[] {
  const lessons = { name: t('fact.lessons'), value: hoursText(t, hours) };
  if (projects.length === 0) return [lessons];
  const sum = (end: 0 | 1) => projects.reduce((total, project) => total + project.hours[end], 0);
  return [
    lessons,
    { name: t('fact.projects'), value: hoursText(t, [sum(0), sum(1)]) },
    { name: t('fact.together'), value: hoursText(t, [hours[0] + sum(0), hours[1] + sum(1)]) },
  ];
}

/** `['beginner', 'advanced']` → `Beginner to advanced`, two of the same → `Beginner` */
export function levelsText(t: Translator, [first, last]: readonly [Level, Level]): string {
  if (first === last) return levelName(t, first);
  return t.alone(t('level.range', { from: t(`level.${first}`), to: t(`level.${last}`) }));
}

/** Level and time in one line: `Beginner, 10 to 16 hours` */
export const levelAndHours = (t: Translator, level: Level, hours: readonly [number, number]): string =>
  t.list([levelName(t, level), hoursText(t, hours)]);

/** The words before and after the date: `Code on this page was tested on` … `with Java 25.0.1.` */
export function testedText(t: Translator, { tested, shown, tools }: TestedCode): [string, string] {
  const used = t.list(tools);
  if (tested === shown)
    return tools.length > 0
      ? t.around('lesson.tested.with', 'date', { tools: used })
      : t.around('lesson.tested', 'date');
  const counts = { count: tested, shown };
  return tools.length > 0
    ? t.around('lesson.tested.part.with', 'date', { ...counts, tools: used })
    : t.around('lesson.tested.part', 'date', counts);
}

/** The words before and after the date of the last review. */
export const reviewedText = (t: Translator, versions: readonly string[]): [string, string] =>
  versions.length > 0
    ? t.around('lesson.reviewed.with', 'date', { versions: t.list(versions) })
    : t.around('lesson.reviewed', 'date');
