/**
 * Names that never break: what a reader saves, what others link to, and what a deck of cards updates is named by an id,
 * and `content/ids.yaml` keeps every id that was ever published.
 *
 * A topic is `topic:<lesson>/<topic>`, a question `question:<lesson>/<id>` and one of its cards
 * `question:<lesson>/<id>#<card>`, an exercise `exercise:<lesson>/<id>`; `lesson:<slug>`, `page:<path>`,
 * `project:<id>`, `track:<slug>` and `stage:<track>/<stage>` are the others. A number belongs to one id for ever; an id
 * that was renamed says what it is called `now`, one that was removed since when it is `gone`. This file runs in the
 * build and in the browser alike.
 */

/** What ids name, in the order in which a new ledger lists them. */
export const idKinds = ['lesson', 'topic', 'question', 'exercise', 'project', 'track', 'stage', 'page'] as const;
export type IdKind = (typeof idKinds)[number] | 'card';

/** What the ledger says of an id. */
export interface IdEntry {
  /** Number of the id, from 1: the short form in which it travels. It never changes and is never given again. */
  n: number;
  /** What the id is called today, or was called next. Several names: the one thing was split into these. */
  now?: string | readonly string[];
  /** The day since which there is no such thing any more. */
  gone?: string;
}

/** Every id that was ever published, by its name, in the order of the numbers. */
export type IdLedger = ReadonlyMap<string, IdEntry>;

/** Kind of what an id names; undefined when the id has another form. */
export function kindOf(id: string): IdKind | undefined {
  const match =
    /^([a-z]+):(?:[a-z0-9_-]|[^\u0000-\u007f\s])+(?:\/(?:[a-z0-9_-]|[^\u0000-\u007f\s])+)*(#[a-z0-9-]+)?$/.exec(id);
  const kind = idKinds.find((one) => one === match?.[1]);
  if (!kind || !match?.[2]) return kind;
  return kind === 'question' ? 'card' : undefined;
}

/** `topic:caching/redis` → `['topic:caching', 'redis']`, `lesson:caching` → `['lesson:', 'caching']` */
export function splitId(id: string): [parent: string, name: string] {
  const at = Math.max(id.indexOf('/'), id.lastIndexOf('#'));
  if (at >= 0) return [id.slice(0, at), id.slice(at + 1)];
  const colon = id.indexOf(':') + 1;
  return [id.slice(0, colon), id.slice(colon)];
}

/** The names that an id was given next; none when it still is called as it is. */
export const nextNames = ({ now }: Pick<IdEntry, 'now'>): readonly string[] =>
  now === undefined ? [] : typeof now === 'string' ? [now] : now;

/**
 * What an id is called today, through any number of renames.
 *
 * @returns one id; several where the thing was split; none where it is gone or was never published
 */
export function resolveId(ledger: IdLedger, id: string, seen: readonly string[] = []): string[] {
  const entry = ledger.get(id);
  if (!entry || entry.gone !== undefined || seen.includes(id)) return [];
  if (entry.now === undefined) return [id];
  return [...new Set(nextNames(entry).flatMap((next) => resolveId(ledger, next, [...seen, id])))];
}

/** Every name that leads to something of today, by what it is called today, in the order of their numbers. */
export function formerNames(ledger: IdLedger): Map<string, string[]> {
  const former = new Map<string, string[]>();
  for (const [id, entry] of ledger)
    if (entry.now !== undefined)
      for (const today of resolveId(ledger, id)) former.set(today, [...(former.get(today) ?? []), id]);
  return former;
}

/** The ledger as `/ids.json` carries it to the browser, as small as it gets without being hard to read. */
export interface IdsFile {
  /** Every id; the number of an id is its place in the list, from 1. */
  ids: string[];
  /** What was renamed, by its number: the numbers of what it was called next. */
  now: Record<string, number[]>;
  /** Numbers of what there no longer is. */
  gone: number[];
}

/** The ledger as its file. */
export function packIds(ledger: IdLedger): IdsFile {
  const entries = [...ledger];
  return {
    ids: entries.map(([id]) => id),
    now: Object.fromEntries(
      entries.flatMap(([, entry]) => {
        const numbers = nextNames(entry).map((next) => ledger.get(next)!.n);
        return numbers.length > 0 ? [[entry.n, numbers]] : [];
      }),
    ),
    gone: entries.flatMap(([, { n, gone }]) => (gone === undefined ? [] : [n])),
  };
}

/** The ledger of a file; since when something is gone is not in it. */
export function unpackIds({ ids, now, gone }: IdsFile): IdLedger {
  const removed = new Set(gone);
  return new Map(
    ids.map((id, index) => {
      const n = index + 1;
      const names = now[n]?.flatMap((next) => ids[next - 1] ?? []);
      return [id, { n, ...(names && { now: names }), ...(removed.has(n) && { gone: '' }) }];
    }),
  );
}
