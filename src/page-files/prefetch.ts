/**
 * Asks ahead for the page whose link a reader points at, focuses or touches. Astro’s own script for this knows four ways
 * of it, weighs four times as much, and asks for downloads too.
 */

/** A pointer that only passes by stays on a link for less than this, in ms. */
const passingBy = 80;

const asked = new Set<string>([location.pathname]);
let timer: ReturnType<typeof setTimeout> | undefined;

function prefetch({ target, type }: Event): void {
  clearTimeout(timer);
  const link = (target as Element).closest?.<HTMLAnchorElement>('a[href]');
  const { saveData } = (navigator as Navigator & { connection?: { saveData: boolean } }).connection ?? {};
  if (!link || link.origin !== location.origin || !link.pathname.endsWith('/') || asked.has(link.pathname) || saveData)
    return;
  const ask = () => {
    asked.add(link.pathname);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.pathname + link.search;
    document.head.append(hint);
  };
  if (type === 'touchstart') ask();
  else timer = setTimeout(ask, passingBy);
}

for (const sign of ['pointerover', 'focusin', 'touchstart']) addEventListener(sign, prefetch, { passive: true });
