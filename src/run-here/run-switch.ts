/** Code that runs in the page: the few bytes every page has; what it does is loaded when it is wanted. */
try {
  // Runtimes that were loaded before: their buttons need not say again what that takes.
  document.documentElement.dataset.runtimes = localStorage.getItem('runtimes') ?? '';
} catch {
  // Storage can be blocked.
}
addEventListener('click', ({ target }) => {
  const button = (target as Element).closest?.<HTMLElement>('[data-run]');
  if (button) void import('./run-block.ts').then(({ runBlock }) => runBlock(button));
});
