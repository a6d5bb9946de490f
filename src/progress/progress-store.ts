/**
 * Keeps the record in IndexedDB, as one value: a change reads, merges and writes it in one transaction, so that open
 * tabs never lose each other’s changes, and what is stored is what is exported.
 *
 * Beside it stand the state before the last import or reset (`before`), what could not be read (`aside …`), the
 * roadmap’s data for reading without a network (`data`), and what this device remembers of itself (`device`).
 */
import { createStore, entries, get, set, update, type UseStore } from 'idb-keyval';
import { keepElsewhere, withKeptElsewhere } from './kept-elsewhere.ts';
import { dueKey } from '../schedule/day.ts';
import { readKept, readShown, shownKey, writeKept } from './kept-here.ts';
import { merge, undo } from '../record/merge.ts';
import { show, type RoadmapData, type Shown } from '../record/reading.ts';
import {
  emptyRecord,
  isBelieved,
  nextTime,
  readRecord,
  seconds,
  type Mark,
  type ProgressRecord,
} from '../record/record.ts';

/** Why changes are not kept: no room, refused by the browser, or the record is of a later version of this site. */
export type Trouble = 'full' | 'refused' | 'newer';

/** What this device remembers of itself; it does not move. */
export interface DeviceNotes {
  /** Changes since the last export or reminder. */
  changes: number;
  /** When progress was last exported or the reader was last reminded, or else when it began. */
  since: number;
  /** Whether the browser was asked not to remove it, and what it said. */
  asked?: boolean;
  lasting?: boolean;
}

export interface Before {
  record: ProgressRecord;
  /** When the change was made that can be taken back. */
  since: number;
  what: 'import' | 'reset';
}

export interface Kept {
  record: ProgressRecord;
  trouble?: Trouble;
  /** The record was gone, and its marks came back from the copy for painting. */
  recovered?: boolean;
  before?: Before;
  /** What could not be read and was put aside, by its name. */
  aside: [name: string, value: unknown][];
  notes: DeviceNotes;
}

export class ProgressStore {
  /** Address of the first page of the base language. */
  readonly base: string;
  /** Address of the first page of the page’s language. */
  readonly root: string;
  #store: UseStore;
  /** What could not be written; it is written with the next change, or else lost with the page. */
  #unsaved?: ProgressRecord;
  #data?: Promise<RoadmapData | undefined>;

  constructor({ base, root }: { base: string; root: string }) {
    this.base = base;
    this.root = root;
    const store = createStore(`progress ${base}`, 'record');
    // Async, so that a browser that refuses at once refuses like the others.
    this.#store = async (mode, work) => store(mode, work);
  }

  /** The roadmap as it is now; from an earlier visit without a network; nothing when there was none. */
  data(): Promise<RoadmapData | undefined> {
    return (this.#data ??= (async () => {
      try {
        const answer = await fetch(`${this.root}progress/data.json`);
        if (!answer.ok) throw new Error(String(answer.status));
        const data = (await answer.json()) as RoadmapData;
        await set('data', data, this.#store).catch(() => undefined);
        return data;
      } catch {
        return get<RoadmapData>('data', this.#store).catch(() => undefined);
      }
    })());
  }

