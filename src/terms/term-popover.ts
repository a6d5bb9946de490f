/** The card that shows the meaning of a term beside it; loaded by term-links.ts on use. */
import { anchorIn } from '../addresses/anchor.ts';
import { loadOnce } from '../site/load-once.ts';

/** `/glossary/terms.json`: by anchor its name, its meaning as HTML, and where it is taught. */
export interface TermCards {
  glossary: string;
  terms: Record<string, (string | undefined)[]>;
}

/** Time in which a pointer may pass over a term, or from it to its card. */
const patience = 180;

let card: HTMLElement | undefined;
let of: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows the card of a term once the pointer or the focus has stayed on it for a moment. */
export async function showTerm(link: HTMLAnchorElement): Promise<void> {
  clearTimeout(timer);
  if (of === link || link.origin !== location.origin) return;
  // Offline and not saved: the link is still a link, and the next try asks again.
  const [known] = await Promise.all([
    loadOnce<TermCards>(link.pathname.replace(/glossary\/$/, ''), 'glossary/terms.json').catch(() => undefined),
    new Promise((resolve) => (timer = setTimeout(resolve, patience))),
  ]);
  const [term, meaning, path, title] = known?.terms[anchorIn(link.hash)] ?? [];
  if (!known || term === undefined || !link.matches(':hover, :focus')) return;
  card ??= makeCard();
  card.innerHTML = `<p id="term-meaning"><strong></strong> ${meaning}</p><p><a></a> <a></a></p>`;
  card.querySelector('strong')!.textContent = term;
  const [entry, taught] = card.querySelectorAll<HTMLAnchorElement>('p:last-child a');
  entry!.href = link.href;
  entry!.textContent = known.glossary;
  if (path && title) {
    taught!.href = path;
    taught!.textContent = title;
  } else taught!.remove();
  of?.removeAttribute('aria-describedby');
  of = link;
  link.setAttribute('aria-describedby', 'term-meaning');
  card.showPopover();
  place(card, link);
}

function makeCard(): HTMLElement {
  const made = document.createElement('div');
  made.popover = 'manual';
  made.className = 'term-card';
  document.body.append(made);
  const leave = () => (timer = setTimeout(hide, patience));
  addEventListener('pointerout', ({ target, pointerType }) => {
    if (pointerType !== 'touch' && (target === of || made.contains(target as Node))) leave();
  });
  made.addEventListener('pointerover', () => clearTimeout(timer));
  addEventListener('pointerdown', ({ target }) => {
    if (target !== of && !made.contains(target as Node)) hide();
  });
  addEventListener('focusout', ({ target }) => void (target === of && leave()));
  made.addEventListener('focusin', () => clearTimeout(timer));
  addEventListener('keydown', ({ key }) => void (key === 'Escape' && hide()));
  addEventListener('scroll', hide, { passive: true });
  return made;
}

function hide(): void {
  clearTimeout(timer);
  card?.hidePopover();
  of?.removeAttribute('aria-describedby');
  of = undefined;
}

/** Below the term, or above it where there is more room; never beyond the sides of the window. */
function place(box: HTMLElement, link: Element): void {
  const [line = link.getBoundingClientRect()] = link.getClientRects();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - width - 8));
  const below = line.bottom + 6 + height < innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${below ? line.bottom + 6 : Math.max(8, line.top - 6 - height)}px`;
}
