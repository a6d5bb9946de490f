/** Loaded when a block is run for the first time: its panel, below the code. */
import type { StringEntry } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { loadOnce } from '../site/load-once.ts';
import { RunPanel } from './run-panel.ts';
import type { RunsFile } from '../curriculum/runs/runs.ts';

const panels = new WeakMap<HTMLElement, Promise<RunPanel>>();

/** Runs the block of a button, or opens the editor of requests that it stands below. */
export async function runBlock(button: HTMLElement): Promise<void> {
  const lab = button.closest<HTMLElement>('.http-lab');
  if (lab) return (await import('../http-lab/show-http-lab.ts')).showHttpLab(lab, button);
  const figure = button.closest<HTMLElement>('figure')!;
  const known = panels.get(figure);
  const opened = known ?? open(button, figure);
  panels.set(figure, opened);
  button.setAttribute('aria-busy', 'true');
  try {
    const panel = await opened;
    await (known ? panel.run() : panel.runFirst());
  } catch {
    // Without a network its data may not be there; the next click tries again.
    panels.delete(figure);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

async function open(button: HTMLElement, figure: HTMLElement): Promise<RunPanel> {
  const { root = '/', bundle = '/' } = document.querySelector<HTMLElement>('site-search')!.dataset;
  const base = bundle.replace(/pagefind\/$/, '');
  const name = button.dataset.run!;
  const [words, file] = await Promise.all([
    loadOnce<Record<string, StringEntry>>(root, 'run-words.json'),
    loadOnce<RunsFile>(base, `runs/${name.split('/')[0]}.json`),
  ]);
  const t = translator(words, document.documentElement.lang);
  return new RunPanel({ button, figure, name, file, base, t });
}
