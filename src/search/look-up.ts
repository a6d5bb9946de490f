/**
 * Answers a query. The ranking file has the best sections and what answers by itself. Where that is not enough, Pagefind,
 * which has every text, adds what else there is, better excerpts, and the counts of the filters.
 */
import { inAllTexts } from './all-texts.ts';
import type { Answer, SearchPlace, Wanted } from './answer.ts';
import { loadRanking } from './load-ranking.ts';
import { quiet, rankedAnswer, understand } from './ranked-answer.ts';
import { inSteps, pause } from './step.ts';

const answersKept = 50;
const answers = new Map<string, Answer>();

/**
 * Searches.
 *
 * @param isWanted whether the answer is still of interest; otherwise nothing more is loaded for it
 * @param onFirst called with what the ranking says, before anything else is loaded
 * @returns undefined when the answer is no longer wanted
 */
export async function lookUp(
  place: SearchPlace,
  wanted: Wanted,
  isWanted: () => boolean = () => true,
  onFirst?: (answer: Answer) => void,
): Promise<Answer | undefined> {
  const key = JSON.stringify(wanted);
  const kept = answers.get(key);
  if (kept) return kept;
  return inSteps(isWanted, async (step) => {
    const known = await loadRanking(place);
    const understood = await understand(place, known, wanted, step);
    const { answer: first, isEnough, addSentences } = rankedAnswer(place, understood, wanted.filters);
    const hasFirst = first.hits.length > 0;
    await step(() => {
      if (hasFirst || first.card) onFirst?.(first);
    });
    // Sentences and Pagefind are files of their own: they are asked for when the hand rests.
    await step(() => pause(hasFirst ? quiet / 2 : quiet / 3));
    await step(addSentences);
    // Pagefind is several times the size of the ranking: it is loaded where the ranking does not answer.
    if (isEnough && !wanted.inAll && !wanted.filters.kind) return keep(key, { ...first, isShort: true });
    if (hasFirst) await step(() => pause(quiet / 2));
    try {
      return keep(key, await inAllTexts(place, understood, wanted, first, step));
    } catch (error) {
      // The ranking answers alone.
      if (hasFirst && isWanted()) return first;
      throw error;
    }
  });
}

function keep(key: string, answer: Answer): Answer {
  if (answers.size >= answersKept) answers.delete(answers.keys().next().value!);
  answers.set(key, answer);
  return answer;
}
