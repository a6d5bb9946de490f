/** Loads the ranking of a language, and the texts that its answers and hits have in files of their own. */
import stemmers from 'virtual:stemmers';
import type { SearchPlace } from './answer.ts';
import { loadPagefind } from './pagefind-api.ts';
import { prepareRanking, type Ranking } from './rank.ts';
import { answersInFile, type FilterCounts, type RankingFile } from './ranking-data.ts';
import { pause } from './step.ts';
import { unstemmed, type Stemmer } from './stemmers.ts';

/** What a search can begin with. */
export interface Start {
  common: readonly string[];
  counts: FilterCounts;
  hasMessages: boolean;
}

let ranking: Promise<Ranking | undefined> | undefined;

/** Loads the ranking once; without it Pagefind answers alone. */
export function loadRanking({ root, tag }: SearchPlace): Promise<Ranking | undefined> {
  ranking ??= (async () => {
    const [file, stemmer] = await Promise.all([
      fetch(`${root}search/ranking.json`).then((response) => response.json() as Promise<RankingFile>),
      stemmers[tag]?.() ?? ({ stemmer: unstemmed } as { stemmer: Stemmer }),
    ]);
    return prepareRanking(file, stemmer.stemmer, pauses());
  })().catch(() => {
    ranking = undefined;
    return undefined;
  });
  return ranking;
}

/** Makes a function that lets the page act whenever a few milliseconds of work are done. */
function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 6) return undefined;
    return pause(0).then(() => {
      since = performance.now();
    });
  };
}

/** Loads what the first query will need. @returns what there is to begin with */
export async function prepare(place: SearchPlace): Promise<Start> {
  const known = await loadRanking(place);
  if (!known) return { common: [], counts: await (await loadPagefind(place.bundle)).filters(), hasMessages: false };
  const { common, counts, messages } = known.file;
  return { common, counts, hasMessages: messages.length > 0 };
}

const loading = new Map<string, Promise<string[]>>();
const loaded = new Map<string, string[]>();

const fileOf = ({ root }: SearchPlace, kind: 'term' | 'message' | 'section', index: number) =>
  `${root}search/${kind}-${Math.floor(index / answersInFile)}.json`;

/**
 * What a term or message means, or the first sentence of a section; some are in a file, which is loaded when one is
 * needed.
 *
 * @returns HTML of one line, or the text of a section
 */
export async function loadText(
  place: SearchPlace,
  kind: 'term' | 'message' | 'section',
  index: number,
): Promise<string> {
  const file = fileOf(place, kind, index);
  let texts = loading.get(file);
  if (!texts) {
    texts = fetch(file).then((response) => response.json() as Promise<string[]>);
    loading.set(file, texts);
    texts.then(
      (all) => loaded.set(file, all),
      () => loading.delete(file),
    );
  }
  return (await texts)[index % answersInFile] ?? '';
}

/** The first sentence of a section where it is here already. */
export const sentenceAtHand = (place: SearchPlace, index: number): string | undefined =>
  loaded.get(fileOf(place, 'section', index))?.[index % answersInFile];
