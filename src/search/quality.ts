/** Measures how often the search has what learners want among its first hits; `content/coverage.yaml` has their queries. */
import type { Coverage } from '../curriculum/checking/check-coverage.ts';
import { lessonsOf, type Curriculum } from '../curriculum/model/model.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { corrected, rank, readQuery, type Ranking } from './rank.ts';

/** So many hits are seen at a glance. */
const seen = 3;

export type LearnerQuery = NonNullable<Coverage['learners']>['queries'][number];

/** A query with what came first. */
export interface Measured extends LearnerQuery {
  /** Whether something that is wanted is among the first hits. */
  isFound: boolean;
  /** Addresses of the first hits. */
  first: string[];
}

/**
 * Ranks each query as the search does before it loads texts.
 *
 * @param addressOf address of `lesson`, `lesson#section` or a path
 */
export function measureQueries(
  ranking: Ranking,
  queries: readonly LearnerQuery[],
  addressOf: (reference: string) => string,
): Measured[] {
  return queries.map((one) => {
    const first = firstHits(ranking, one.query);
    const isFound = one.opens.some((reference) => {
      const wanted = addressOf(reference);
      // Whoever wants a lesson is served by any section of it, and not by any page below the first page.
      const isLesson = !/[#/]/.test(reference);
      return first.some((url) => url === wanted || (isLesson && url.startsWith(`${wanted}#`)));
    });
    return { ...one, isFound, first };
  });
}

/** Address of what learners want: `lesson`, `lesson#section`, or a path. */
export function wantedAddress(curriculum: Curriculum, reference: string): string {
  const [slug = '', anchor] = reference.split('#');
  const lesson = lessonsOf(curriculum).find((one) => one.slug === slug);
  const { site, language } = curriculum;
  const target = lesson ? lesson.path + (anchor === undefined ? '' : `#${anchor}`) : reference;
  return address(inLanguage(target, language.folder), site.base);
}

/** Share of the queries that are answered. */
export const shareFound = (measured: readonly Measured[]): number =>
  measured.filter(({ isFound }) => isFound).length / Math.max(1, measured.length);

function firstHits(ranking: Ranking, typed: string): string[] {
  const read = readQuery(ranking, typed);
  let ranked = rank(ranking, typed, read);
  const better =
    read.unknown.length > 0 && ranked.answer?.kind !== 'message' && corrected(ranking, typed, read.unknown);
  if (better) ranked = rank(ranking, better);
  const urls = ranked.sections.map(({ unit }) => unit.url);
  const { answer } = ranked;
  if (answer?.kind === 'question' && !urls.includes(answer.url)) urls.unshift(answer.url);
  return urls.slice(0, seen);
}
