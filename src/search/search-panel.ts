/** The search form and its hits, used by the dialog and by the page `/search/`. */
import { addStyles } from '../theme/add-styles.ts';
import type { Translator } from '../strings/translator.ts';
import { knownWords, lookUp, prepare, recordsRead, type Answer, type SearchPlace } from './look-up.ts';
import type { Kind } from './page-sections.ts';
import type { FilterCounts } from './pagefind-api.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { suggest } from './suggest.ts';
import type { TopicHit } from './topic-hits.ts';
import styles from './search-panel.css?inline';

addStyles(styles);

/** Filters in the order they are shown. */
const filters = ['kind', 'level', 'phase', 'track'] as const;
type Filter = (typeof filters)[number];

/** Longest query, in characters: what is longer is a pasted text, and each word would be looked up. */
const longestQuery = 160;

/** What is searched for: the words and the chosen filters. */
export type Search = { q: string } & Partial<Record<Filter, string>>;

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
  const { bundle, root } = place;
  const element = document.createElement('search');
  element.className = 'search-panel';
  element.innerHTML = `
    <form>
      <input type="search" autocomplete="off" spellcheck="false" enterkeyhint="search">
    </form>
    <div class="search-filters">${filters.map((name) => `<select name="${name}" hidden></select>`).join('')}</div>
    <p class="search-status" role="status"></p>
    <div class="search-recent"></div>
    <ol></ol>`;
  const input = element.querySelector('input')!;
  const status = element.querySelector<HTMLElement>('.search-status')!;
  const recent = element.querySelector<HTMLElement>('.search-recent')!;
  const list = element.querySelector('ol')!;
  const selects = new Map(filters.map((name) => [name, element.querySelector<HTMLSelectElement>(`[name=${name}]`)!]));
  input.maxLength = longestQuery;
  input.placeholder = input.ariaLabel = t('search.field');
  for (const [name, select] of selects) {
    select.ariaLabel = t(`search.filter.${name}`);
    select.add(new Option(t('search.all', { filter: select.ariaLabel }), ''));
  }
  let latest = 0;

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

  const render = ({ hits, total, counts }: Answer) => {
    list.replaceChildren(...hits.map((hit) => hitElement(t, hit)));
    if (hits.length > 0) status.textContent = countText(t, hits.length, total);
    showCounts(t, selects, counts);
  };

  const search = async () => {
    const turn = ++latest;
    const wanted = current();
    onSearch(wanted);
    if (!wanted.q) {
      list.replaceChildren();
      status.textContent = '';
      return showRecent();
    }
    recent.replaceChildren();
    try {
      const answer = await lookUp(bundle, wanted.q, chosen(), () => turn === latest, render);
      if (!answer || turn !== latest) return;
      render(answer);
      if (answer.hits.length === 0) status.textContent = t('search.nothing', { query: wanted.q });
      await correct(wanted.q, answer.hits, turn);
    } catch {
      if (turn === latest) status.textContent = t('search.failed');
    }
  };

  /** Offers a correction, and shows its hits where the query itself has none. */
  const correct = async (query: string, hits: readonly TopicHit[], turn: number) => {
    const marked = hits.flatMap((hit) =>
      [...hit.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word!.toLowerCase()),
    );
    const better = suggest(query, await knownWords(root), marked);
    if (turn !== latest) return;
    if (!better) {
      if (hits.length === 0) status.textContent += ` ${t('search.fewer')}`;
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = better;
    button.addEventListener('click', () => show({ ...current(), q: better }));
    const [before, after] = t.around('search.meant', 'words');
    status.append(` ${before}`, button, after);
    if (hits.length > 0) return;
    const instead = await lookUp(bundle, better, chosen());
    if (turn !== latest || !instead?.hits.length) return;
    list.replaceChildren(...instead.hits.map((hit) => hitElement(t, hit)));
    status.append(` ${countText(t, instead.hits.length, instead.total)}`);
    showCounts(t, selects, instead.counts);
  };

  const showRecent = () => {
    const queries = recentSearches();
    recent.replaceChildren();
    if (queries.length === 0) return;
    const title = document.createElement('p');
    title.textContent = t('search.recent');
    const items = queries.map((query) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = query;
      button.addEventListener('click', () => show({ q: query }));
      return button;
    });
    const forget = document.createElement('button');
    forget.type = 'button';
    forget.className = 'search-forget';
    forget.textContent = t('search.forget');
    forget.addEventListener('click', () => {
      forgetSearches();
      showRecent();
      input.focus();
    });
    recent.append(title, ...items, forget);
  };

  input.addEventListener('input', () => {
    if (input.value.length > longestQuery) input.value = input.value.slice(0, longestQuery);
    void search();
  });
  for (const select of selects.values()) select.addEventListener('change', () => void search());
  element.addEventListener('keydown', (event) => moveByKey(event, input, list));
  list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && current().q) rememberSearch(current().q);
  });
  element.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  void prepare(place, (counts) => (input.value.trim() ? void search() : showCounts(t, selects, counts))).catch(
    () => {},
  );
  showRecent();
  return { element, input, show, current };
}

const countText = (t: Translator, count: number, total: number) =>
  t(total > recordsRead ? 'search.sections.best' : 'search.sections', { count });

/** What a value of a filter is called: kinds have the same values in every language, the others are names already. */
const filterLabel = (t: Translator, filter: Filter, value: string) =>
  filter === 'kind' ? t.alone(kindName(t, value)) : value;
const kindName = (t: Translator, kind: string) => t(`search.kind.${kind as Kind}`);

/** Fills the filters with their values and how many records each has. */
function showCounts(t: Translator, selects: ReadonlyMap<Filter, HTMLSelectElement>, counts: FilterCounts): void {
  for (const [name, select] of selects) {
    const values = Object.entries(counts[name] ?? {}).filter(([value, count]) => count > 0 || value === select.value);
    if (values.length === 0 && !select.value) continue;
    const kept = select.value;
    const label = (value: string) => filterLabel(t, name, value);
    select.replaceChildren(
      new Option(t('search.all', { filter: t(`search.filter.${name}`) }), ''),
      ...values.map(([value, count]) => new Option(`${label(value)} (${t.number(count)})`, value)),
    );
    if (kept && !values.some(([value]) => value === kept)) select.add(new Option(label(kept), kept));
    select.value = kept;
    select.hidden = false;
  }
}

function hitElement(t: Translator, { url, title, page, level, kind, excerpt }: TopicHit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  const heading = document.createElement('strong');
  heading.textContent = title;
  const place = document.createElement('span');
  const name = kind && kind !== 'lesson' && kindName(t, kind);
  // A hit on the page “Glossary” need not say that it is of the glossary.
  const said = name && name.toLowerCase() === page?.toLowerCase();
  place.textContent = [page, level, !said && name].filter(Boolean).join(' · ');
  // Each runs in its own direction: a page that is not translated answers in its own language.
  heading.dir = 'auto';
  const text = document.createElement('p');
  const words = document.createElement('bdi');
  words.append(...markedText(excerpt));
  text.append(words);
  link.append(heading, ' ', place, text);
  item.append(link);
  return item;
}

/** Reads an excerpt, whose words that were found stand in `<mark>`; everything else in it is text, whatever it looks like. */
function markedText(excerpt: string): Node[] {
  // Nothing in a document that is only parsed loads or runs.
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return new Text(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

/** Arrow keys walk through field and hits. */
function moveByKey(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length]!.focus();
}