  /** Everything that is kept. */
  async read(): Promise<Kept> {
    const kept: Kept = { record: await this.#empty(), aside: [], notes: { changes: 0, since: seconds() } };
    try {
      const all = new Map(await entries<string, unknown>(this.#store));
      kept.aside = [...all].filter(([name]) => name.startsWith('aside '));
      kept.before = all.get('before') as Before | undefined;
      kept.notes = (all.get('device') as DeviceNotes | undefined) ?? kept.notes;
      const { record, refused, recovered } = this.#understand(all.get('record'), kept.record);
      if (refused === 'newer') kept.trouble = 'newer';
      kept.record = record;
      if (recovered) kept.recovered = true;
    } catch {
      kept.trouble = 'refused';
    }
    if (this.#unsaved) kept.record = merge(kept.record, this.#unsaved);
    return kept;
  }

  /**
   * Changes the record and what pages show of it.
   *
   * @param make the record after the change; gets it as it is now, and the time of the change
   * @param undoable what to call the change when it can be taken back
   * @param isQuiet whether the change is none that a reader would want to have exported
   */
  async change(
    make: (record: ProgressRecord, time: number) => ProgressRecord,
    { undoable, isQuiet }: { undoable?: Before['what']; isQuiet?: boolean } = {},
  ): Promise<Kept> {
    const empty = await this.#empty();
    let before: Before | undefined;
    let trouble: Trouble | undefined;
    const step = (stored: unknown): ProgressRecord => {
      const { record: found, refused } = this.#understand(stored, empty);
      if (refused === 'newer') throw new Error(refused);
      const record = { ...(this.#unsaved ? merge(found, this.#unsaved) : found), device: found.device };
      const known = withKeptElsewhere(record, this.base, nextTime(record));
      const made = make(known, nextTime(known));
      const changed = {
        ...made,
        device: found.device,
        content: empty.content || made.content,
        roadmap: made.roadmap || empty.roadmap,
      };
      before = undoable && { record: known, since: nextTime(changed) - 1, what: undoable };
      return (written = changed);
    };
    let written: ProgressRecord = empty;
    try {
      await this.#putAside();
      await update<ProgressRecord>('record', step as (stored?: ProgressRecord) => ProgressRecord, this.#store);
      this.#unsaved = undefined;
      if (before) await set('before', before, this.#store);
      if (!isQuiet)
        await update<DeviceNotes>(
          'device',
          (notes) => ({ ...(notes ?? { since: seconds() }), changes: (notes?.changes ?? 0) + 1 }),
          this.#store,
        );
    } catch (error) {
      const { name, message } = error as Error;
      trouble = message === 'newer' ? 'newer' : name === 'QuotaExceededError' ? 'full' : 'refused';
      if (trouble !== 'newer') {
        const known = await get<unknown>('record', this.#store).catch(() => undefined);
        this.#unsaved = step(known);
      }
    }
    const kept = await this.read();
    if (trouble) kept.trouble = trouble;
    else if (this.#unsaved) kept.record = written;
    if (trouble !== 'newer') await this.#paint(kept.record);
    return kept;
  }

  /**
   * Sets the marks of ids of today.
   *
   * @param marks with the revision that the reader saw; that of today where it is left out
   */
  async mark(marks: readonly { id: string; state: string; revision?: number }[]): Promise<Kept> {
    const lessons = (await this.data())?.lessons ?? [];
    const revisionOf = (id: string) =>
      lessons.flatMap(({ slug, topics }) => topics.filter((topic) => id === `topic:${slug}/${topic.id}`))[0]?.revision;
    return this.change((record, time) => ({
      ...record,
      marks: {
        ...record.marks,
        ...Object.fromEntries(
          marks.map(({ id, state, revision = revisionOf(id) ?? 1 }) => [
            id,
            [state, time, record.device, ...(revision > 1 ? [revision] : [])] as Mark,
          ]),
        ),
      },
    }));
  }

  /** Takes back the last import or reset and keeps what was done since. */
  async undo(): Promise<Kept> {
    const { before } = await this.read();
    if (!before) return this.read();
    const kept = await this.change((record) => undo(before.record, record, before.since), { isQuiet: true });
    await set('before', undefined, this.#store).catch(() => undefined);
    return { ...kept, before: undefined };
  }

  /** Makes what pages show anew, after the roadmap was published again or the copy for painting was lost. */
  async refresh(): Promise<Kept> {
    const kept = await this.read();
    if (kept.trouble !== 'newer') await this.#paint(withKeptElsewhere(kept.record, this.base, nextTime(kept.record)));
    return kept;
  }

  /** The record with what other parts of the site keep, for moving it to another device. */
  async export(): Promise<ProgressRecord> {
    const { record } = await this.read();
    return withKeptElsewhere(record, this.base, nextTime(record));
  }

  /** Remembers something of this device; what cannot be remembered is asked again. */
  async note(change: Partial<DeviceNotes>): Promise<void> {
    await update<DeviceNotes>(
      'device',
      (notes) => ({ changes: 0, since: seconds(), ...notes, ...change }),
      this.#store,
    ).catch(() => undefined);
  }

  /** Forgets what was put aside. */
  async forget(name: string): Promise<void> {
    await set(name, undefined, this.#store).catch(() => undefined);
  }

  async #empty(): Promise<ProgressRecord> {
    const data = await this.data();
    return emptyRecord(data?.roadmap ?? '', Math.random().toString(36).slice(2, 8), data?.version ?? '');
  }

  /** The record in a stored value; where it is gone or cannot be read, what the copy for painting still says. */
  #understand(stored: unknown, empty: ProgressRecord) {
    if (stored !== undefined) {
      const parsed = readRecord(stored);
      if ('record' in parsed) return { record: parsed.record };
      if (parsed.refused === 'newer') return { record: empty, refused: parsed.refused };
    }
    const shown = readShown(this.base);
    return shown ? { record: { ...empty, marks: marksFrom(shown, empty.device) }, recovered: true } : { record: empty };
  }

  /** Puts a stored value that cannot be read, or not in whole, where a change does not overwrite it. */
  async #putAside(): Promise<void> {
    const stored = await get<unknown>('record', this.#store);
    if (stored === undefined) return;
    const parsed = readRecord(stored);
    if ('refused' in parsed ? parsed.refused !== 'newer' : parsed.dropped > 0)
      await set(`aside ${new Date().toISOString()}`, stored, this.#store);
  }

  async #paint(record: ProgressRecord): Promise<void> {
    const shown = show(record, (await this.data()) ?? dataFrom(record), seconds());
    const isEmpty = Object.keys(shown.lessons).length + Object.keys(shown.projects).length === 0;
    writeKept(shownKey(this.base), isEmpty ? undefined : shown);
    keepElsewhere(record, this.base);
    dispatchEvent(new CustomEvent('progress-changed', { detail: isEmpty ? undefined : shown }));
    await this.#keepDue(record);
  }

  /** The scheduler of the review is loaded only where there are answers that it can plan by. */
  async #keepDue(record: ProgressRecord): Promise<void> {
    const isAnswered = record.reviews.length > 0 || Object.keys(record.states).length > 0;
    if (!isAnswered && readKept(dueKey(this.base)) === undefined) return;
    // Without a network it may not be there; the page of the review counts by itself.
    const due = await import('../schedule/keep-due.ts').catch(() => undefined);
    await due?.keepDue(record, { base: this.base, root: this.root, was: (await this.data())?.was });
  }
}

/** Marks as the copy for painting has them; their times are that of the copy, as far as it is believed. */
function marksFrom({ lessons, projects, time }: Shown, device: string): ProgressRecord['marks'] {
  const marks: ProgressRecord['marks'] = {};
  const at = isBelieved(time) ? time : seconds();
  const add = (id: string, state: string | undefined) => {
    if (typeof state === 'string') marks[id] = [state === 'changed' ? 'done' : state, at, device];
  };
  for (const [slug, { own, build, topics, exercises }] of Object.entries(lessons)) {
    for (const id of Array.isArray(exercises) ? exercises : []) add(`exercise:${slug}/${id}`, 'done');
    add(`lesson:${slug}`, own);
    add(`build:${slug}`, build);
    for (const [id, state] of Object.entries(topics)) add(`topic:${slug}/${id}`, state);
  }
  for (const [id, state] of Object.entries(projects)) add(`project:${id}`, state);
  return marks;
}

/** What can be shown where the roadmap’s data was never loaded: what is marked, counted by itself. */
function dataFrom({ marks }: ProgressRecord): RoadmapData {
  const lessons = new Map<string, RoadmapData['lessons'][number]>();
  const projects: RoadmapData['projects'] = [];
  for (const [id, [state]] of Object.entries(marks)) {
    const [, kind, slug = '', topic] = /^(\w+):([^/]+)(?:\/(.+))?$/.exec(id) ?? [];
    if (kind === 'project') projects.push({ id: slug, title: '', path: '' });
    if (kind !== 'topic' && kind !== 'lesson' && kind !== 'build' && kind !== 'exercise') continue;
    const lesson = lessons.get(slug) ?? { slug, title: '', path: '', hours: [0, 0] as const, topics: [] };
    if (kind === 'exercise') {
      if (topic && state === 'done') (lesson.exercises ??= []).push({ id: topic, title: '' });
    } else if (topic) lesson.topics.push({ id: topic, title: '' });
    lessons.set(slug, lesson);
  }
  // Without a version the next page that has a network makes it anew.
  return {
    roadmap: '',
    version: '',
    words: {},
    lessons: [...lessons.values()],
    projects,
    stages: {},
    was: {},
    numbers: {},
  };
}
