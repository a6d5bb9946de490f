/** Asks the index: loads it ahead, answers in two steps, and remembers answers. */
import { loadPagefind, type FilterCounts } from './pagefind-api.ts';
import { topicHits, type TopicHit } from './topic-hits.ts';

/** Where the search of a language is. */
export interface SearchPlace {
  /** Address of `pagefind/`, with a slash at the end. */
  bundle: string;
  /** Address of the first page of the language, with a slash at the end. */
  root: string;
}

export interface Answer {
  hits: TopicHit[];
  /** How many records hold the words. */
  total: number;
  counts: FilterCounts;
}

/** How many records are read; each is one small file. The first few are shown before the others are there. */
export const recordsRead = 10;
const recordsFirst = 3;

const answersKept = 50;
const answers = new Map<string, Answer>();

/**
 * Searches.
 *
 * @param bundle address of `pagefind/`
 * @param filters filter → value
 * @param isWanted whether the answer is still of interest; otherwise nothing more is loaded for it
 * @param onFirst called with the best hits before the others are there
 * @returns undefined when the answer is no longer wanted
 */
export async function lookUp(
  bundle: string,
  query: string,
  filters: Record<string, string>,
  isWanted: () => boolean = () => true,
  onFirst?: (answer: Answer) => void,
): Promise<Answer | undefined> {
  const key = JSON.stringify([query, filters]);
  const kept = answers.get(key);
  if (kept) return kept;
  const pagefind = await loadPagefind(bundle);
  const found = await pagefind.search(query, { filters });
  if (!isWanted()) return undefined;
  const read = found.results.slice(0, recordsRead).map((result) => inTaskOfItsOwn(() => isWanted() && result.data()));
  const answerOf = async (records: typeof read): Promise<Answer | undefined> => {
    const whole = (await Promise.all(records)).filter((record) => record !== false);
    if (whole.length < records.length || !isWanted()) return undefined;
    return { hits: topicHits(whole, query), total: found.results.length, counts: found.filters };
  };
  const first = await answerOf(read.slice(0, recordsFirst));
  if (first && read.length > recordsFirst) onFirst?.(first);
  const answer = await answerOf(read);
  if (!answer) return undefined;
  if (answers.size >= answersKept) answers.delete(answers.keys().next().value!);
  answers.set(key, answer);
  return answer;
}

/** Pagefind cuts an excerpt as soon as a record is there; ten in one task would hold up the next letter. */
const inTaskOfItsOwn = async <T>(work: () => T) => {
  await new Promise((resolve) => setTimeout(resolve));
  return work();
};

/**
 * Loads what the first query will need, the most needed first: the engine, the counts of the filters, then the words
 * that corrections are taken from. The parts of the index come while the reader types.
 */
export async function prepare({ bundle, root }: SearchPlace, onCounts: (counts: FilterCounts) => void): Promise<void> {
  const pagefind = await loadPagefind(bundle);
  const counts = await pagefind.filters();
  // Answers from before have no counts.
  answers.clear();
  onCounts(counts);
  await knownWords(root);
}

let known: Promise<string[]> | undefined;

/** The vocabulary of the site, loaded once. @param root first page of the language */
export function knownWords(root: string): Promise<string[]> {
  known ??= fetch(`${root}search/words.json`).then((response) => response.json() as Promise<string[]>);
  known.catch(() => (known = undefined));
  return known;
}
