/** Loaded when something is marked: keeps it, and tells the reader once what is kept where. */
import { translator } from '../strings/translator.ts';
import { pendingKey, readPending, writeKept, type Pending } from './kept-here.ts';
import { seconds } from '../record/record.ts';
import { ProgressStore, type Kept } from './progress-store.ts';
import { tell } from './progress-note.ts';

/** After how many changes, or days with a change, the reader is reminded of the export. */
const reminder = { changes: 20, days: 14 };

let opened: ProgressStore | undefined;
const open = (element: HTMLElement) =>
  (opened ??= new ProgressStore(element.dataset as { base: string; root: string }));

/** Keeps what was chosen in controls, here or on a page before where this could not be loaded. */
export async function keepMarks(element: HTMLElement, marks: readonly Pending[]): Promise<void> {
  const store = open(element);
  const kept = await store.mark(marks);
  writeKept(pendingKey(store.base), undefined);
  if (kept.trouble === 'newer') await store.refresh();
  await say(store, kept);
}

/** Keeps the answer to a question or card. */
export async function keepAnswer(
  element: HTMLElement,
  [id, rating, revision]: [id: string, rating: number, revision: number],
): Promise<void> {
  const store = open(element);
  const kept = await store.change((record, time) => ({
    ...record,
    reviews: [...record.reviews, [id, time, rating, revision]],
  }));
  await say(store, kept);
}

/** Takes what was chosen elsewhere on this site, such as a track, into the record. */
export async function keepChoices(element: HTMLElement): Promise<void> {
  await open(element).change((record) => record, { isQuiet: true });
}

/** Makes anew what the pages show. */
export async function refresh(element: HTMLElement): Promise<void> {
  const store = open(element);
  const pending = readPending(store.base);
  if (pending.length > 0) return keepMarks(element, pending);
  const kept = await store.refresh();
  if (kept.recovered) await say(store, kept);
}

/** What has to be said after a change, at most one thing. */
async function say(store: ProgressStore, { trouble, recovered, notes }: Kept): Promise<void> {
  const data = await store.data();
  if (!data) return;
  const t = translator(data.words, document.documentElement.lang);
  const page = { href: `${store.root}progress/`, words: t('page.progress') };
  const close = t('progress.note.close');
  if (trouble) return tell({ words: t(`progress.trouble.${trouble}`), link: page, close });
  if (recovered) return tell({ words: t('progress.note.recovered'), link: page, close });
  if (!notes.asked) {
    // Browsers ask the reader or decide by themselves; either way only once.
    const lasting = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
    await store.note({ asked: true, lasting });
    return tell({ words: t(lasting ? 'progress.note.lasting' : 'progress.note.first'), link: page, close });
  }
  if (notes.changes < reminder.changes && seconds() - notes.since < reminder.days * 24 * 60 * 60) return;
  await store.note({ changes: 0, since: seconds() });
  tell({ words: t('progress.note.remind'), link: page, close });
}
