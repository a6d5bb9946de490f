import { bundledLanguagesInfo } from 'shiki';

/** What Shiki knows of a language by the word that a fence has. */
export const knownLanguage = (word: string) =>
  bundledLanguagesInfo.find(({ id, aliases }) => id === word || aliases?.includes(word));

/** `sql` → `SQL`, `bash` → `Shell`; a language that is not known keeps its word. */
export const languageName = (word: string): string => knownLanguage(word)?.name ?? word;
