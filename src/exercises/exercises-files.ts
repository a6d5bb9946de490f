/** Makes `/exercises/<lesson>.json` of each language, without the runtimes, which the build knows later. */
import type { Exercise } from '../curriculum/exercises/exercise.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson, type Roadmap } from '../curriculum/model/model.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { inlineText } from '../markdown/inline-text.ts';
import type { ExercisesFile, TriedExercise } from './exercises-file.ts';

/** Files by the folder of the language and the slug of the lesson. */
export type ExercisesFiles = Record<string, Record<string, Omit<ExercisesFile, 'runtimes'>>>;

/** @returns a file for each lesson that has exercises */
export const exercisesFiles = (roadmap: Roadmap): ExercisesFiles =>
  Object.fromEntries(
    inEachLanguage(roadmap).map((curriculum) => [
      curriculum.language.folder,
      Object.fromEntries(
        lessonsOf<Lesson>(curriculum).flatMap(({ slug, exercises }) =>
          exercises.length > 0 ? [[slug, fileOf(exercises, writer(roadmap, curriculum))]] : [],
        ),
      ),
    ]),
  );

function fileOf(exercises: readonly Exercise[], line: (text: string) => string): Omit<ExercisesFile, 'runtimes'> {
  const tried = ({ title, runtime, start, solution, result, tests, setup, hints, explanation }: Exercise) =>
    ({
      ...{ title, runtime, start: start.trimEnd(), solution: solution.trimEnd() },
      ...(result && { result }),
      ...(tests && { tests }),
      setup: setup.map(({ id }) => id),
      hints: hints.map(line),
      explanation: line(explanation),
    }) satisfies TriedExercise;
  return {
    texts: Object.fromEntries(exercises.flatMap(({ setup }) => setup.map(({ id, text }) => [id, text]))),
    exercises: Object.fromEntries(exercises.map((one) => [one.id, tried(one)])),
  };
}

/** A function that makes HTML of a line of Markdown, with links in full and into the language. */
export function writer(roadmap: Roadmap, { language: { folder } }: Curriculum): (text: string) => string {
  const folders = roadmap.translations.map(({ language }) => language.folder);
  const href = (to: string) => address(inLanguage(to, folder, folders), roadmap.site.base);
  return (text) => inlineText(text, { href });
}
