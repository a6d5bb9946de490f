/** Answers once in which language a page is written. */
import path from 'node:path';
import { inEachLanguage, type Language, type Roadmap } from '../curriculum/model/model.ts';
import { translator, type Translator } from '../strings/translator.ts';

/** A language as the steps that make pages of files need it. */
export interface FileLanguage extends Pick<Language, 'folder' | 'direction'> {
  t: Translator;
}

/**
 * @param root absolute path of the folder that holds `content/`
 * @returns a function from the absolute path of a file; one that is no translated page is in the base language
 */
export function fileLanguages(root: string, roadmap: Roadmap): (file: string | undefined) => FileLanguage {
  const docs = path.join(root, 'content/docs');
  const all = inEachLanguage(roadmap).map(({ language: { folder, direction, strings, tag } }) => ({
    folder,
    direction,
    t: translator(strings, tag),
  }));
  return (file = '') => {
    const [first] = path.relative(docs, path.resolve(file)).split(path.sep);
    return all.find(({ folder }) => folder !== '' && folder === first) ?? all[0]!;
  };
}
