/** Answers once whether an address is that of a lesson. */
import { lessonsOf } from '../curriculum/model/model.ts';
import type { LessonView } from './curriculum-view.ts';
import { languageOf, pathInBase } from './page-language.ts';

/** The lesson of an address, in the language of the address. */
export function lessonOf(url: URL): LessonView | undefined {
  const path = pathInBase(url);
  return lessonsOf<LessonView>(languageOf(url).curriculum).find((one) => one.path === path);
}
