/** An exercise that checks itself, as everything else uses it: the sample files that run before it are read. */
import type { z } from 'astro/zod';
import type { RuntimeName } from '../../runtimes/runtime.ts';
import type { ExerciseSource, exercisesTranslationSchema, Level } from '../schema/schema.ts';

/** What SQL must give: rows, or the end by an error. */
export type WantedResult = Extract<ExerciseSource, { runtime: 'sql' }>['result'];
/** What must be true of a function. */
export type WantedTest = Extract<ExerciseSource, { runtime: 'python' }>['tests'][number];

export interface Exercise {
  /** Unique in its lesson. */
  id: string;
  /** Id of the topic in whose section it stands. */
  topic: string;
  level: Level;
  title: string;
  /** Markdown: paragraphs and fences; hints and the explanation are one paragraph of Markdown each. */
  task: string;
  runtime: RuntimeName;
  /** Language of its code, as a fence names it. */
  language: string;
  /** Texts that run before the code of the reader, in order; an id stands for the same text in the whole lesson. */
  setup: { id: string; text: string }[];
  start: string;
  solution: string;
  /** Of SQL. */
  result?: WantedResult;
  /** Of Python and JavaScript. */
  tests?: WantedTest[];
  hints: string[];
  explanation: string;
}

/** `exercise:caching/count`, as the ledger of ids and the record of progress name it. */
export const exerciseId = (lesson: string, { id }: Pick<Exercise, 'id'>): string => `exercise:${lesson}/${id}`;

/** Texts of one exercise in another language. */
export type ExerciseTranslation = z.infer<typeof exercisesTranslationSchema>[string];

/** The exercise with the texts of a translation; what is not translated stays. */
export const translateExercise = (exercise: Exercise, texts: ExerciseTranslation = {}): Exercise => ({
  ...exercise,
  title: texts.title ?? exercise.title,
  task: texts.task ?? exercise.task,
  hints: texts.hints ?? exercise.hints,
  explanation: texts.explanation ?? exercise.explanation,
});
