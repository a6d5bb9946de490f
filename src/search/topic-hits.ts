/** Turns pages found by Pagefind into hits on topics: one hit a section, best first. */
import type { PagefindPage } from './pagefind-api.ts';

export interface TopicHit {
  url: string;
  /** Heading of the section. */
  title: string;
  /** Title of the page the section is on; absent when the hit is the page itself. */
  page?: string;
  level?: string;
  /** HTML with `<mark>` round the words found; Pagefind escapes everything else. */
  excerpt: string;
}

/**
 * Orders sections: those whose heading holds the words of the query first, then as Pagefind ranked their pages.
 *
 * @param perPage how many sections of one page are shown at most
 */
export function topicHits(pages: readonly PagefindPage[], query: string, perPage = 3): TopicHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const inHeading = (title: string) =>
    words.filter((word) => title.toLowerCase().includes(word)).length / Math.max(1, words.length);
  const hits = pages.flatMap((page, rank) => {
    const title = page.meta.title ?? page.url;
    const sections = page.sub_results.length > 0 ? page.sub_results : [page];
    return sections
      .map((section, order) => ({ section, weight: inHeading(section.title), order }))
      .sort((a, b) => b.weight - a.weight || a.order - b.order)
      .slice(0, perPage)
      .map(({ section, weight }) => ({
        weight: weight === 1 ? 1 : 0,
        rank,
        hit: {
          url: section.url,
          title: section.title,
          page: section.title === title ? undefined : title,
          level: page.filters.level?.[0],
          excerpt: section.excerpt,
        },
      }));
  });
  return hits.sort((a, b) => b.weight - a.weight || a.rank - b.rank).map(({ hit }) => hit);
}
