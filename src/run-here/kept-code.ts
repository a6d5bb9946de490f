/** What readers made of a block or exercise, in the record of their progress: `code:<lesson>/<file>#<region>`, `code:<lesson>#<exercise>`. */
import type { ProgressStore } from '../progress/progress-store.ts';

/** Longest text that is kept, in characters; the record moves from device to device as a whole. */
export const longestKept = 8000;

/** The element of every page that knows where progress stands; none where the site keeps no progress. */
const keeper = () => (import.meta.env.READER_PROGRESS ? document.querySelector<HTMLElement>('reader-progress') : null);

let opened: Promise<ProgressStore> | undefined;

function open(): Promise<ProgressStore> | undefined {
  // A roadmap that has turned progress off builds nothing of it.
  if (!import.meta.env.READER_PROGRESS) return undefined;
  const element = keeper();
  if (!element) return undefined;
  return (opened ??= import('../progress/progress-store.ts').then(
    ({ ProgressStore }) => new ProgressStore(element.dataset as { base: string; root: string }),
  ));
}

const idOf = (block: string) => `code:${block}`;

/** The reader’s version of a block; undefined where there is none. */
export async function keptCode(block: string): Promise<string | undefined> {
  const { base = '' } = keeper()?.dataset ?? {};
  const databases = await indexedDB.databases?.().catch(() => undefined);
  // Looking must not be the first thing that is stored.
  if (databases && !databases.some(({ name }) => name === `progress ${base}`)) return undefined;
  const store = await open();
  const [value] = (await store?.read())?.record.values[idOf(block)] ?? [];
  return typeof value === 'string' && value.length <= longestKept ? value : undefined;
}

/**
 * Keeps the reader’s version, or forgets it.
 *
 * @param code undefined for the block as it is
 * @returns whether it is kept
 */
export async function keepCode(block: string, code: string | undefined): Promise<boolean> {
  const isLong = code !== undefined && code.length > longestKept;
  const store = await open();
  if (!store) return false;
  const value = isLong ? null : (code ?? null);
  const kept = await store.change(
    (record, time) => {
      const known = record.values[idOf(block)]?.[0] ?? null;
      if (known === value) return record;
      return { ...record, values: { ...record.values, [idOf(block)]: [value, time, record.device] } };
    },
    { isQuiet: true },
  );
  return value !== null && !kept.trouble;
}

/** Marks an exercise as done, where progress is kept. @param id `exercise:<lesson>/<id>` */
export async function keepSolved(id: string): Promise<void> {
  // As the controls of topics do, so that it is kept without a network too (src/progress/reader-progress-element.ts).
  const element = keeper() as (HTMLElement & { keep(mark: { dataset: object; value: string }): Promise<void> }) | null;
  await element?.keep({ dataset: { mark: id }, value: 'done' });
}
