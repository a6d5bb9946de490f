/** The search form and its hits, used by the dialog and by the page `/search/`. */
import { addStyles } from '../theme/add-styles.ts';
import type { Translator } from '../strings/translator.ts';
import type { Answer, Card, SearchPlace } from './answer.ts';
import type { Filter, Search } from './filters.ts';
import { drawHits, kindName } from './hit-list.ts';
import { kindIcon } from './kind-icon.ts';
import { orderOf } from './kind-order.ts';
import { prepare, type Start } from './load-ranking.ts';
import { lookUp } from './look-up.ts';
import type { Kind } from './page-sections.ts';
import type { FilterCounts } from './ranking-data.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { cardParts } from './search-card.ts';
import styles from './search-panel.css?inline';
import { pause } from './step.ts';
import { button } from '../theme/elements.ts';

addStyles(styles);

/** Filters in the order they are shown. */
const filters: readonly Filter[] = ['kind', 'level', 'phase', 'track'];

/** Longest query, in characters: what is longer is a pasted text, and each word would be looked up. */
const longestQuery = 160;

/** Most common searches that are offered. */
const mostCommon = 6;

export interface SearchPanel {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Puts words and filters in and searches. */
  show(search: Search): void;
  current(): Search;
}

/**
 * Makes the panel and begins to load what it needs.
 *
 * @param t words of the language
 * @param onSearch called with each search, for whoever keeps it (an address, a session)
 */
export function makeSearchPanel(place: SearchPlace, t: Translator, onSearch: (search: Search) => void): SearchPanel {
  const element = document.createElement('search');
  element.className = 'search-panel';
  element.innerHTML = `
    <form>
      <input type="search" autocomplete="off" spellcheck="false" enterkeyhint="search">
    </form>
    <details class="search-filters" hidden>
      <summary></summary>
      <div>${filters.map((name) => `<select name="${name}" hidden></select>`).join('')}</div>
    </details>
    <p class="search-status" role="status"></p>
    <div class="search-start"></div>
    <section class="search-card" hidden></section>
    <ol></ol>
    <p class="search-rest" hidden></p>`;
  const part = <Type extends HTMLElement>(name: string) => element.querySelector<Type>(name)!;
  const input = part<HTMLInputElement>('input');
  const narrow = part<HTMLDetailsElement>('.search-filters');
  const status = part('.search-status');
  const start = part('.search-start');
  const card = part('.search-card');
  const list = part('ol');
  const rest = part('.search-rest');
  const selects = new Map(filters.map((name) => [name, part<HTMLSelectElement>(`[name=${name}]`)]));
  input.maxLength = longestQuery;
  input.placeholder = input.ariaLabel = t('search.field');
  part('summary').textContent = t('search.narrow');
  // On a phone the hits need the room.
  narrow.open = matchMedia('(min-width: 40rem)').matches;
  for (const [name, select] of selects) {
    select.ariaLabel = t(`search.filter.${name}`);
    select.add(new Option(t('search.all', { filter: select.ariaLabel }), ''));
  }
  let latest = 0;
  /** Words that are not to be corrected, and words for which every text is to be searched. */
  let asTyped = '';
  let everywhere = '';
  let begin: Start = { common: [], counts: {}, hasMessages: false };

  const chosen = () =>
    Object.fromEntries(
      [...selects].map(([name, select]) => [name, select.value]).filter(([, value]) => value),
    ) as Partial<Record<Filter, string>>;
  const current = (): Search => ({ q: input.value.trim(), ...chosen() });

  const show = (wanted: Search) => {
    input.value = wanted.q.slice(0, longestQuery);
    for (const [name, select] of selects) {
      const value = wanted[name] ?? '';
      if (value && ![...select.options].some((option) => option.value === value))
        select.add(new Option(filterLabel(t, name, value), value));
      select.value = value;
      select.hidden = select.options.length < 2;
    }
    void search();
  };

  let drawings = 0;
  const render = (answer: Answer) => {
    const { hits, instead, asked } = answer;
    const drawing = ++drawings;
    void drawHits(list, t, hits, asked, input, () => drawing === drawings);
    showCard(answer.card);
    narrow.hidden = hits.length === 0 && Object.keys(chosen()).length === 0;
    status.replaceChildren();
    if (instead) status.append(...insteadText(instead));
    if (hits.length > 0) status.append(countText(t, hits.length, answer.more));
    const turn = latest;
    const isWanted = () => turn === latest;
    void showCounts(t, selects, answer.counts ?? begin.counts, answer.counts !== undefined, isWanted);
    rest.hidden = !answer.isShort;
  };
  rest.append(
    wordButton(t('search.everywhere'), () => {
      everywhere = current().q;
      input.focus();
      void search();
    }),
  );

  /** “Results for kneading. Search instead for kneding.” */
  const insteadText = (instead: string): (Node | string)[] => {
    const typed = current().q;
    const shown = document.createElement('strong');
    shown.textContent = instead;
    const again = wordButton(typed, () => {
      asTyped = typed;
      void search();
      input.focus();
    });
    const [before, after] = t.around('search.instead', 'words');
    const [lead, end] = t.around('search.typed', 'words');
    return [before, shown, `${after} `, lead, again, `${end} `];
  };

  let cardShown = '';
  const showCard = (wanted: Card | undefined) => {
    card.hidden = !wanted;
    if (!wanted) {
      cardShown = '';
      return card.replaceChildren();
    }
    const key = `${wanted.kind} ${wanted.title}`;
    if (key === cardShown) return;
    cardShown = key;
    card.replaceChildren(...cardParts(t, wanted));
  };

  const search = async () => {
    const turn = ++latest;
    const wanted = current();
    const isWanted = () => turn === latest;
    onSearch(wanted);
    if (!wanted.q && Object.keys(chosen()).length === 0) {
      drawings += 1;
      list.replaceChildren();
      status.textContent = '';
      showCard(undefined);
      narrow.hidden = rest.hidden = true;
      return showStart();
    }
    start.replaceChildren();
    const { q } = wanted;
    try {
      const answer = await lookUp(
        place,
        { typed: q, filters: chosen(), isTyped: asTyped === q, inAll: everywhere === q },
        isWanted,
        render,
      );
      if (!answer || !isWanted()) return;
      render(answer);
      if (answer.hits.length === 0 && !answer.card)
        status.textContent = `${t('search.nothing', { query: q })} ${t('search.fewer')}`;
    } catch {
      if (isWanted()) status.textContent = t('search.failed');
    }
  };

  const group = (title: string, name: string, buttons: readonly HTMLElement[]) => {
    if (buttons.length === 0) return [];
    const box = document.createElement('div');
    box.className = name;
    const heading = document.createElement('p');
    heading.textContent = title;
    box.append(heading, ...buttons);
    return [box];
  };

  /** What there is to begin with: recent searches, common ones, and kinds. */
  const showStart = () => {
    const recent = recentSearches().map((query) => wordButton(query, () => show({ q: query })));
    const forget = wordButton(t('search.forget'), () => {
      forgetSearches();
      showStart();
      input.focus();
    });
    forget.className = 'search-forget';
    const usual = begin.common.slice(0, mostCommon).map((query) => wordButton(query, () => show({ q: query })));
    const known = Object.keys(begin.counts.kind ?? {}).sort((a, b) => orderOf(a as Kind) - orderOf(b as Kind));
    const kinds = known.map((kind): HTMLElement => {
      const one = wordButton(t.alone(kindName(t, kind)), () => {
        show({ q: '', kind });
        input.focus();
      });
      one.prepend(kindIcon(kind as Kind));
      return one;
    });
    if (begin.hasMessages) {
      const messages = document.createElement('a');
      messages.href = `${place.root}messages/`;
      messages.append(kindIcon('message'), t('page.messages'));
      kinds.push(messages);
    }
    start.replaceChildren(
      ...group(t('search.recent'), 'search-recent', recent.length > 0 ? [...recent, forget] : []),
      ...group(t('search.common'), 'search-common', usual),
      ...group(t('search.browse'), 'search-browse', kinds),
    );
  };

  input.addEventListener('input', () => {
    if (input.value.length > longestQuery) input.value = input.value.slice(0, longestQuery);
    asTyped = '';
    void search();
  });
  for (const select of selects.values()) select.addEventListener('change', () => void search());
  element.addEventListener('keydown', (event) => moveByKey(event, input, element));
  element.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && current().q) rememberSearch(current().q);
  });
  element.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  const isEmpty = () => !input.value.trim() && Object.keys(chosen()).length === 0;
  void prepare(place).then(
    (some) => {
      begin = some;
      void showCounts(t, selects, some.counts);
      if (isEmpty()) showStart();
    },
    () => {},
  );
  showStart();
  return { element, input, show, current };
}

