/** Chooses the sentence of a text that shows a hit best, and finds in it what was asked for. */
import { sentencesOf } from './sentences.ts';
import type { Stemmer } from './stemmers.ts';
import { tokensOf } from './tokens.ts';

/** What was asked for: ways to say it, each a list of stems that stand side by side. */
export interface Asked {
  ways: readonly (readonly string[])[];
  stem: Stemmer;
}

/** Longest excerpt, in characters; a longer sentence ends after a word. */
const longest = 220;

/** The first of the sentences that have most of what was asked for; the first sentence where none has anything. */
export function excerptOf(text: string, asked: Asked): string {
  const sentences = sentencesOf(text);
  let best = sentences[0] ?? '';
  let most = 0;
  for (const sentence of sentences) {
    const found = new Set(marksIn(sentence, asked).flatMap(({ way }) => way.join(' '))).size;
    if (found > most) [best, most] = [sentence, found];
  }
  return shortened(best, asked);
}

/** The first sentence of a text; a longer one ends after a word. */
export const firstSentence = (text: string): string =>
  shortened(sentencesOf(text)[0] ?? '', { ways: [], stem: (word) => word });

/** Cuts what is too long after a word, from the start of the sentence or from where it has what was asked for. */
function shortened(sentence: string, asked: Asked): string {
  if (sentence.length <= longest) return sentence;
  const [mark] = marksIn(sentence, asked);
  const far = mark && mark.end > longest - 20;
  const from = far ? sentence.indexOf(' ', Math.max(0, mark.start - longest / 2)) + 1 : 0;
  const part = sentence.slice(from, from + longest);
  const end = from + longest < sentence.length ? part.lastIndexOf(' ') : part.length;
  const cut = part.slice(0, end > 0 ? end : part.length).replace(/[\s,;:–-]+$/, '');
  return `${from > 0 ? '… ' : ''}${cut}${from + longest < sentence.length ? ' …' : ''}`;
}

export interface Mark {
  start: number;
  end: number;
  way: readonly string[];
}

/** Where a text has what was asked for, in order. */
export function marksIn(text: string, { ways, stem }: Asked): Mark[] {
  const tokens = tokensOf(text);
  const stems = tokens.map(({ word }) => stem(word));
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let best: readonly string[] | undefined;
    for (const way of ways)
      if (way.length > (best?.length ?? 0) && way.every((one, index) => stems[at + index] === one)) best = way;
    if (!best) continue;
    const last = tokens[at + best.length - 1]!;
    marks.push({ start: tokens[at]!.start, end: last.start + last.text.length, way: best });
    at += best.length - 1;
  }
  return marks;
}
