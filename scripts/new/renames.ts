/** Guesses which of the ids that are new is what an id that vanished is called now. */
import { kindOf, splitId } from '../../src/curriculum/names/ids.ts';
import { nearest } from '../../src/curriculum/problems/nearest.ts';

/** What became of an id. */
export interface Settled {
  id: string;
  /** What it is called now; nothing when it was removed. */
  now: readonly string[];
  /** The renamed lesson or track in which it kept its own name: who confirms that confirms this. */
  follows?: string;
}

/**
 * Proposes a new name for each id that vanished, each new id at most once. Lessons and tracks come first, because what
 * they hold moves with them; then the same name at another place, then the nearest name at the same place.
 *
 * @param vanished ids that the content has lost
 * @param unlisted ids of the content that were never published
 */
export function proposeRenames(vanished: readonly string[], unlisted: readonly string[]): Settled[] {
  const free = new Set(unlisted);
  const found = new Map<string, Settled>();
  const take = (id: string, now: string | undefined, follows?: string) => {
    if (now === undefined || found.has(id)) return;
    free.delete(now);
    found.set(id, { id, now: [now], ...(follows && { follows }) });
  };
  const candidates = (id: string) => [...free].filter((one) => kindOf(one) === kindOf(id));
  for (const id of vanished.filter(holdsOthers)) take(id, likeliestHolder(id, candidates(id), vanished, unlisted));
  const others = vanished.filter((id) => !holdsOthers(id));
  for (const id of others) {
    const { moved, follows } = withItsHolder(id, found);
    if (moved !== undefined && free.has(moved)) take(id, moved, follows);
  }
  for (const id of others) {
    const sameName = candidates(id).filter((one) => splitId(one)[1] === splitId(id)[1]);
    if (sameName.length === 1) take(id, sameName[0]);
  }
  for (const id of others) {
    if (found.has(id)) continue;
    const parent = splitId(withItsHolder(id, found).moved ?? id)[0];
    const there = candidates(id).filter((one) => splitId(one)[0] === parent);
    const name = nearest(
      splitId(id)[1],
      there.map((one) => splitId(one)[1]),
    );
    const alike = there.find((one) => splitId(one)[1] === name);
    const left = others.filter(
      (one) => !found.has(one) && kindOf(one) === kindOf(id) && splitId(one)[0] === splitId(id)[0],
    );
    take(id, alike ?? (there.length === 1 && left.length === 1 ? there[0] : undefined));
  }
  return vanished.map((id) => found.get(id) ?? { id, now: [] });
}

const holdsOthers = (id: string) => kindOf(id) === 'lesson' || kindOf(id) === 'track';

/** Name that a lesson or track has in the ids of what it holds: `topic:caching/redis` → `caching`. */
const holderOf = (id: string) => splitId(id.split('#')[0]!)[0].split(':')[1]!;

/** The lesson or track that has most of what another held; where nothing tells, the one with the nearest name. */
function likeliestHolder(
  id: string,
  candidates: readonly string[],
  vanished: readonly string[],
  unlisted: readonly string[],
): string | undefined {
  const held = (holder: string, all: readonly string[]) =>
    new Set(
      all
        .filter((one) => !holdsOthers(one) && holderOf(one) === splitId(holder)[1])
        .map((one) => `${kindOf(one)} ${splitId(one)[1]}`),
    );
  const before = held(id, vanished);
  const shared = candidates
    .map((one) => ({ one, count: [...held(one, unlisted)].filter((name) => before.has(name)).length }))
    .sort((a, b) => b.count - a.count);
  if (shared[0] && shared[0].count > 0) return shared[0].one;
  return nearest(id, candidates);
}

/** Where something would be if it moved with its lesson or track and kept its name. */
function withItsHolder(id: string, found: ReadonlyMap<string, Settled>): { moved?: string; follows?: string } {
  const kind = kindOf(id) === 'stage' ? 'track' : 'lesson';
  const follows = `${kind}:${holderOf(id)}`;
  const now = found.get(follows)?.now[0];
  if (now === undefined) return {};
  return { moved: id.replace(`:${holderOf(id)}/`, `:${splitId(now)[1]}/`), follows };
}
