/** Asks the index: loads it ahead, answers in two steps, and remembers answers. */
import { loadPagefind, type FilterCounts } from './pagefind-api.ts';
import { topicHits, type TopicHit } from './topic-hits.ts';

export interface Answer {
  hits: TopicHit[];
  /** How many records hold the words. */
  total: number;
  counts: FilterCounts;
}

/** How many records are read; each is one small file. The first few are shown before the others are there. */
export const recordsRead = 10;
const recordsFirst = 3;

/** With more records than these the index is loaded word by word only. */
const fewRecords = 1000;
const answersKept = 50;
const answers = new Map<string, Answer>();

/**
 * Searches.
 *
 * @param bundle address of `pagefind/`
 * @param filters filter → value
 * @param onFirst called with the best hits before the others are there
 */
export async function lookUp(
  bundle: string,
  query: string,
  filters: Record<string, string>,
  onFirst?: (answer: Answer) => void,
): Promise<Answer> {
  const key = JSON.stringify([query, filters]);
  const kept = answers.get(key);
  if (kept) return kept;
  const pagefind = await loadPagefind(bundle);
  const found = await pagefind.search(query, { filters });
  const read = found.results.slice(0, recordsRead).map((result) => result.data());
  const answerOf = async (records: typeof read) => ({
    hits: topicHits(await Promise.all(records), query),
    total: found.results.length,
    counts: found.filters,
  });
  if (onFirst && read.length > recordsFirst) onFirst(await answerOf(read.slice(0, recordsFirst)));
  const answer = await answerOf(read);
  if (answers.size >= answersKept) answers.delete(answers.keys().next().value!);
  answers.set(key, answer);
  return answer;
}

/**
 * Loads what the first query will need, the most needed first: the engine, the counts of the filters, a small index
 * whole, then the words that corrections are taken from.
 */
export async function prepare(bundle: string, onCounts: (counts: FilterCounts) => void): Promise<void> {
  const pagefind = await loadPagefind(bundle);
  const counts = await pagefind.filters();
  onCounts(counts);
  const records = Object.values(counts.kind ?? {}).reduce((sum, count) => sum + count, 0);
  // One part of the index after the other, so that a query that comes now waits for one of them at most.
  if (records <= fewRecords) for (const letter of 'abcdefghijklmnopqrstuvwxyz') await pagefind.preload(letter);
  await knownWords(bundle);
}

let known: Promise<string[]> | undefined;

/** The vocabulary of the site, loaded once. */
export function knownWords(bundle: string): Promise<string[]> {
  known ??= fetch(`${bundle}../search/words.json`).then((response) => response.json() as Promise<string[]>);
  known.catch(() => (known = undefined));
  return known;
}
