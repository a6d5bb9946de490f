/** Loaded when a block is run or an exercise is tried for the first time: its panel, below the code or the task. */
import type { StringEntry } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { loadOnce, rootsOfSite } from '../site/load-once.ts';
import type { RunsFile } from '../curriculum/runs/runs.ts';
import type { ExercisesFile } from '../exercises/exercises-file.ts';
import type { ExercisePanel } from './exercise-panel.ts';
import type { RunPanel } from './run-panel.ts';

const panels = new WeakMap<HTMLElement, Promise<RunPanel>>();
const exercises = new WeakMap<HTMLElement, Promise<ExercisePanel>>();

/** Runs the block of a button, or opens the exercise or the editor of requests that it stands below. */
export async function runBlock(button: HTMLElement): Promise<void> {
  const lab = button.closest<HTMLElement>('.http-lab');
  const exercise = button.closest<HTMLElement>('.exercise');
  button.setAttribute('aria-busy', 'true');
  try {
    if (lab) await (await import('../http-lab/show-http-lab.ts')).showHttpLab(lab, button);
    else if (exercise) await tryExercise(button, exercise);
    else await runPanel(button, button.closest('figure')!);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

async function runPanel(button: HTMLElement, figure: HTMLElement): Promise<void> {
  const known = panels.get(figure);
  const opened = known ?? open(button, figure);
  panels.set(figure, opened);
  try {
    const panel = await opened;
    await (known ? panel.run() : panel.runFirst());
  } catch {
    // Without a network its data may not be there; the next click tries again.
    panels.delete(figure);
  }
}

async function open(button: HTMLElement, figure: HTMLElement): Promise<RunPanel> {
  const { root, base } = rootsOfSite();
  const name = button.dataset.run!;
  const [words, file] = await Promise.all([
    loadOnce<Record<string, StringEntry>>(root, 'run-words.json'),
    loadOnce<RunsFile>(base, `runs/${name.split('/')[0]}.json`),
  ]);
  const t = translator(words, document.documentElement.lang);
  const { RunPanel } = await import('./run-panel.ts');
  return new RunPanel({ button, figure, name, file, base, t });
}

async function tryExercise(button: HTMLElement, place: HTMLElement): Promise<void> {
  const known = exercises.get(place);
  if (known) return (await known).focus();
  const opened = openExercise(button, place);
  exercises.set(place, opened);
  try {
    await (await opened).open();
  } catch {
    exercises.delete(place);
  }
}

async function openExercise(button: HTMLElement, place: HTMLElement): Promise<ExercisePanel> {
  const { root, base } = rootsOfSite();
  const name = button.dataset.run!.replace('exercise/', '');
  const [words, file, { ExercisePanel }] = await Promise.all([
    loadOnce<Record<string, StringEntry>>(root, 'run-words.json'),
    loadOnce<ExercisesFile>(root, `exercises/${name.split('/')[0]}.json`),
    import('./exercise-panel.ts'),
  ]);
  const t = translator(words, document.documentElement.lang);
  return new ExercisePanel({ place, name, file, base, t });
}
