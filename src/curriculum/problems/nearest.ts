/**
 * Finds the candidate most like a name, to offer it after a misspelling.
 *
 * Optimal string alignment distance (Damerau–Levenshtein without overlapping edits). A candidate counts as near
 * when at most a third of the longer name differs.
 *
 * @returns the nearest candidate, or undefined when none is near
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    // Names differ at least by their lengths, and to compare them letter by letter takes long.
    const most = Math.min(bestDistance - 1, Math.max(name.length, candidate.length) / 3);
    if (Math.abs(name.length - candidate.length) > most) continue;
    const distance = editDistance(name, candidate);
    if (distance <= most) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The sentence that offers a name after a misspelling, a space before it; empty where no name is near. */
export const didYouMean = (near: string | undefined): string => (near ? ` Did you mean \`${near}\`?` : '');

function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, rows[i - 2]![j - 2]! + 1);
      }
      row.push(value);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
