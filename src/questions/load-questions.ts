/** In the browser: the questions of a lesson. */
import type { QuestionsFile } from './asked.ts';

const loaded = new Map<string, Promise<QuestionsFile>>();

/**
 * Loads `/questions/<lesson>.json`, once.
 *
 * @param root address of the first page of the language, with a slash at the end
 * @throws where it is not there, without a network for one; it may be asked for again
 */
export function loadQuestions(root: string, lesson: string): Promise<QuestionsFile> {
  const address = `${root}questions/${lesson}.json`;
  let file = loaded.get(address);
  if (!file) {
    file = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return (await answer.json()) as QuestionsFile;
    });
    loaded.set(address, file);
    file.catch(() => loaded.delete(address));
  }
  return file;
}
