/** Code that runs in the page: the few bytes every page has; what it does is loaded when it is wanted. */
import { anchorIn } from '../addresses/anchor.ts';

const buttonOf = (block: string) => document.querySelector<HTMLElement>(`[data-run="${CSS.escape(block)}"]`);

try {
  // Runtimes that were loaded before: their buttons need not say again what that takes.
  document.documentElement.dataset.runtimes = localStorage.getItem('runtimes') ?? '';
} catch {
  // Storage can be blocked.
}
addEventListener('click', (event) => {
  const found = (event.target as Element).closest?.<HTMLElement>('[data-run], [data-runs]');
  const { run, runs = '' } = found?.dataset ?? {};
  // “Run it” stands at questions, in this page or in another.
  const button = run === undefined ? buttonOf(runs) : found;
  if (!button) return;
  if (run === undefined) {
    event.preventDefault();
    button.scrollIntoView({ block: 'center' });
  }
  void import('./run-block.ts').then(({ runBlock }) => runBlock(button));
});
const named = anchorIn(location.hash);
if (named.startsWith('run=')) buttonOf(named.slice(4))?.focus();
