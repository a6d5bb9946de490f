/** Finds the word that a misspelled one was meant to be. */

/** Shortest word that is corrected, in letters. */
const shortest = 4;

/** How many letters may be wrong. */
const mostWrong = (length: number) => (length < 6 ? 1 : length < 9 ? 2 : 3);

/**
 * @param words of the site, lower case
 * @param prominent those of them that name its subjects; among equals they come first
 * @returns the nearest word, by the least edits (a swap of neighbors is one); undefined when none is near
 */
export function correction(word: string, words: readonly string[], prominent: ReadonlySet<string>): string | undefined {
  if (word.length < shortest || /\p{N}/u.test(word)) return undefined;
  let best: string | undefined;
  let bestValue = Infinity;
  for (const candidate of words) {
    const most = mostWrong(Math.max(word.length, candidate.length));
    if (Math.abs(candidate.length - word.length) > most || candidate.length < shortest) continue;
    // People seldom get the first letter wrong; a word that is that different is another one.
    if (candidate[0] !== word[0] && candidate[1] !== word[1]) continue;
    const distance = edits(word, candidate, most);
    if (distance > most) continue;
    const value = distance + (candidate[0] === word[0] ? 0 : 0.6) + (prominent.has(candidate) ? 0 : 0.5);
    if (value < bestValue) [best, bestValue] = [candidate, value];
  }
  return best;
}

/** Optimal string alignment distance; gives up beyond `most`. */
function edits(a: string, b: string, most: number): number {
  let earlier: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let value = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, earlier[j - 2]! + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return least;
    [earlier, before] = [before, row];
  }
  return before[b.length]!;
}
