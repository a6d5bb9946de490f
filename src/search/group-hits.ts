/** Puts hits of one lesson together, where many are of the same. */
import type { Hit } from './hit.ts';

/** A hit, with further sections of its page. */
export interface HitGroup {
  hit: Hit;
  more: Hit[];
}

/** So many hits stand as they are ranked. */
const alone = 2;

/** The first hits stay for themselves; behind them, sections of the same page follow the first of it. */
export function groupHits(hits: readonly Hit[]): HitGroup[] {
  const groups = hits.slice(0, alone).map((hit): HitGroup => ({ hit, more: [] }));
  const byPage = new Map<string, HitGroup>();
  for (const hit of hits.slice(alone)) {
    const page = `${hit.kind} ${hit.url.replace(/#.*/, '')}`;
    const known = byPage.get(page);
    if (known) known.more.push(hit);
    else {
      const group = { hit, more: [] };
      byPage.set(page, group);
      groups.push(group);
    }
  }
  return groups;
}