/** A button that looks like a link or has the look of its group. */
const wordButton = (words: string, act: () => void) => button(words, act, '');

const countText = (t: Translator, count: number, more: boolean) =>
  t(more ? 'search.sections.best' : 'search.sections', { count });

/** What a value of a filter is called: kinds have the same values in every language, the others are names already. */
const filterLabel = (t: Translator, filter: Filter, value: string) =>
  filter === 'kind' ? t.alone(kindName(t, value)) : value;

/**
 * Fills the filters with their values, each in a task of its own: forty options take longer than ranking.
 *
 * @param areOfQuery whether the counts are those of the hits, and worth showing
 * @param isWanted whether they are still those of the query
 */
async function showCounts(
  t: Translator,
  selects: ReadonlyMap<Filter, HTMLSelectElement>,
  counts: FilterCounts,
  areOfQuery = false,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const [name, select] of selects) {
    const kept = select.value;
    const values = Object.entries(counts[name] ?? {}).filter(([value, count]) => count > 0 || value === kept);
    if (values.length === 0 && !kept) continue;
    const label = (value: string) => filterLabel(t, name, value);
    const shown = values.map(([value, count]): [string, string] => [
      value,
      areOfQuery ? `${label(value)} (${t.number(count)})` : label(value),
    ]);
    if (kept && !values.some(([value]) => value === kept)) shown.push([kept, label(kept)]);
    const options = [['', t('search.all', { filter: t(`search.filter.${name}`) })] as const, ...shown];
    const isSame =
      select.options.length === options.length && options.every(([, text], at) => select.options[at]!.text === text);
    select.hidden = false;
    if (isSame) continue;
    await pause(0);
    if (!isWanted()) return;
    const value = select.value;
    select.replaceChildren(...options.map(([own, text]) => new Option(text, own)));
    select.value = value;
  }
}

/** Arrow keys walk through field, card and hits. */
function moveByKey(event: KeyboardEvent, input: HTMLInputElement, panel: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [
    input,
    ...panel.querySelectorAll<HTMLElement>('.search-card a, ol a, .search-rest button'),
  ];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length]!.focus();
}
