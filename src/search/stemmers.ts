/**
 * Word forms by language: which stemmer and which stop words of Orama belong to a language tag
 * (https://docs.orama.com/docs/orama-js/text-analysis/stemming). A language without one is compared by whole words and
 * their beginnings.
 */

/** Takes a word, lower case, back to its stem: `retries` → `retri` */
export type Stemmer = (word: string) => string;

/** Names of Orama’s files by the first part of a language tag. */
const files: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'indian',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovenian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  uk: 'ukrainian',
};

/** Name of Orama’s file for a language: `pt-BR` → `portuguese`; undefined where there is none. */
export const stemmerFile = (tag: string): string | undefined => files[tag.toLowerCase().split('-')[0]!];

/** Leaves words as they are, for languages without a stemmer. */
export const unstemmed: Stemmer = (word) => word;
