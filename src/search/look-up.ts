/**
 * Answers a query. The ranking file has the best sections and what answers by itself. Where that is not enough, Pagefind,
 * which has every text, adds what else there is, better excerpts, and the counts of the filters.
 */
import stemmers from 'virtual:stemmers';
import { excerptOf, marksIn, type Asked } from './excerpt.ts';
import type { Hit } from './hit.ts';
import type { Kind } from './page-sections.ts';
import { loadPagefind, type Pagefind } from './pagefind-api.ts';
import { pagefindHits, sectionsOf } from './pagefind-hits.ts';
import { preloadPagefind } from './preload-search.ts';
import {
  corrected,
  prepareRanking,
  rank,
  readQuery,
  type FoundAnswer,
  type Ranking,
  type ReadQuery,
  type Unit,
} from './rank.ts';
import { answersInFile, type FilterCounts, type RankingFile } from './ranking-data.ts';
import { unstemmed, type Stemmer } from './stemmers.ts';
import { tokensOf } from './tokens.ts';

/** Where the search of a language is. */
export interface SearchPlace {
  /** Address of `pagefind/`, with a slash at the end. */
  bundle: string;
  /** Address of the first page of the language, with a slash at the end. */
  root: string;
  /** Tag of the language. */
  tag: string;
  /** Name of the part of Pagefind that reads the language (stemmed-languages.ts). */
  words: string;
}

/** What stands above the hits. */
export interface Card {
  kind: 'term' | 'message' | 'question';
  title: string;
  /** HTML of what it means; loaded where it is not known yet. */
  text: () => Promise<string>;
  /** Where more is told. */
  url: string;
  linked: string;
}

export interface Answer {
  hits: Hit[];
  card?: Card;
  /** Whether there are more sections than are shown. */
  more: boolean;
  /** Whether code, diagrams, questions and whole texts were left out, because the sections have what was asked for. */
  isShort?: boolean;
  /** Absent before Pagefind has answered. */
  counts?: FilterCounts;
  /** What was looked for instead of what was typed. */
  instead?: string;
  asked: Asked;
}

export type Filters = Partial<Record<'kind' | 'level' | 'phase' | 'track', string>>;

/** What is looked for. */
export interface Wanted {
  typed: string;
  filters: Filters;
  /** Whether the words are to be taken as they are typed, and not corrected. */
  isTyped: boolean;
  /** Whether every text is to be searched, whatever the ranking finds. */
  inAll: boolean;
}

/** What a search can begin with. */
export interface Start {
  common: readonly string[];
  counts: FilterCounts;
  hasMessages: boolean;
}

/** How many hits come from the ranking, and how many are shown. */
const mostRanked = 8;
const mostShown = 12;
/** So many hits of which the best has most of what is asked for are an answer. */
const enoughHits = 3;
const enoughCovered = 0.75;
/** A hit that is that much worse than the best is none. */
const leastShare = 0.1;
/** How many records of Pagefind are read; each is a file of its own. */
const recordsRead = 3;
const recordsFew = 5;
const recordsAlone = 10;

/** How long no letter comes before Pagefind is asked, in ms. */
const quiet = 240;

const answersKept = 50;
const answers = new Map<string, Answer>();

let ranking: Promise<Ranking | undefined> | undefined;

/** Loads the ranking once; without it Pagefind answers alone. */
export function loadRanking({ root, tag }: SearchPlace): Promise<Ranking | undefined> {
  ranking ??= (async () => {
    const [file, stemmer] = await Promise.all([
      fetch(`${root}search/ranking.json`).then((response) => response.json() as Promise<RankingFile>),
      stemmers[tag]?.() ?? ({ stemmer: unstemmed } as { stemmer: Stemmer }),
    ]);
    return prepareRanking(file, stemmer.stemmer, pauses());
  })().catch(() => {
    ranking = undefined;
    return undefined;
  });
  return ranking;
}

/** Makes a function that lets the page act whenever a few milliseconds of work are done. */
function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 6) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

/** Loads what the first query will need. @returns what there is to begin with */
export async function prepare(place: SearchPlace): Promise<Start> {
  const known = await loadRanking(place);
  if (!known) return { common: [], counts: await (await loadPagefind(place.bundle)).filters(), hasMessages: false };
  const { common, counts, messages } = known.file;
  return { common, counts, hasMessages: messages.length > 0 };
}

/**
 * Searches.
 *
 * @param isWanted whether the answer is still of interest; otherwise nothing more is loaded for it
 * @param onFirst called with what the ranking says, before Pagefind has answered
 * @returns undefined when the answer is no longer wanted
 */
