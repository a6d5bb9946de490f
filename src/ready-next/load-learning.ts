/** In the browser: the data of `/learning.json`, and what of it the reader has finished. */
import { loadOnce } from '../site/load-once.ts';
import { translator, type Translator } from '../strings/translator.ts';
import type { LearningData } from './learning-data.ts';

export interface Learning {
  data: LearningData;
  t: Translator;
}

/** @param root address of the first page of the language, with a slash at the end */
export async function loadLearning(root: string): Promise<Learning> {
  const data = await loadOnce<LearningData>(root, 'learning.json');
  return { data, t: translator(data.words!, document.documentElement.lang) };
}
