/** Turns records found by Pagefind into hits on topics: one hit a section, best first. */
import type { PagefindPage, PagefindResult } from './pagefind-api.ts';

export interface TopicHit {
  url: string;
  /** Heading of the section. */
  title: string;
  /** Title of the page the section is on; absent when the hit is the page itself. */
  page?: string;
  level?: string;
  /** Kind of the text that was found, such as `code`. */
  kind?: string;
  /** HTML with `<mark>` round the words found; Pagefind escapes everything else. */
  excerpt: string;
}

/**
 * Orders sections: those whose heading is the query, then those whose heading holds its words, then as Pagefind ranked
 * their records; headings of questions and overviews hold too many words to count. A section found in several kinds of
 * text is one hit, and its prose is shown where that was found.
 *
 * @param perPage how many sections of one record are shown at most
 */
export function topicHits(records: readonly PagefindPage[], query: string, perPage = 3): TopicHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const weigh = (title: string, kind: string | undefined) => {
    if (kind === 'question' || kind === 'guide') return 0;
    const lower = title.toLowerCase();
    if (lower === words.join(' ')) return 2;
    return words.every((word) => lower.includes(word)) ? 1 : 0;
  };
  const hits = records.flatMap((record, rank) => {
    const title = record.meta.title ?? record.url;
    const sections = record.sub_results.length > 0 ? record.sub_results : [record];
    return sections
      .map((section) => ({ section, weight: weigh(section.title, record.meta.kind), score: scoreOf(section) }))
      .sort((a, b) => b.weight - a.weight || b.score - a.score)
      .slice(0, perPage)
      .map(({ section, weight }) => ({
        weight,
        rank,
        hit: {
          url: section.url.replace(/\?\w+/, ''),
          title: section.title,
          page: section.title === title ? undefined : title,
          level: record.meta.level,
          kind: record.meta.kind,
          excerpt: section.excerpt,
        },
      }));
  });
  const best = new Map<string, TopicHit>();
  for (const { hit } of hits.sort((a, b) => b.weight - a.weight || a.rank - b.rank)) {
    const known = best.get(hit.url);
    if (!known) best.set(hit.url, hit);
    else if (hit.kind === 'lesson' && known.kind !== 'lesson') Object.assign(known, hit);
  }
  return [...best.values()];
}

/** How well a section answers: Pagefind lists sections in page order and scores only the places in them. */
const scoreOf = ({ weighted_locations: places = [] }: PagefindResult) =>
  places.reduce((sum, place) => sum + place.balanced_score, 0);
