/** Opens the question that the address names, so that its answer shows when a search or a link leads to it. */
import { anchorIn } from '../site/anchor.ts';

export function openAnswer(): void {
  const id = anchorIn(location.hash);
  const named = id ? document.getElementById(id) : null;
  if (named instanceof HTMLDetailsElement) named.open = true;
}
