/** Adds what Pagefind finds in all texts to what the ranking says: other kinds, better excerpts, counts of the filters. */
import type { Answer, Filters, SearchPlace, Wanted } from './answer.ts';
import { excerptOf, marksIn, type Asked } from './excerpt.ts';
import type { Filter } from './filters.ts';
import type { Hit } from './hit.ts';
import { orderOf } from './kind-order.ts';
import { loadPagefind, type Pagefind, type PagefindPage } from './pagefind-api.ts';
import { pagefindHits, sectionsOf } from './pagefind-hits.ts';
import { preloadPagefind } from './preload-search.ts';
import type { Understood } from './ranked-answer.ts';
import type { FilterCounts } from './ranking-data.ts';
import type { Step } from './step.ts';

/** How many hits are shown. */
const mostShown = 12;
/** How many records of Pagefind are read; each is a file of its own. */
const recordsRead = 3;
const recordsFew = 5;
const recordsAlone = 10;

/**
 * Searches all texts.
 *
 * @param first what the ranking says; its hits get better excerpts
 * @throws where Pagefind does not load
 */
export async function inAllTexts(
  place: SearchPlace,
  { asked, concepts, words }: Understood,
  { filters }: Wanted,
  first: Answer,
  step: Step,
): Promise<Answer> {
  const { hits } = first;
  preloadPagefind(place.bundle, place.words);
  const pagefind = await step(() => loadPagefind(place.bundle));
  const found = await step(() => pagefind.search(words || null, { filters }));
  const most = hits.length >= 5 ? recordsRead : hits.length > 0 ? recordsFew : recordsAlone;
  const records = await Promise.all(found.results.slice(0, most).map((result) => step(() => result.data())));
  const others: Hit[] = [];
  for (const record of records) await step(() => others.push(...pagefindHits(record, asked, concepts, words ? 3 : 5)));
  for (const record of records) await betterExcerpts(hits, record, asked, step);
  const shown = new Set(hits.map(({ url }) => url));
  const rest = others
    .filter(({ url }) => !shown.has(url) && shown.add(url))
    .sort((a, b) => orderOf(a.kind) - orderOf(b.kind));
  const all = [...hits, ...rest];
  return {
    ...first,
    hits: all.slice(0, words ? mostShown : mostShown * 4),
    more: first.more || all.length > mostShown || (others.length > 0 && found.results.length > records.length),
    counts: await step(() => countsOf(pagefind, words, filters, found.filters)),
  };
}

/** What there is by filter: a filter that is set shows what there is without it, so that another value can be chosen. */
async function countsOf(
  pagefind: Pagefind,
  words: string,
  filters: Filters,
  counts: FilterCounts,
): Promise<FilterCounts> {
  const set = Object.keys(filters) as Filter[];
  const free = await Promise.all(
    set.map(async (name) => {
      const others = Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name));
      const found = await pagefind.search(words || null, { filters: others });
      return [name, found.filters[name] ?? {}] as const;
    }),
  );
  return { ...counts, ...Object.fromEntries(free) };
}

/** Gives hits the sentence with what was asked for, where their first one has nothing of it. */
async function betterExcerpts(hits: readonly Hit[], record: PagefindPage, asked: Asked, step: Step): Promise<void> {
  const address = record.url.replace(/\?\w+/, '');
  const own = hits.filter(
    ({ url, excerpt }) => url.replace(/#.*/, '') === address && marksIn(excerpt, asked).length === 0,
  );
  if (own.length === 0 || ['code', 'diagram', 'question'].includes(record.meta.kind ?? '')) return;
  for (const { id, text } of sectionsOf(record)) {
    const hit = own.find(({ url }) => url === (id ? `${address}#${id}` : address));
    if (hit) await step(() => (hit.excerpt = excerptOf(text, asked)));
  }
}
