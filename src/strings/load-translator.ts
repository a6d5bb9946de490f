/** In the browser: the words of the page’s language, loaded when something is opened that shows them. */
import type { StringEntry } from './english.ts';
import { translator, type Translator } from './translator.ts';

let loaded: Promise<Translator> | undefined;

/** @param root address of the first page of the language, with a slash at the end */
export function loadTranslator(root: string): Promise<Translator> {
  loaded ??= fetch(`${root}strings.json`)
    .then((answer) => answer.json() as Promise<Record<string, StringEntry>>)
    .then((strings) => translator(strings, document.documentElement.lang));
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
