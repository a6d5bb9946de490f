/** In pages: the decks of a language, and their files, each made once. */
import decks from 'virtual:decks';
import { kept } from '../build-cache/build-cache.ts';
import { ankiPackage } from './anki-package.ts';
import { csvFile } from './csv-file.ts';
import type { Deck } from './deck.ts';

export interface DeckFiles extends Deck {
  /** Path of its files without ending, with that of the language: `/ar/anki/roadmap`. */
  path: string;
  /** When a note of it was changed last, `2026-11-20`. */
  date: string;
  apkg(): Uint8Array<ArrayBuffer>;
  csv(): string;
}

/** Names of the decks; they are the same in all languages. */
export const deckNames: string[] = (decks['']?.decks ?? []).map(({ name }) => name);

const known = new Map<string, DeckFiles[]>();

/** @param folder folder of the language, empty for the base language */
export function decksOf(folder: string): DeckFiles[] {
  const made = known.get(folder) ?? (decks[folder]?.decks ?? []).map((deck) => filesOf(deck, folder));
  known.set(folder, made);
  return made;
}

function filesOf(one: (typeof decks)[string]['decks'][number], folder: string): DeckFiles {
  const deck: Deck = { ...one, notes: one.notes.map((index) => decks[folder]!.notes[index]!) };
  const newest = Math.max(...deck.notes.map(({ mod }) => mod));
  let apkg: Uint8Array<ArrayBuffer> | undefined;
  let csv: string | undefined;
  return {
    ...deck,
    path: `${folder ? `/${folder}` : ''}/anki/${deck.name}`,
    date: new Date(newest * 1000).toISOString().slice(0, 10),
    apkg: () => (apkg ??= kept('decks', [deck], () => ankiPackage(deck))),
    csv: () => (csv ??= csvFile(deck)),
  };
}
