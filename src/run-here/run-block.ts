/** Loaded when a block is run for the first time: its panel, below the code. */
import type { StringEntry } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { loadOnce, rootsOfSite } from '../site/load-once.ts';
import { RunPanel } from './run-panel.ts';
import type { RunsFile } from '../curriculum/runs/runs.ts';

const panels = new WeakMap<HTMLElement, Promise<RunPanel>>();

/** Runs the block of a button, or opens the editor of requests that it stands below. */
export async function runBlock(button: HTMLElement): Promise<void> {
  const lab = button.closest<HTMLElement>('.http-lab');
  button.setAttribute('aria-busy', 'true');
  try {
    if (lab) await (await import('../http-lab/show-http-lab.ts')).showHttpLab(lab, button);
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
  return new RunPanel({ button, figure, name, file, base, t });
}
