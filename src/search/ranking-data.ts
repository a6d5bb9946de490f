/** The ranking file as it is sent: its shape, and how words and places are packed (ranking-file.ts makes it). */

/** A section: anchor (null where it follows from the heading), heading, depth (0 for the page itself), whether it is a topic, covered names. */
export type RankedSection = [
  anchor: string | null,
  heading: string,
  depth: 0 | 2 | 3,
  isTopic: 0 | 1,
  covers: string[],
];

/** A page with its sections; `position` is 0 where it is no phase, `tracks` are places in the list of tracks. */
export type RankedPage = [
  path: string,
  title: string,
  kind: string,
  level: string,
  position: number,
  tracks: number[],
  tags: string[],
  sections: RankedSection[],
];

/**
 * What answers a query by itself: the names it is asked for by, and where it leads: the place of a section, or an
 * address with the title that stands there. Questions have their text; those of terms and messages are in files of their
 * own.
 */
export type RankedAnswer = [names: string[], target: number | string, title?: string | null, text?: string];

/** What readers type who want a section, one thing a line, by its place. */
export type RankedTopic = [place: number, asked: string];

/** Filter → value → how many records have it. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface RankingFile {
  /** Words that never have to occur. */
  fillers: string[];
  /** What readers say → the name the roadmap uses. */
  names: [words: string[], target: string][];
  /** Groups of words that readers use one for another. */
  alike: string[][];
  topics: RankedTopic[];
  /** Searches that are offered before anything is typed. */
  common: string[];
  tracks: string[];
  /** How many records there are by filter and value. */
  counts: FilterCounts;
  pages: RankedPage[];
  terms: RankedAnswer[];
  messages: RankedAnswer[];
  /** Questions about the site. */
  questions: RankedAnswer[];
  /** Every word of the sections, sorted; each as the length of what it shares with the one before, and the rest. */
  words: string;
  /** For each word the sections it is in, as `packPlaces` writes them. */
  places: string;
}

/** Anchor that a heading has where nothing else is told. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** Address of a section. */
export function addressOf(path: string, [anchor, heading, depth]: RankedSection): string {
  const id = depth === 0 ? '' : (anchor ?? anchorOf(heading));
  return id ? `${path}#${id}` : path;
}

/** So many texts of terms, messages or sections are in a file. */
export const answersInFile = 40;

/** `['cache', 'caching']` → `0cache 4ing`; the number is in base 36. */
export const packWords = (words: readonly string[]): string =>
  words
    .map((word, index) => {
      const before = words[index - 1] ?? '';
      let shared = 0;
      while (shared < 35 && shared < word.length && before[shared] === word[shared]) shared += 1;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');

export function unpackWords(packed: string): string[] {
  let before = '';
  if (packed === '') return [];
  return packed.split(' ').map((one) => (before = before.slice(0, parseInt(one[0]!, 36)) + one.slice(1)));
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** How often a word must stand in a section to be told from one that stands in it by the way. */
const often = 3;

/**
 * Writes in which sections a word is: distances from one to the next, doubled, odd where it stands there often; five
 * bits a character, the sixth tells that the number goes on.
 *
 * @param most a word in more sections than that is listed only where it stands often, after a `~`
 */
export function packPlaces(places: ReadonlyMap<number, number>, most: number): string {
  const isCommon = places.size > most;
  const list = [...places].sort(([a], [b]) => a - b).filter(([, times]) => !isCommon || times >= often);
  let before = -1;
  const packed = list
    .map(([place, times]) => {
      let value = (place - before) * 2 + (times >= often ? 1 : 0);
      before = place;
      let text = '';
      while (value >= 32) {
        text += digits[(value % 32) + 32];
        value = Math.floor(value / 32);
      }
      return text + digits[value];
    })
    .join('');
  return isCommon ? `~${packed}` : packed;
}

/** @returns section → whether the word stands there often */
export function unpackPlaces(packed: string): Map<number, boolean> {
  const places = new Map<number, boolean>();
  let place = -1;
  let value = 0;
  let factor = 1;
  for (const character of packed.replace('~', '')) {
    const digit = digits.indexOf(character);
    value += (digit % 32) * factor;
    factor *= 32;
    if (digit >= 32) continue;
    place += value >> 1;
    places.set(place, value % 2 === 1);
    value = 0;
    factor = 1;
  }
  return places;
}
