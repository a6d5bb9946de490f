/** A deck of cards, as it is before it becomes a file. */

/** What a note consists of, in this order for ever: Anki updates a note only while its type keeps its fields. */
export const fieldNames = ['Id', 'Front', 'Hint', 'Back', 'Explanation', 'Section'] as const;

/** One question, or one card of a question. The texts are HTML. */
export interface DeckNote {
  /** Name by which Anki knows it again; it outlives every rename (`guidOf`). */
  guid: string;
  /** What it is called today: `question:caching/no-store`, `question:caching/no-store#age`. */
  id: string;
  /** Its deck with those above it: `Roadmap::Caching`. */
  deck: string;
  tags: string[];
  front: string;
  hint: string;
  back: string;
  explanation: string;
  /** Link to the section that teaches it. */
  section: string;
  /** When its text was changed last, in seconds since 1970. */
  mod: number;
}

export interface Deck {
  /** What tells the roadmap from others (`scopeOf`). */
  scope: string;
  /** Folder of the language; empty for the base language. */
  language: string;
  /** File name without ending. */
  name: string;
  /** What readers know it by: the roadmap or the track. */
  label: string;
  /** Title of the roadmap, the deck above all others. */
  title: string;
  notes: DeckNote[];
}

/** Text of HTML, as it is sorted by. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
