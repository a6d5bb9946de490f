/** Puts entries of an alphabetical list under their first letters. */

export interface LetterGroup<Entry> {
  letter: string;
  /** Anchor of the group. */
  anchor: string;
  entries: Entry[];
}

/**
 * @param nameOf name of an entry; what does not begin with a letter stands under `#`
 * @param tag language of the names
 */
export function byLetter<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  tag: string,
): LetterGroup<Entry>[] {
  const letters = Map.groupBy(entries, (entry) => {
    const [first = ''] = nameOf(entry).normalize('NFD').toLocaleUpperCase(tag);
    return /\p{L}/u.test(first) ? first : '#';
  });
  return [...letters].map(([letter, list]) => ({
    letter,
    anchor: `letter-${letter === '#' ? 'other' : letter.toLocaleLowerCase(tag)}`,
    entries: list,
  }));
}
