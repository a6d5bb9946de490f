/** Loaded when a reader moves in a lesson: keeps where they go on. */
import { placeKey, writeKept } from './kept-here.ts';

/** Keeps the place whenever the page is left. @param base address of the first page of the site */
export function keepPlace(base: string): void {
  addEventListener('pagehide', () => {
    const place = placeHere();
    if (!place) return;
    const { address, title } = place;
    writeKept(placeKey(base), {
      path: address.pathname.slice(base.length) + address.hash,
      title,
      time: Math.floor(Date.now() / 1000),
    });
  });
}

/**
 * The last heading above the middle of the window; for who has the end of the lesson in sight, the page that is next, on
 * a chosen track the next of the track. Nothing at the top of a page.
 */
function placeHere(): { address: Pick<URL, 'pathname' | 'hash'>; title: string } | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2)[id]')];
  const topOf = (one: Element) => one.getBoundingClientRect().top;
  const heading = headings.findLast((one) => topOf(one) < innerHeight / 2);
  if (!heading || scrollY < innerHeight / 4) return undefined;
  const next = document.querySelector<HTMLAnchorElement>('.pagination-links [rel=next]:not([hidden])');
  if (next && topOf(headings.at(-1)!) < innerHeight)
    return { address: next, title: next.querySelector('.link-title')!.textContent.trim() };
  const titles = [headings[0]!, heading].map((one) => one.textContent.trim());
  return {
    address: { pathname: location.pathname, hash: `#${heading.id}` },
    title: [...new Set(titles)].join(' · '),
  };
}
