/** Cuts texts into sentences, for excerpts. */

let segmenter: Intl.Segmenter | undefined;

/** Sentences of a text in order, without the space round them. */
export function sentencesOf(text: string): string[] {
  // Browsers have it since 2024; without it the whole text is one sentence.
  if (!('Segmenter' in Intl)) return [text.trim()].filter(Boolean);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}
