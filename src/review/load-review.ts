/** In the browser: the data of `/review/data.json`. */
import { translator, type Translator } from '../strings/translator.ts';
import type { ReviewData } from './review-data.ts';

export interface LoadedReview {
  data: ReviewData;
  t: Translator;
}

let loaded: Promise<LoadedReview> | undefined;

/**
 * @param root address of the first page of the language, with a slash at the end
 * @throws where it cannot be loaded; it may be asked for again
 */
export function loadReview(root: string): Promise<LoadedReview> {
  loaded ??= fetch(`${root}review/data.json`).then(async (answer) => {
    if (!answer.ok) throw new Error(`review/data.json: ${answer.status}`);
    const data = (await answer.json()) as ReviewData;
    return { data, t: translator(data.words, document.documentElement.lang) };
  });
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
