/** `/exercises/<lesson>.json` of each language: what the exercises of a lesson need once somebody tries one. */
import type { Exercise } from '../curriculum/exercises/exercise.ts';
import type { RunsFile } from '../curriculum/runs/runs.ts';

export interface ExercisesFile {
  /** What runs before, by id. */
  texts: Record<string, string>;
  /** By the id of the exercise. */
  exercises: Record<string, TriedExercise>;
  /** Those that its exercises need. */
  runtimes: RunsFile['runtimes'];
}

export interface TriedExercise extends Pick<Exercise, 'title' | 'runtime' | 'start' | 'solution' | 'result' | 'tests'> {
  /** Ids of texts, in order. */
  setup: string[];
  /** HTML within a line, as are the hints. */
  explanation: string;
  hints: string[];
}
