/** Makes the decks of each language: one of the whole roadmap, one of each track. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { formerNames, type IdLedger } from '../curriculum/names/ids.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson } from '../curriculum/model/model.ts';
import { cardId, questionId, type Question } from '../curriculum/questions/question.ts';
import { drawingAlone } from '../diagrams/drawing-alone.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { questionDrawing } from '../questions/question-drawing.ts';
import { isLong } from '../review/comes-back.ts';
import { address, inLanguage } from '../addresses/address.ts';
import type { Project } from '../site/project.ts';
import { translator } from '../strings/translator.ts';
import type { Deck, DeckNote } from './deck.ts';
import { lastChanges, type LastChanges } from './last-changes.ts';
import { cardTexts, questionTexts } from './note-texts.ts';

type Site = Pick<Project, 'curriculum' | 'studio' | 'root'>;

/** Decks of a language. Notes stand once, however many decks they are in. */
export interface LanguageDecks {
  notes: DeckNote[];
  decks: (Omit<Deck, 'notes'> & { notes: number[] })[];
}

/** @returns the decks by the folder of the language; none for a roadmap without questions */
export async function makeDecks(site: Site): Promise<Record<string, LanguageDecks>> {
  const made: Record<string, LanguageDecks> = {};
  const changes = lastChanges(site.root);
  for (const curriculum of inEachLanguage(site.curriculum))
    made[curriculum.language.folder] = await decksIn(site, curriculum, changes);
  return made;
}

/** What tells a roadmap from others for ever: the first ids that it published. A new address changes nothing. */
export const scopeOf = (ids: IdLedger, address: string): string =>
  ids.size > 0 ? [...ids.keys()].slice(0, 10).join(' ') : address;

/**
 * Name of a note that outlives renames: it is made of the first id that the question ever had. Of several parts that one
 * question was split into, the first keeps its name.
 */
export function guidOf(
  id: string,
  language: string,
  scope: string,
  ids: IdLedger,
  former: ReadonlyMap<string, string[]>,
): string {
  const names = (former.get(id) ?? []).filter((name) => firstOf(name, ids) === id);
  const first = [id, ...names].reduce((one, other) =>
    (ids.get(other)?.n ?? Infinity) < (ids.get(one)?.n ?? Infinity) ? other : one,
  );
  return createHash('sha256').update([scope, language, first].join('\n')).digest('hex').slice(0, 12);
}

/** What an id is called today; of several the first. */
function firstOf(id: string, ids: IdLedger): string {
  for (let name = id; ;) {
    const now = ids.get(name)?.now;
    if (now === undefined) return name;
    name = typeof now === 'string' ? now : now[0]!;
  }
}

async function decksIn(site: Site, curriculum: Curriculum, changes: LastChanges): Promise<LanguageDecks> {
  const { ids, site: settings, translations } = site.curriculum;
  const { language } = curriculum;
  const t = translator(language.strings, language.tag);
  const folders = translations.map((one) => one.language.folder);
  const absolute = (to: string) =>
    new URL(address(inLanguage(to, language.folder, folders), settings.base), settings.url).href;
  const scope = scopeOf(ids, new URL(settings.base, settings.url).href);
  const former = formerNames(ids);
  const title = deckName(curriculum.site.title);
  const notes: DeckNote[] = [];
  const places: string[][] = [];
  for (const lesson of lessonsOf<Lesson>(curriculum)) {
    for (const question of lesson.questions) {
      if (!question.review) continue;
      const shown =
        question.diagram === undefined ? undefined : await questionDrawing(question.diagram, lesson, site, curriculum);
      const diagram = shown && drawingAlone(shown.drawing, shown.source.title ?? question.diagram!);
      const words = { t, absolute, ...(diagram !== undefined && { diagram }) };
      const topic = lesson.topics.find(({ id }) => id === question.topic);
      const shared = {
        deck: [title, deckName(lesson.title), ...(isLong(question) ? [deckName(t('anki.explain'))] : [])].join('::'),
        tags: [`topic::${lesson.slug}::${question.topic}`, `level::${question.level}`, `type::${question.type}`],
        section: `<a href="${escapeHtml(absolute(`${lesson.path}#${question.topic}`))}">${escapeHtml(topic?.title ?? lesson.title)}</a>`,
        mod: changed(question, lesson.slug, language.folder, changes, site.root),
      };
      const add = (id: string, texts: Awaited<ReturnType<typeof questionTexts>>) => {
        notes.push({ guid: guidOf(id, language.folder, scope, ids, former), id, ...texts, ...shared });
        places.push([lesson.slug, `${lesson.slug}#${question.topic}`]);
      };
      if (question.cards.length === 0) add(questionId(lesson.slug, question), await questionTexts(question, words));
      else
        for (const card of question.cards) add(cardId(lesson.slug, question, card), cardTexts(card, question, words));
    }
  }
  const all = { scope, language: language.folder, title };
  const of = (wanted: ReadonlySet<string>) =>
    places.flatMap((names, index) => (names.some((name) => wanted.has(name)) ? [index] : []));
  const decks = [
    { ...all, name: 'roadmap', label: curriculum.site.title, notes: notes.map((_note, index) => index) },
    ...curriculum.tracks.map((track) => ({
      ...all,
      name: track.slug === 'roadmap' ? 'track-roadmap' : track.slug,
      label: track.title,
      notes: of(
        new Set(
          track.stages.flatMap(({ items }) => items.map(({ lesson, topic }) => nameOf(curriculum, lesson, topic))),
        ),
      ),
    })),
  ];
  return { notes, decks: decks.filter((deck) => deck.notes.length > 0) };
}

/** A stage may lead to a section that teaches no topic; it stands for its lesson. */
const nameOf = (curriculum: Curriculum, slug: string, topic: string | undefined) =>
  lessonsOf<Lesson>(curriculum)
    .find((lesson) => lesson.slug === slug)
    ?.topics.some(({ id }) => id === topic)
    ? `${slug}#${topic}`
    : slug;

/** Two colons part decks. */
const deckName = (title: string) => title.replace(/::+/g, ':').trim();

/** When the text of a note was changed last: its entry, the sample it shows, or its translation. */
function changed({ id, sample }: Question, slug: string, folder: string, changes: LastChanges, root: string): number {
  const file = (start: string) =>
    ['yaml', 'yml'].map((end) => `${start}/questions/${slug}.${end}`).find((one) => existsSync(path.join(root, one)));
  const base = file('content');
  const translated = folder === '' ? undefined : file(`content/${folder}`);
  return Math.max(
    base ? changes.ofQuestion(base, id) : 0,
    translated ? changes.ofFile(translated) : 0,
    sample ? changes.ofFile(`content/samples/${sample.file}`) : 0,
  );
}