export async function lookUp(
  place: SearchPlace,
  wanted: Wanted,
  isWanted: () => boolean = () => true,
  onFirst?: (answer: Answer) => void,
): Promise<Answer | undefined> {
  const { typed, filters, isTyped, inAll } = wanted;
  const key = JSON.stringify(wanted);
  const kept = answers.get(key);
  if (kept) return kept;
  const known = await loadRanking(place);
  // Ranking and showing are tasks of their own, so that the next letter comes in between.
  await inTaskOfItsOwn(() => undefined);
  if (!isWanted()) return undefined;
  let query = typed;
  let read = known && readQuery(known, query);
  let ranked = known && read && rank(known, query, read, (unit) => fits(unit, filters, known));
  let instead: string | undefined;
  if (known && read && read.unknown.length > 0 && !isTyped && ranked?.answer?.kind !== 'message') {
    // A word half typed is no misspelling yet.
    await new Promise((resolve) => setTimeout(resolve, quiet));
    if (!isWanted()) return undefined;
    const better = corrected(known, query, read.unknown);
    if (better && !(await stands(place, read.unknown, known))) {
      instead = query = better;
      read = readQuery(known, query);
      ranked = rank(known, query, read, (unit) => fits(unit, filters, known));
    }
    if (!isWanted()) return undefined;
  }
  const asked = askedOf(known, read, query);
  const best = ranked?.sections[0]?.score ?? 0;
  const good = ranked?.sections.filter(({ score }) => score >= best * leastShare) ?? [];
  const hits = good.slice(0, mostRanked).map(({ unit }) => hitOf(unit));
  const card = ranked?.answer && cardOf(place, ranked.answer);
  // Pages that have no text to search are hits of their answers only.
  if (card?.kind === 'question' && Object.keys(filters).length === 0 && !hits.some(({ url }) => url === card.url))
    hits.unshift({ url: card.url, title: card.linked, kind: 'guide', excerpt: '' });
  const first: Answer = {
    hits,
    more: good.length > hits.length,
    asked,
    ...(card && { card }),
    ...(instead && { instead }),
  };
  await inTaskOfItsOwn(() => undefined);
  if (!isWanted()) return undefined;
  if (hits.length > 0 || card) onFirst?.(first);
  const unknown = read?.unknown.length ?? 0;
  const covered = Math.max(0, ...good.slice(0, enoughHits).map((one) => one.covered));
  const isAnswered = (card && card.kind !== 'term') || (covered >= enoughCovered && hits.length >= enoughHits);
  // Pagefind is several times the size of the ranking: it is loaded where the ranking does not answer.
  if (!inAll && !filters.kind && unknown === 0 && isAnswered) return keep(key, { ...first, isShort: true });

  // Pagefind loads parts of its index for each query: it is asked when the hand rests.
  await new Promise((resolve) => setTimeout(resolve, hits.length > 0 ? quiet : quiet / 3));
  if (!isWanted()) return undefined;
  preloadPagefind(place.bundle, place.words);
  let pagefind: Pagefind;
  try {
    pagefind = await loadPagefind(place.bundle);
  } catch (error) {
    // The ranking answers alone.
    if (hits.length === 0) throw error;
    return first;
  }
  if (!isWanted()) return undefined;
  const words = read && read.telling.length > 0 ? read.telling.join(' ') : query;
  const found = await pagefind.search(words || null, { filters });
  if (!isWanted()) return undefined;
  const most = hits.length >= 5 ? recordsRead : hits.length > 0 ? recordsFew : recordsAlone;
  const records = await Promise.all(
    found.results.slice(0, most).map((result) => inTaskOfItsOwn(() => isWanted() && result.data())),
  );
  if (!isWanted()) return undefined;
  const whole = records.filter((record) => record !== false);
  const concepts = conceptsOf(known, read, query);
  const per = words ? 3 : 5;
  const others: Hit[] = [];
  for (const record of whole) {
    await inTaskOfItsOwn(() => others.push(...pagefindHits(record, asked, concepts, per)));
    if (!isWanted()) return undefined;
  }
  // A sentence with what was asked for says more than the first one.
  for (const record of whole) {
    const address = record.url.replace(/\?\w+/, '');
    const own = hits.filter(
      ({ url, excerpt }) => url.replace(/#.*/, '') === address && marksIn(excerpt, asked).length === 0,
    );
    if (own.length === 0 || ['code', 'diagram', 'question'].includes(record.meta.kind ?? '')) continue;
    for (const { id, text } of sectionsOf(record)) {
      const hit = own.find(({ url }) => url === (id ? `${address}#${id}` : address));
      if (hit) await inTaskOfItsOwn(() => (hit.excerpt = excerptOf(text, asked)));
    }
  }
  const shown = new Set(hits.map(({ url }) => url));
  const rest = others
    .filter(({ url }) => !shown.has(url) && shown.add(url))
    .sort((a, b) => orderOf(a.kind) - orderOf(b.kind));
  const all = [...hits, ...rest];
  const answer: Answer = {
    ...first,
    hits: words ? all.slice(0, mostShown) : all.slice(0, mostShown * 4),
    more: first.more || all.length > mostShown || (others.length > 0 && found.results.length > whole.length),
    counts: found.filters,
  };
  await inTaskOfItsOwn(() => undefined);
  if (!isWanted()) return undefined;
  return keep(key, answer);
}

function keep(key: string, answer: Answer): Answer {
  if (answers.size >= answersKept) answers.delete(answers.keys().next().value!);
  answers.set(key, answer);
  return answer;
}

/** Whether a section passes the filters. */
function fits({ page }: Unit, { kind, level, phase, track }: Filters, { file }: Ranking): boolean {
  const [, title, ownKind, ownLevel, , tracks] = page;
  return (
    (!kind || kind === ownKind) &&
    (!level || level === ownLevel) &&
    (!phase || phase === title) &&
    (!track || tracks.includes(file.tracks.indexOf(track)))
  );
}

function hitOf({ page: [, title, kind, level, position], url, title: heading, excerpt }: Unit): Hit {
  return {
    url,
    title: heading,
    ...(heading !== title && { page: title }),
    ...(level && { level }),
    ...(position > 0 && { position }),
    kind: kind as Kind,
    excerpt,
  };
}

const orders: readonly Kind[] = [
  'lesson',
  'project',
  'question',
  'code',
  'diagram',
  'guide',
  'message',
  'glossary',
  'track',
];
/** Place of a kind among the others: prose of lessons before what stands round it. */
export const orderOf = (kind: Kind): number => orders.indexOf(kind);

/** What each thing asked for can be said as, with the words as they were typed. */
function conceptsOf(known: Ranking | undefined, read: ReadQuery | undefined, query: string): string[][][] {
  if (!known || !read) return tokensOf(query).map(({ word }) => [[word]]);
  return [...read.concepts.map(({ ways }) => ways), ...read.unknown.map((word) => [[known.stem(word)]])];
}

function askedOf(known: Ranking | undefined, read: ReadQuery | undefined, query: string): Asked {
  const stem = known?.stem ?? unstemmed;
  const typed = (read?.telling ?? tokensOf(query).map(({ text }) => text)).flatMap((text) =>
    tokensOf(text).map(({ word }) => [stem(word)]),
  );
  return { ways: [...conceptsOf(known, read, query).flat(), ...typed], stem };
}

/** Whether words that the ranking does not know stand in some text as they are; it does not know those of code. */
async function stands(
  { bundle, words: part }: SearchPlace,
  words: readonly string[],
  known: Ranking,
): Promise<boolean> {
  try {
    preloadPagefind(bundle, part);
    const pagefind = await loadPagefind(bundle);
    const { results } = await pagefind.search(words.join(' '));
    const record = await results[0]?.data();
    if (!record) return false;
    const text = `${record.meta.title ?? ''} ${record.raw_content ?? ''}`;
    return words.every((word) => marksIn(text, { ways: [[known.stem(word)]], stem: known.stem }).length > 0);
  } catch {
    return false;
  }
}

function cardOf(place: SearchPlace, { kind, name, url, title, index, text }: FoundAnswer): Card {
  return { kind, title: name, url, linked: title, text: async () => text ?? textOf(place, kind, index) };
}

const texts = new Map<string, Promise<string[]>>();
/** What a term or message means; some are in a file, which is loaded when one is needed. */
async function textOf({ root }: SearchPlace, kind: Card['kind'], index: number): Promise<string> {
  const file = `${root}search/${kind}-${Math.floor(index / answersInFile)}.json`;
  let loading = texts.get(file);
  if (!loading) {
    loading = fetch(file).then((response) => response.json() as Promise<string[]>);
    texts.set(file, loading);
    loading.catch(() => texts.delete(file));
  }
  return (await loading)[index % answersInFile] ?? '';
}

/** Pagefind cuts an excerpt as soon as a record is there; ten in one task would hold up the next letter. */
const inTaskOfItsOwn = async <T>(work: () => T) => {
  await new Promise((resolve) => setTimeout(resolve));
  return work();
};
