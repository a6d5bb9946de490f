/**
 * Writes a deck as CSV for Anki and for spreadsheets. The first lines tell Anki what is what
 * (https://docs.ankiweb.net/importing/text-files.html), the name of a note among it, so that importing a newer file
 * changes notes in place.
 */
import { fieldNames, type Deck } from './deck.ts';
import { fieldsOf } from './anki-package.ts';

/** Makes the text of the file; lines end as RFC 4180 wants it. */
export function csvFile({ title, notes }: Pick<Deck, 'title' | 'notes'>): string {
  const columns = ['guid', 'deck', 'tags', ...fieldNames];
  const head = [
    '#separator:Comma',
    '#html:true',
    `#notetype:${title}`,
    '#guid column:1',
    '#deck column:2',
    '#tags column:3',
    `#columns:${columns.join(',')}`,
  ];
  const rows = notes.map((note) => [note.guid, note.deck, note.tags.join(' '), ...fieldsOf(note)].map(cell).join(','));
  return [...head, ...rows, ''].join('\r\n');
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
