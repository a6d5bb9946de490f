/** Answers a query from the ranking alone: what it asks for, corrected where nobody knows a word, and the best sections. */
import type { Answer, Card, Filters, SearchPlace, Wanted } from './answer.ts';
import { marksIn, type Asked } from './excerpt.ts';
import type { Hit } from './hit.ts';
import { loadText, sentenceAtHand } from './load-ranking.ts';
import type { Kind } from './page-sections.ts';
import { loadPagefind } from './pagefind-api.ts';
import { preloadPagefind } from './preload-search.ts';
import {
  corrected,
  rank,
  readQuery,
  type FoundAnswer,
  type Ranked,
  type RankedAnswers,
  type Ranking,
  type ReadQuery,
  type Unit,
} from './rank.ts';
import { pause, type Step } from './step.ts';
import { unstemmed } from './stemmers.ts';
import { tokensOf } from './tokens.ts';

/** How long no letter comes before more is loaded, in ms. */
export const quiet = 240;

/** How many hits come from the ranking. */
const mostRanked = 8;
/** A hit that is that much worse than the best is none. */
const leastShare = 0.1;
/** So many hits of which the best has most of what is asked for are an answer. */
const enoughHits = 3;
const enoughCovered = 0.75;

/** A query as it is understood. */
export interface Understood {
  query: string;
  /** What was looked for instead of what was typed. */
  instead?: string;
  asked: Asked;
  /** What each thing asked for can be said as. */
  concepts: string[][][];
  /** What Pagefind is to look for; empty where everything is wanted. */
  words: string;
  /** Words that nobody knows. */
  unknown: number;
  ranked?: RankedAnswers;
}

/** Understands and ranks a query; a misspelling is corrected where no text has it. @param known absent where it did not load */
export async function understand(
  place: SearchPlace,
  known: Ranking | undefined,
  { typed, filters, isTyped }: Wanted,
  step: Step,
): Promise<Understood> {
  if (!known) return understood(undefined, typed);
  const answers = (query: string, read: ReadQuery) => rank(known, query, read, (unit) => fits(unit, filters, known));
  const { read, ranked } = await step(() => {
    const typedRead = readQuery(known, typed);
    return { read: typedRead, ranked: answers(typed, typedRead) };
  });
  if (read.unknown.length === 0 || isTyped || ranked.answer?.kind === 'message')
    return understood(known, typed, read, ranked);
  // A word half typed is no misspelling yet.
  await step(() => pause(quiet));
  const better = corrected(known, typed, read.unknown);
  if (!better || (await step(() => stands(place, read.unknown, known)))) return understood(known, typed, read, ranked);
  const betterRead = readQuery(known, better);
  return { ...understood(known, better, betterRead, answers(better, betterRead)), instead: better };
}

function understood(known: Ranking | undefined, query: string, read?: ReadQuery, ranked?: RankedAnswers): Understood {
  const stem = known?.stem ?? unstemmed;
  const telling = read?.telling ?? tokensOf(query).map(({ text }) => text);
  const concepts = read
    ? [...read.concepts.map(({ ways }) => ways), ...read.unknown.map((word) => [[stem(word)]])]
    : tokensOf(query).map(({ word }) => [[word]]);
  const typed = telling.flatMap((text) => tokensOf(text).map(({ word }) => [stem(word)]));
  return {
    query,
    asked: { ways: [...concepts.flat(), ...typed], stem },
    concepts,
    words: read && telling.length > 0 ? telling.join(' ') : query,
    unknown: read?.unknown.length ?? 0,
    ...(ranked && { ranked }),
  };
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

/** Whether words that the ranking does not know stand in some text as they are; it does not know those of code. */
async function stands(
  { bundle, words: part }: SearchPlace,
  words: readonly string[],
  { stem }: Ranking,
): Promise<boolean> {
  try {
    preloadPagefind(bundle, part);
    const pagefind = await loadPagefind(bundle);
    const { results } = await pagefind.search(words.join(' '));
    const record = await results[0]?.data();
    if (!record) return false;
    const text = `${record.meta.title ?? ''} ${record.raw_content ?? ''}`;
    return words.every((word) => marksIn(text, { ways: [[stem(word)]], stem }).length > 0);
  } catch {
    return false;
  }
}

/** What the ranking says. */
export interface RankedAnswer {
  answer: Answer;
  /** Whether the reader has what was asked for, and no text needs to be searched. */
  isEnough: boolean;
  /** Gives the hits that have none yet their first sentences; a file that does not come leaves them without. */
  addSentences: () => Promise<void>;
}

/** Makes hits and card of what the ranking found. */
export function rankedAnswer(place: SearchPlace, { ranked, asked, instead, unknown }: Understood, filters: Filters) {
  const best = ranked?.sections[0]?.score ?? 0;
  const good = ranked?.sections.filter(({ score }) => score >= best * leastShare) ?? [];
  const shown = good.slice(0, mostRanked).map((one) => ({ unit: one.unit, hit: hitOf(place, one) }));
  const hits = shown.map(({ hit }) => hit);
  const card = ranked?.answer && cardOf(place, ranked.answer);
  // Pages that have no text to search are hits of their answers only.
  if (card?.kind === 'question' && Object.keys(filters).length === 0 && !hits.some(({ url }) => url === card.url))
    hits.unshift({ url: card.url, title: card.linked, kind: 'guide', excerpt: '' });
  const covered = Math.max(0, ...good.slice(0, enoughHits).map((one) => one.covered));
  const isAnswered = (card && card.kind !== 'term') || (covered >= enoughCovered && hits.length >= enoughHits);
  const answer: Answer = {
    hits,
    more: good.length > hits.length,
    asked,
    ...(card && { card }),
    ...(instead && { instead }),
  };
  const addSentences = async () => {
    const without = shown.filter(({ hit }) => hit.excerpt === '');
    await Promise.all(
      without.map(async ({ unit, hit }) => {
        hit.excerpt = await loadText(place, 'section', unit.place).catch(() => '');
      }),
    );
  };
  return { answer, isEnough: isAnswered && unknown === 0, addSentences } as RankedAnswer;
}

function hitOf(place: SearchPlace, { unit }: Ranked): Hit {
  const {
    page: [, title, kind, level, position],
    url,
    title: heading,
  } = unit;
  return {
    url,
    title: heading,
    ...(heading !== title && { page: title }),
    ...(level && { level }),
    ...(position > 0 && { position }),
    kind: kind as Kind,
    excerpt: sentenceAtHand(place, unit.place) ?? '',
  };
}

function cardOf(place: SearchPlace, { kind, name, url, title, index, text }: FoundAnswer): Card {
  return {
    kind,
    title: name,
    url,
    linked: title,
    text: async () => text ?? loadText(place, kind === 'message' ? 'message' : 'term', index),
  };
}
