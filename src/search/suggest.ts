/** “Did you mean”: replaces the words of a query that the site does not know by the nearest ones it knows. */
import { nearest } from '../curriculum/nearest.ts';
import { wordsOf } from './vocabulary.ts';

/** How many unknown words are corrected at most; more are another language or a pasted text. */
const mostCorrected = 5;

/**
 * @param known words of the site, lower case
 * @param found words that the hits of the query hold; they are right, whatever the vocabulary says
 * @returns the corrected query, or undefined when there is nothing to correct
 */
export function suggest(query: string, known: readonly string[], found: readonly string[] = []): string | undefined {
  let changed = false;
  let unknown = 0;
  const corrected = query.replace(/[\p{L}\p{N}]{3,}/gu, (word) => {
    const [lower = ''] = wordsOf(word);
    const isKnown = (list: readonly string[]) =>
      list.some((one) => one === lower || (lower.length > 3 && one.startsWith(lower)));
    if (lower.length < 4 || isKnown(known) || isKnown(found)) return word;
    unknown += 1;
    if (unknown > mostCorrected) return word;
    const near = nearest(lower, known);
    if (near === undefined) return word;
    changed = true;
    return near;
  });
  return changed ? corrected : undefined;
}
