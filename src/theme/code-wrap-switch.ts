/** The switch that wraps code: the few bytes every page has; what it does is loaded on use. */
const load = () => import('./code-wrap.ts');

try {
  if (localStorage.getItem('code-wrap')) void load().then(({ wrapCode }) => wrapCode(true));
} catch {
  // Storage can be blocked.
}
addEventListener('click', ({ target }) => {
  const button = (target as Element).closest?.('.wrap-lines');
  if (button) void load().then(({ switchWrap }) => switchWrap(button));
});
