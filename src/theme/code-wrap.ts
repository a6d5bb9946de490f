/** Wraps the lines of all code blocks, or no longer; loaded by code-wrap-switch.ts when it is wanted. */

/** Name under which the device keeps that code wraps. */
export const kept = 'code-wrap';

/** @param on whether code wraps from now on */
export function wrapCode(on: boolean): void {
  document.documentElement.toggleAttribute('data-code-wrap', on);
  for (const button of document.querySelectorAll('.wrap-lines')) button.ariaPressed = String(on);
}

/** Wraps or stops, keeps the choice, and holds the block whose button was pressed where it is in the window. */
export function switchWrap(button: Element): void {
  const on = !document.documentElement.hasAttribute('data-code-wrap');
  const before = button.getBoundingClientRect().top;
  wrapCode(on);
  scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
  try {
    if (on) localStorage.setItem(kept, 'on');
    else localStorage.removeItem(kept);
  } catch {
    // Storage can be blocked; the choice then holds for this page.
  }
}
