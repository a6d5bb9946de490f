/** What is looked for, and what is found: the shapes that the parts of the search hand on. */
import type { Asked } from './excerpt.ts';
import type { Filter } from './filters.ts';
import type { Hit } from './hit.ts';
import type { FilterCounts } from './ranking-data.ts';

/** Where the search of a language is. */
export interface SearchPlace {
  /** Address of `pagefind/`, with a slash at the end. */
  bundle: string;
  /** Address of the first page of the language, with a slash at the end. */
  root: string;
  /** Tag of the language. */
  tag: string;
  /** Name of the part of Pagefind that reads the language (stemmed-languages.ts). */
  words: string;
}

export type Filters = Partial<Record<Filter, string>>;

/** What is looked for. */
export interface Wanted {
  typed: string;
  filters: Filters;
  /** Whether the words are to be taken as they are typed, and not corrected. */
  isTyped: boolean;
  /** Whether every text is to be searched, whatever the ranking finds. */
  inAll: boolean;
}

/** What stands above the hits. */
export interface Card {
  kind: 'term' | 'message' | 'question';
  title: string;
  /** HTML of what it means; loaded where it is not known yet. */
  text: () => Promise<string>;
  /** Where more is told. */
  url: string;
  linked: string;
}

export interface Answer {
  hits: Hit[];
  card?: Card;
  /** Whether there are more sections than are shown. */
  more: boolean;
  /** Whether code, diagrams, questions and whole texts were left out, because the sections have what was asked for. */
  isShort?: boolean;
  /** Absent before Pagefind has answered. */
  counts?: FilterCounts;
  /** What was looked for instead of what was typed. */
  instead?: string;
  asked: Asked;
}
