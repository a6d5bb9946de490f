/** The strings that scripts show in dialogs and panels; `/strings.json` of each language holds them. */
import type { StringEntry, StringKey, StringTable } from './english.ts';

const starts = ['page.search', 'page.messages', 'page.offline', 'search.', 'offline.'];
/** Words of the pages themselves. */
const inPages = [
  'search.description',
  'search.script',
  'search.unopened',
  'offline.page.',
  'offline.unsaved',
  'offline.description',
  'offline.none',
];

const isNeeded = (key: string) =>
  starts.some((start) => key.startsWith(start)) && !inPages.some((start) => key.startsWith(start));

/** Picks them from all strings of a language. */
export const browserStrings = (strings: Readonly<Record<StringKey, StringEntry>>): StringTable =>
  Object.fromEntries(Object.entries(strings).filter(([key]) => isNeeded(key)));

/** Words for code and exercises that run in the page (src/run-here), and for requests (src/http-lab); `/run-words.json` of each language holds them. */
export const runStrings = (strings: Readonly<Record<StringKey, StringEntry>>): StringTable =>
  Object.fromEntries(
    Object.entries(strings).filter(([key]) =>
      /^run\.(?!button|size|title|recorded)|^exercise\.(?!paper|progress|title|try)|^http\.(?!open|title)|^code\.cop/.test(
        key,
      ),
    ),
  );
