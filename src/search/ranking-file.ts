/**
 * Makes the ranking file of a language (`/search/ranking.json`): what the search must know at once to put the best
 * sections first. It holds headings, covered names, terms, messages, and which words occur in which section; first
 * sentences are in files of their own, and Pagefind has the full texts. The file stays small on large sites, because it holds less the more there is.
 */
import { gzipSync } from 'node:zlib';
import { firstSentence } from './excerpt.ts';
import type { IndexablePage, PageSection } from './page-sections.ts';
import {
  addressOf,
  anchorOf,
  packPlaces,
  packWords,
  type RankedAnswer,
  type RankedPage,
  type RankedSection,
  type RankingFile,
} from './ranking-data.ts';
import type { PageFacts } from './search-record.ts';
import type { Stemmer } from './stemmers.ts';
import { folded, stemming, stemsOf, tokensOf } from './tokens.ts';

/** What of the file does not come from pages; answers lead to addresses, with the title that stands there. */
export interface RankingWords extends Pick<RankingFile, 'fillers' | 'names' | 'alike' | 'common' | 'counts'> {
  terms: NamedAnswer[];
  messages: NamedAnswer[];
  questions: NamedAnswer[];
  /** What readers type who want a section, by its address. */
  topics: [url: string, asked: string[]][];
}
type NamedAnswer = [names: string[], url: string, title: string, text?: string];

/** A page as it is ranked. */
export interface RankablePage {
  path: string;
  page: IndexablePage;
  facts: PageFacts;
}

/** Largest file, in bytes as sent (gzip). */
const usualMost = 155_000;

/** How much the file holds, from everything down to what a site of thousands of pages can afford. */
const details = [
  { depth: 3, mostPlaces: 20 },
  { depth: 2, mostPlaces: 20 },
  { depth: 2, mostPlaces: 12 },
  { depth: 2, mostPlaces: 0 },
  { depth: 0, mostPlaces: 0 },
] as const;
type Detail = (typeof details)[number];

/**
 * @param stemmer of the language
 * @param mostBytes largest file, in bytes as sent (gzip)
 * @returns the file with as much as fits
 */
export function rankingFile(
  pages: readonly RankablePage[],
  words: RankingWords,
  stemmer: Stemmer,
  mostBytes = usualMost,
): RankingFile {
  const stem = stemming(stemmer);
  let file: RankingFile | undefined;
  for (const detail of details) {
    file = withDetail(pages, words, stem, detail);
    if (gzipSync(JSON.stringify(file)).length <= mostBytes) break;
  }
  return file!;
}

function withDetail(
  pages: readonly RankablePage[],
  words: RankingWords,
  stem: Stemmer,
  { depth, mostPlaces }: Detail,
): RankingFile {
  const alike = new Set(words.alike.flat().map(folded));
  const fillers = new Set(
    words.fillers.flatMap((one) => tokensOf(one).map(({ word }) => word)).filter((word) => !alike.has(word)),
  );
  /** What tells something in a phrase; the whole where nothing does. */
  const tellingOf = (text: string) => {
    const telling = tokensOf(text).filter(({ word }) => !fillers.has(word));
    return telling.length > 0 ? telling.map(({ text: own }) => own).join(' ') : text;
  };
  // Sorted, they are sent in fewer bytes.
  const phrases = (asked: readonly string[]) => [...new Set(asked.map(tellingOf))].sort();
  const tracks = [...new Set(pages.flatMap(({ facts }) => facts.tracks))];
  const counts = new Map<string, Map<number, number>>();
  const spellings = new Map<string, Map<string, number>>();
  let place = 0;
  const ranked = pages.map(({ path, page, facts }): RankedPage => {
    const sections = (page.sections.lesson ?? []).filter((section) => depthOf(section) <= depth);
    // A lesson teaches by sections; pages about the site answer as a whole.
    const whole = facts.prose === 'guide' ? place : undefined;
    let parent = place;
    const list = sections.map((section): RankedSection => {
      const covers = [...(facts.covers.get(section.id) ?? [])];
      const at = place;
      place += 1;
      if (depthOf(section) === 2) parent = at;
      const text = `${section.heading}. ${covers.join(' · ')}. ${section.text}`;
      if (mostPlaces > 0)
        for (const one of new Set([at, depthOf(section) === 3 ? parent : at, whole ?? at]))
          count(text, one, counts, spellings, stem, fillers);
      return [
        section.id === '' || section.id === anchorOf(section.heading) ? null : section.id,
        section.heading,
        depthOf(section),
        facts.covers.has(section.id) ? 1 : 0,
        covers,
      ];
    });
    const level = facts.level ?? '';
    const position = facts.position ?? 0;
    const ofTracks = facts.tracks.map((track) => tracks.indexOf(track));
    return [path, page.title, facts.prose, level, position, ofTracks, [...(facts.tags ?? [])], list];
  });
  const known = [...counts]
    .map(([key, places]) => ({ word: commonest(spellings.get(key)!), places }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
  const placeOf = placesByAddress(ranked);
  const placed = ([names, url, title, text]: NamedAnswer): RankedAnswer => {
    const to = placeOf.get(url);
    if (text !== undefined) return [names, to ?? url, to === undefined ? title : null, text];
    return to === undefined ? [names, url, title] : [names, to];
  };
  return {
    ...words,
    topics: words.topics.flatMap(([url, asked]) => {
      // A part of a section that is not held itself is asked for with its lesson.
      const to = placeOf.get(url) ?? placeOf.get(url.replace(/#.*/, ''));
      return to === undefined ? [] : [[to, phrases(asked).join('\n')]];
    }),
    terms: words.terms.map(placed),
    messages: words.messages.map(placed),
    questions: words.questions.map(placed),
    tracks,
    pages: ranked,
    words: packWords(known.map(({ word }) => word)),
    places: known.map(({ places }) => packPlaces(places, mostPlaces)).join(' '),
  };
}

/** First sentence of each section of a ranking file, by its place. */
export function firstSentences({ pages: ranked }: RankingFile, pages: readonly RankablePage[]): string[] {
  const texts = new Map<string, string>();
  for (const { path, page } of pages)
    for (const { id, text } of page.sections.lesson ?? []) {
      const url = id ? `${path}#${id}` : path;
      if (!texts.has(url)) texts.set(url, text);
    }
  return ranked.flatMap(([path, , , , , , , sections]) =>
    sections.map((section) => firstSentence(texts.get(addressOf(path, section)) ?? '')),
  );
}

/** Address of a section → its place. */
function placesByAddress(pages: readonly RankedPage[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [path, , , , , , , sections] of pages)
    for (const section of sections) places.set(addressOf(path, section), places.size);
  return places;
}

const depthOf = ({ level }: PageSection) => (level === 1 ? 0 : level);

function count(
  text: string,
  place: number,
  counts: Map<string, Map<number, number>>,
  spellings: Map<string, Map<string, number>>,
  stem: Stemmer,
  fillers: ReadonlySet<string>,
): void {
  const add = (word: string, key: string) => {
    if (fillers.has(word)) return;
    addOne(counts, key, place);
    addOne(spellings, key, word);
  };
  for (const token of tokensOf(text))
    for (const key of stemsOf(token.text, stem)) add(key === stem(token.word) ? token.word : key, key);
}

function addOne<Key>(counts: Map<string, Map<Key, number>>, outer: string, inner: Key): void {
  const inside = counts.get(outer) ?? new Map<Key, number>();
  inside.set(inner, (inside.get(inner) ?? 0) + 1);
  counts.set(outer, inside);
}

const commonest = (forms: ReadonlyMap<string, number>) => [...forms].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
