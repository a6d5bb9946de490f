/** In the browser: the questions of a lesson. */
import { loadOnce } from '../site/load-once.ts';
import type { QuestionsFile } from './asked.ts';

/**
 * Loads `/questions/<lesson>.json`, once.
 *
 * @param root address of the first page of the language, with a slash at the end
 * @throws where it is not there, without a network for one; it may be asked for again
 */
export const loadQuestions = (root: string, lesson: string): Promise<QuestionsFile> =>
  loadOnce(root, `questions/${lesson}.json`);
