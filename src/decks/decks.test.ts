import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formerNames, type IdEntry } from '../curriculum/names/ids.ts';
import { type Question } from '../curriculum/questions/question.ts';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { ankiPackage, fieldsOf } from './anki-package.ts';
import { csvFile } from './csv-file.ts';
import type { Deck, DeckNote } from './deck.ts';
import { lastChanges, timesOf } from './last-changes.ts';
import { guidOf, scopeOf } from './make-decks.ts';
import { cardTexts, questionTexts } from './note-texts.ts';

const note = (name: string, more: Partial<DeckNote> = {}): DeckNote => ({
  guid: `guid-${name}`,
  id: `question:dough/${name}`,
  deck: 'Bread::Dough',
  tags: ['topic::dough::water', 'level::beginner'],
  front: `<p>What does ${name} do?</p>`,
  hint: 'Think of water.',
  back: 'It "binds", a lot',
  explanation: 'Because.',
  section: '<a href="https://bread.example/phases/dough/#water">Water</a>',
  mod: 1_795_000_000,
  ...more,
});
const deckOf = (...notes: DeckNote[]): Deck => ({
  ...{ scope: 'bread', language: '', name: 'roadmap', label: 'Bread', title: 'Bread' },
  notes,
});

/** Where `.ci/run` puts Anki, or else the Python of the machine. */
const own = path.join(import.meta.dirname, '../../.cache/anki/bin/python3');
const python = existsSync(own) ? own : 'python3';

