/** In the browser: the data of `/review/data.json`. */
import { loadOnce } from '../site/load-once.ts';
import { translator, type Translator } from '../strings/translator.ts';
import type { ReviewData } from './review-data.ts';

export interface LoadedReview {
  data: ReviewData;
  t: Translator;
}

/**
 * @param root address of the first page of the language, with a slash at the end
 * @throws where it cannot be loaded; it may be asked for again
 */
export async function loadReview(root: string): Promise<LoadedReview> {
  const data = await loadOnce<ReviewData>(root, 'review/data.json');
  return { data, t: translator(data.words, document.documentElement.lang) };
}
