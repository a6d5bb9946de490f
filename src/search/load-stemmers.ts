/** Loads stemmers and stop words while a site is built; browsers load their stemmer from `virtual:stemmers`. */
import { createRequire } from 'node:module';
import { stemmerFile, unstemmed, type Stemmer } from './stemmers.ts';

// The runner of Vite that loads this file is closed when a build is done, and would refuse `import()`.
const load = createRequire(import.meta.url);

/** The stemmer of a language. */
export function loadStemmer(tag: string): Stemmer {
  const file = stemmerFile(tag);
  return file ? (load(`@orama/stemmers/${file}`) as { stemmer: Stemmer }).stemmer : unstemmed;
}

/** Words of a language that say nothing of what is asked for, such as articles and question words. */
export function loadStopWords(tag: string): string[] {
  const file = stemmerFile(tag);
  return file ? (load(`@orama/stopwords/${file}`) as { stopwords: string[] }).stopwords : [];
}