/** What happens to a collection of Anki that takes in files one after the other; nothing without Anki. */
function inAnki(...files: (Uint8Array | string)[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'anki-'));
  try {
    const names = files.map((file, index) => {
      const name = path.join(folder, `${index}.${typeof file === 'string' ? 'csv' : 'apkg'}`);
      writeFileSync(name, file);
      return name;
    });
    const script = fileURLToPath(new URL('import-decks.py', import.meta.url));
    const { status, stdout, stderr } = spawnSync(python, [script, folder, ...names], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as {
      imports: { new: number; updated: number; same: number; refused: number }[];
      learned: { id: string; front: string; interval: number; reviews: number; question: string; answer: string };
      notes: Record<string, string>;
      tags: string[];
      decks: string[];
      sound: boolean;
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasAnki = spawnSync(python, ['-c', 'import anki']).status === 0;
if (!hasAnki) console.warn('Decks are not tried in Anki: python3 has no package `anki`. `pip install anki` brings it.');

describe.runIf(hasAnki)('in Anki', () => {
  const first = deckOf(note('flour'), note('salt'), note('water'));

  test('a newer deck changes notes in place and keeps what was learned', () => {
    const later = 1_795_100_000;
    const second = deckOf(
      note('flour', { front: 'New words', mod: later }),
      // Renamed, so that everything but its guid is another.
      note('sea-salt', { guid: 'guid-salt', mod: later }),
      note('water'),
      note('yeast'),
    );
    const { imports, learned, notes, decks, tags, sound } = inAnki(
      ankiPackage(first),
      ankiPackage(first),
      ankiPackage(second),
    );
    expect(imports).toEqual([
      { new: 3, updated: 0, same: 0, refused: 0 },
      { new: 0, updated: 0, same: 3, refused: 0 },
      { new: 1, updated: 2, same: 1, refused: 0 },
    ]);
    expect(Object.keys(notes).sort()).toEqual(
      ['flour', 'sea-salt', 'water', 'yeast'].map((id) => `question:dough/${id}`),
    );
    expect(notes['question:dough/flour']).toBe('New words');
    expect(learned).toMatchObject({ id: 'question:dough/flour', front: 'New words', reviews: 1 });
    expect(learned.interval).toBeGreaterThan(0);
    expect(learned.answer).toContain('href="https://bread.example/phases/dough/#water"');
    expect(decks).toEqual(['Bread', 'Bread::Dough', 'Default']);
    expect(tags).toEqual(['level::beginner', 'topic::dough::water']);
    expect(sound).toBe(true);
  }, 60_000);

  test('the file for spreadsheets changes the same notes', () => {
    const changed = deckOf(note('flour', { front: 'From <b>CSV</b>, "quoted"' }), note('yeast'));
    const { imports, learned, sound } = inAnki(ankiPackage(first), csvFile(changed), csvFile(changed));
    expect(imports.slice(1)).toEqual([
      { new: 1, updated: 1, same: 0, refused: 0 },
      { new: 0, updated: 0, same: 2, refused: 0 },
    ]);
    expect(learned).toMatchObject({ front: 'From <b>CSV</b>, "quoted"', reviews: 1 });
    expect(sound).toBe(true);
  }, 60_000);
});

describe('deck', () => {
  test('the same notes give the same bytes', () => {
    const deck = () => deckOf(note('flour'), note('salt'));
    expect(Buffer.compare(ankiPackage(deck()), ankiPackage(deck()))).toBe(0);
  });

  test('a note keeps its name through renames, and new addresses of the site', () => {
    const ledger = (...entries: [string, IdEntry][]) => new Map(entries);
    const before = ledger(['question:a/one', { n: 1 }], ['question:a/two', { n: 2 }]);
    const after = ledger(
      ['question:a/one', { n: 1, now: 'question:b/uno' }],
      ['question:a/two', { n: 2, now: ['question:b/dos', 'question:b/tres'] }],
      ['question:b/uno', { n: 3 }],
      ['question:b/dos', { n: 4 }],
      ['question:b/tres', { n: 5 }],
    );
    const guid = (id: string, ids = before, language = '') =>
      guidOf(id, language, scopeOf(before, 'https://x.example/'), ids, formerNames(ids));
    expect(guid('question:b/uno', after)).toBe(guid('question:a/one'));
    expect(guid('question:b/dos', after)).toBe(guid('question:a/two'));
    expect(guid('question:b/tres', after)).not.toBe(guid('question:a/two'));
    expect(guid('question:a/one', before, 'ar')).not.toBe(guid('question:a/one'));
    expect(scopeOf(before, 'https://x.example/')).toBe(scopeOf(before, 'https://y.example/'));
  });

  test('each question has the time since which its entry is as it is', () => {
    const entry = (id: string, text: string) => `- id: ${id}\n  question: "${text}"\n  cards:\n    - { id: x }\n`;
    const now = entry('one', 'a') + entry('two', 'new') + entry('three', 'c');
    const texts = [now, entry('three', 'c') + entry('one', 'a') + entry('two', 'old'), entry('one', 'a')];
    const times = timesOf(now, 99, [{ time: 30 }, { time: 20 }, { time: 10 }], texts);
    expect([...times]).toEqual([
      ['one', 10],
      ['two', 30],
      ['three', 20],
    ]);
    expect(timesOf(entry('one', 'not committed'), 99, [{ time: 30 }], [now]).get('one')).toBe(99);
  });

  test('in a repository without commits is the time of the file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'decks-'));
    mkdirSync(path.join(folder, 'content/questions'), { recursive: true });
    const file = 'content/questions/dough.yaml';
    writeFileSync(path.join(folder, file), '- id: one\n');
    expect(spawnSync('git', ['init', '-q', folder]).status).toBe(0);
    const written = Math.floor(statSync(path.join(folder, file)).mtimeMs / 1000);
    expect(lastChanges(folder).ofQuestion(file, 'one')).toBe(written);
    expect(lastChanges(folder).ofFile(file)).toBe(written);
    expect(lastChanges(folder).ofFile('content/questions/gone.yaml')).toBe(0);
  });

  test('each kind of question has two sides', async () => {
    const t = translator(english, 'en');
    const fields = {
      ...{ id: 'q', topic: 'water', level: 'beginner', question: 'Which [one](/map/)?', explanation: 'So.' },
      ...{ revision: 1, review: true, cards: [] },
    } as const;
    const sides = async (more: object) => {
      const absolute = (to: string) => `https://bread.example${to}`;
      const { front, back } = await questionTexts({ ...fields, ...more } as unknown as Question, { t, absolute });
      return [front, back];
    };
    const options = [
      { id: 'a', text: 'Right', right: true },
      { id: 'b', text: 'Wrong', right: false, feedback: 'No.' },
    ];
    expect(await sides({ type: 'choice', options })).toMatchInlineSnapshot(`
      [
        "<p>Which <a href="https://bread.example/map/">one</a>?</p><ul><li>Wrong</li><li>Right</li></ul>",
        "<div class="right"><p>Right</p></div><div class="wrong"><ul><li><i>Wrong</i> No.</li></ul></div>",
      ]
    `);
    expect(
      await sides({
        type: 'order',
        steps: [
          { id: 'a', text: 'One' },
          { id: 'b', text: 'Two' },
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "<p>Which <a href="https://bread.example/map/">one</a>?</p><ul><li>Two</li><li>One</li></ul>",
        "<div class="right"><ol><li>One</li><li>Two</li></ol></div>",
      ]
    `);
    expect(
      await sides({
        type: 'output',
        sample: { file: 'x.py', language: 'python', text: 'print("<b>")' },
        answer: '<b>',
        options: [],
      }),
    ).toMatchInlineSnapshot(`
      [
        "<p>Which <a href="https://bread.example/map/">one</a>?</p><pre><code><span style="--0:#CBB4F2;--1:#5F3A96">print</span>(<span style="--0:#A0D3A0;--1:#276230">&quot;&lt;b&gt;&quot;</span>)</code></pre>",
        "<div class="right"><pre><code>&lt;b&gt;</code></pre></div>",
      ]
    `);
    expect(
      await sides({
        type: 'number',
        number: { value: 2, tolerance: 0, unit: 'ms' },
        mistakes: [{ value: 1, feedback: 'Twice.' }],
      }),
    ).toMatchInlineSnapshot(`
      [
        "<p>Which <a href="https://bread.example/map/">one</a>?</p>",
        "<div class="right"><p>2 ms</p></div><div class="wrong"><ul><li><i>1</i> Twice.</li></ul></div>",
      ]
    `);
  });
});

test('no cell begins a formula in a spreadsheet, and no field asks Anki to play or to run anything', () => {
  const words = { t: translator(english, 'en'), absolute: (to: string) => to };
  const explanation = "@SUM(1)*cmd|'/C calc'!A0 [latex]\\input{/etc/passwd}[/latex] [$]x[/$]";
  const card = { id: 'a', front: '=HYPERLINK(A1)', back: '[sound:a.mp3]' };
  const fields = fieldsOf(note('a', cardTexts(card, { explanation } as unknown as Question, words)));
  for (const field of fields) expect(field).not.toMatch(/^[=+@-]|\[(?:sound:|\/?latex\]|\/?\$)/);
  expect(fields.join()).toContain('&#91;sound:a.mp3]');
});
