/** Loads the exercises, one file a lesson, and hands them to the lessons. */
import path from 'node:path';
import { runtimes } from '../../runtimes/runtimes.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { Lesson } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { readSample, readSampleFile } from '../samples/read-sample.ts';
import { exerciseFileSchema, type ExerciseSource } from '../schema/schema.ts';
import { filesOfLessons } from './files-of-lessons.ts';
import type { LoadedLessons } from './load-lessons.ts';
import { runParts } from './run-parts.ts';

const files = { folder: 'content/exercises', schema: exerciseFileSchema, code: 'exercise-phase' } as const;

/**
 * @param root absolute path of the folder that holds `content/`
 * @param drafts ids of pages that are not published, whose exercises are not read
 */
export function loadExercises(
  root: string,
  lessons: LoadedLessons,
  drafts: readonly string[],
  problems: Problem[],
): void {
  const samples = path.join(root, 'content/samples');
  for (const { lesson, value, source: file } of filesOfLessons(root, files, lessons, drafts, problems)) {
    const seen = new Set<string>();
    lesson.exercises = value.map((source, index) => {
      const at: PlaceOf = (...keys) => file.placeOf([index, ...keys]);
      if (seen.has(source.id)) problems.push(problem('exercise-twice', at('id'), { id: source.id }));
      seen.add(source.id);
      checkExercise(source, lesson, at, problems);
      return readExercise(source, samples, at, problems);
    });
  }
}

type PlaceOf = (...keys: PropertyKey[]) => Place;

/** Reads what runs before the code of an exercise. */
function readExercise(source: ExerciseSource, samples: string, at: PlaceOf, problems: Problem[]): Exercise {
  const { setup: names, seed, start, solution, ...own } = source;
  const kind = runtimes[source.runtime];
  const setup = names.flatMap((reference, index) => {
    const place = at('setup', index);
    if (!readSample(reference, samples, place, problems)) return [];
    const parts = runParts(reference, kind, (file) => readSampleFile(file, samples, place, problems) ?? '');
    for (const { text } of parts.own) checkRuns(text, source, place, problems);
    return parts.own.map(({ id, text }) => ({ id, text }));
  });
  for (const [field, text] of Object.entries({ seed, start, solution }))
    if (text !== undefined) checkRuns(text, source, at(field), problems);
  return {
    ...own,
    language: own.runtime === 'javascript' ? own.language : own.runtime,
    setup: seed === undefined ? setup : [...setup, { id: `${source.id}:seed`, text: seed }],
    start,
    solution,
  };
}

function checkRuns(text: string, { runtime }: ExerciseSource, place: Place, problems: Problem[]): void {
  const reason = runtimes[runtime].cannotRun(text);
  if (reason) problems.push(problem('exercise-cannot', place, { reason }));
}

function checkExercise(source: ExerciseSource, lesson: Lesson, at: PlaceOf, problems: Problem[]): void {
  const topics = lesson.topics.map((topic) => topic.id);
  if (!topics.includes(source.topic))
    problems.push(
      problem('exercise-topic', at('topic'), {
        id: source.topic,
        allowed: topics,
        near: nearest(source.topic, topics),
      }),
    );
  if (withoutBlanks(source.start) === withoutBlanks(source.solution))
    problems.push(problem('exercise-start', at('start')));
  for (const { keys, text } of textsOf(source))
    if (/«[^»]*»/.test(text)) problems.push(problem('exercise-open', at(...keys), { text: /«[^»]*»/.exec(text)![0] }));
  if (source.runtime !== 'sql') return;
  const { rows = [], columns } = source.result;
  const width = columns?.length ?? rows[0]?.length ?? 0;
  rows.forEach((row, index) => {
    if (row.length !== width)
      problems.push(problem('exercise-row', at('result', 'rows', index), { values: row.length, columns: width }));
  });
}

const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

/** The texts that an author writes, with their keys. */
function textsOf(source: ExerciseSource): { keys: PropertyKey[]; text: string }[] {
  const { title, task, explanation, hints, seed = '', start, solution } = source;
  return [
    ...Object.entries({ title, task, explanation, seed, start, solution }).map(([key, text]) => ({
      keys: [key],
      text,
    })),
    ...hints.map((text, index) => ({ keys: ['hints', index], text })),
  ];
}
