/** Draws the hits of an answer, and of a list that stands already only what is new. */
import type { Translator } from '../strings/translator.ts';
import { marksIn, type Asked } from './excerpt.ts';
import { groupHits, type HitGroup } from './group-hits.ts';
import type { Hit } from './hit.ts';
import { kindIcon } from './kind-icon.ts';
import type { Kind } from './page-sections.ts';
import { nextFrame } from './step.ts';

/** What readers call a kind of text. */
export const kindName = (t: Translator, kind: string): string => t(`search.kind.${kind as Kind}`);

/** Hits that are laid out with the first frame of an answer. */
const early = 3;

/**
 * Draws hits, the first ones at once and the others in the next frame. A hit that stands in its place already is not made
 * anew: the browser has less to lay out, and whoever walks the hits by keyboard stays where they are when sentences and
 * further hits come.
 *
 * @param input gets the focus where the hit that had it is gone
 * @param isWanted whether they are still to be drawn
 */
export async function drawHits(
  list: HTMLElement,
  t: Translator,
  hits: readonly Hit[],
  asked: Asked,
  input: HTMLInputElement,
  isWanted: () => boolean,
): Promise<void> {
  const groups = groupHits(hits);
  while (list.children.length > groups.length) {
    const last = list.lastElementChild!;
    if (last.contains(document.activeElement)) input.focus();
    last.remove();
  }
  drawGroups(list, t, groups.slice(0, early), 0, asked, input);
  if (groups.length <= early) return;
  await nextFrame();
  if (isWanted()) drawGroups(list, t, groups.slice(early), early, asked, input);
}

/** @param from place of the first of the groups in the list */
function drawGroups(
  list: HTMLElement,
  t: Translator,
  groups: readonly HitGroup[],
  from: number,
  asked: Asked,
  input: HTMLInputElement,
): void {
  const focused = document.activeElement;
  const at = list.contains(focused) && (focused as HTMLAnchorElement).href;
  for (const [place, group] of groups.entries()) {
    const fresh = groupElement(t, group, asked);
    const old = list.children[from + place];
    if (!old) list.append(fresh);
    else if (!old.isEqualNode(fresh)) renew(old as HTMLLIElement, fresh);
  }
  if (at && document.activeElement !== focused)
    ([...list.querySelectorAll('a')].find(({ href }) => href === at) ?? input).focus();
}

/** Makes an item say what another says; a link that leads to the same place stays. */
function renew(old: HTMLLIElement, fresh: HTMLLIElement): void {
  const link = old.querySelector('a')!;
  const other = fresh.querySelector('a')!;
  if (link.href !== other.href) return old.replaceWith(fresh);
  if (!link.isEqualNode(other)) link.replaceChildren(...other.childNodes);
  const [, rest] = old.children;
  const [, otherRest] = fresh.children;
  if (rest && otherRest && rest.isEqualNode(otherRest)) return;
  rest?.remove();
  if (otherRest) old.append(otherRest);
}

function groupElement(t: Translator, { hit, more }: HitGroup, asked: Asked): HTMLLIElement {
  const item = document.createElement('li');
  item.append(hitLink(t, hit, asked));
  if (more.length === 0) return item;
  const others = document.createElement('ul');
  others.append(
    ...more.map(({ url, title }) => {
      const one = document.createElement('li');
      const link = document.createElement('a');
      link.href = url;
      link.dir = 'auto';
      link.append(...marked(title, asked));
      one.append(link);
      return one;
    }),
  );
  item.append(others);
  return item;
}

function hitLink(t: Translator, hit: Hit, asked: Asked): HTMLAnchorElement {
  const { url, title, page, position, level, kind, excerpt } = hit;
  const link = document.createElement('a');
  link.href = url;
  const heading = document.createElement('strong');
  // Each runs in its own direction: a page that is not translated answers in its own language.
  heading.dir = 'auto';
  heading.append(...marked(title, asked));
  const place = document.createElement('span');
  const phase = position ? t('search.phase', { position }) : undefined;
  const name = kind !== 'lesson' && t.alone(kindName(t, kind));
  // A hit on the page “Glossary” need not say that it is of the glossary.
  const said = name && name.toLowerCase() === page?.toLowerCase();
  place.textContent = [!said && name, phase, page, level].filter(Boolean).join(' · ');
  const text = document.createElement('p');
  const words = document.createElement('bdi');
  words.append(...marked(excerpt, asked));
  text.append(words);
  link.append(kindIcon(kind), heading, ' ', place, text);
  return link;
}

/** A text with `<mark>` round what was asked for. */
function marked(text: string, asked: Asked): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { start, end } of marksIn(text, asked)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return [...parts, text.slice(at)];
}
