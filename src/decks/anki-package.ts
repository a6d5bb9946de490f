/**
 * Writes an Anki package (`.apkg`): a ZIP with a SQLite database of Anki’s schema 11, which every Anki of the last ten
 * years opens (https://github.com/ankidroid/Anki-Android/wiki/Database-Structure). The same notes give the same bytes.
 *
 * What importing a newer package into a collection relies on: a note is known by its `guid` and changed where its `mod`
 * is later than that of the collection; what was learned stands in the collection and is left alone. The note type is
 * known by its id, and only as long as its fields stay as they are.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { strToU8, zipSync } from 'fflate';
import { cardStyles } from './card-styles.ts';
import { fieldNames, plainText, type Deck, type DeckNote } from './deck.ts';

/** The oldest time a ZIP can hold, and a day of a collection that does not move. */
const zipTime = new Date(1980, 0, 1);
const created = Date.UTC(2026, 0, 1) / 1000;

const front = `{{Front}}{{#Hint}}<div class="hint">{{hint:Hint}}</div>{{/Hint}}`;
const back = `{{FrontSide}}<hr id="answer">{{Back}}{{#Explanation}}<div class="why">{{Explanation}}</div>{{/Explanation}}{{#Section}}<div class="section">{{Section}}</div>{{/Section}}`;

/** Makes the bytes of a package. */
export function ankiPackage(deck: Deck): Uint8Array<ArrayBuffer> {
  const database = collection(deck);
  return zipSync(
    { 'collection.anki2': [database, { mtime: zipTime }], media: [strToU8('{}'), { mtime: zipTime }] },
    { level: 9 },
  ) as Uint8Array<ArrayBuffer>;
}

function collection({ scope: roadmap, language, title, notes }: Deck): Uint8Array {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(schema);
    const changed = Math.max(created, ...notes.map(({ mod }) => mod));
    const scope = `${roadmap} ${language}`;
    const model = idOf(`${scope} note type`);
    const names = [...new Set([title, ...notes.flatMap(({ deck }) => above(deck))])].sort();
    const decks = new Map(names.map((name) => [name, idOf(`${scope} deck ${name}`)]));
    database
      .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
      .run(
        created,
        changed * 1000,
        created * 1000,
        JSON.stringify(settings(model)),
        JSON.stringify({ [model]: noteType(model, title, changed) }),
        JSON.stringify(Object.fromEntries([[1, deckRow(1, 'Default')], ...[...decks].map(toRow)])),
        JSON.stringify({ 1: options }),
        '{}',
      );
    const addNote = database.prepare(`INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')`);
    const addCard = database.prepare(
      `INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')`,
    );
    const taken = new Set<number>();
    notes.forEach((note, index) => {
      // Two that fall on one number: the later one takes the next. Anki gives a note another number where its is taken.
      let id = idOf(note.guid);
      while (taken.has(id)) id += 1;
      taken.add(id);
      const fields = fieldsOf(note);
      const tags = note.tags.length > 0 ? ` ${note.tags.join(' ')} ` : '';
      addNote.run(id, note.guid, model, note.mod, tags, fields.join('\u001F'), plainText(note.front), sumOf(note.id));
      addCard.run(id, id, decks.get(note.deck)!, note.mod, index + 1);
    });
    return database.serialize();
  } finally {
    database.close();
  }
}

/** What Anki plays, or hands to LaTeX, wherever it stands in a field. */
const ankiMarks = /\[(?=\/?(?:sound:|anki:|latex\]|\$))/gi;

/** The fields of a note in the order of the note type. */
export const fieldsOf = ({ id, front, hint, back, explanation, section }: DeckNote): string[] =>
  [id, front, hint, back, explanation, section].map((field) => field.replace(ankiMarks, '&#91;'));

const toRow = ([name, id]: [string, number]): [number, object] => [id, deckRow(id, name)];

/** `A::B::C` → `A`, `A::B`, `A::B::C`: Anki wants the decks above a deck too. */
const above = (name: string) => name.split('::').map((_, index, parts) => parts.slice(0, index + 1).join('::'));

/** A number of Anki’s kind (milliseconds of a time that has passed), always the same for a text. */
function idOf(text: string): number {
  const start = Date.UTC(2010, 0, 1);
  const hash = createHash('sha256').update(text).digest();
  return start + (hash.readUIntBE(0, 6) % (Date.UTC(2026, 0, 1) - start));
}

/** Anki’s sum of the first field, by which it finds notes that say the same. */
const sumOf = (text: string) => Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);

const noteType = (id: number, title: string, mod: number) => ({
  id,
  name: title,
  type: 0,
  mod,
  usn: -1,
  sortf: 1,
  did: 1,
  tmpls: [{ name: 'Card 1', ord: 0, qfmt: front, afmt: back, bqfmt: '', bafmt: '', did: null }],
  flds: fieldNames.map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
  css: cardStyles,
  latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
  latexPost: '\\end{document}',
  latexsvg: false,
  req: [[0, 'any', [1]]],
  vers: [],
  tags: [],
});

const deckRow = (id: number, name: string) => ({
  id,
  name,
  mod: created,
  usn: -1,
  desc: '',
  dyn: 0,
  conf: 1,
  collapsed: false,
  browserCollapsed: false,
  extendNew: 0,
  extendRev: 0,
  newToday: [0, 0],
  revToday: [0, 0],
  lrnToday: [0, 0],
  timeToday: [0, 0],
});

const settings = (model: number) => ({
  activeDecks: [1],
  curDeck: 1,
  curModel: model,
  nextPos: 1,
  sortType: 'noteFld',
  sortBackwards: false,
  newSpread: 0,
  collapseTime: 1200,
  timeLim: 0,
  estTimes: true,
  dueCounts: true,
  addToCur: true,
});

/** Options of the deck, Anki’s own: a reader’s collection keeps those that it has. */
const options = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
};

const schema = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;
