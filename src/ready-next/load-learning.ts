/** In the browser: the data of `/learning.json`, and what of it the reader has finished. */
import { translator, type Translator } from '../strings/translator.ts';
import type { LearningData } from './learning-data.ts';

export interface Learning {
  data: LearningData;
  t: Translator;
}

let loaded: Promise<Learning> | undefined;

/** @param root address of the first page of the language, with a slash at the end */
export function loadLearning(root: string): Promise<Learning> {
  loaded ??= fetch(`${root}learning.json`).then(async (answer) => {
    if (!answer.ok) throw new Error(`learning.json: ${answer.status}`);
    const data = (await answer.json()) as LearningData;
    return { data, t: translator(data.words!, document.documentElement.lang) };
  });
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
