/** What pages need of each language, as plain data. */
import { inEachLanguage, type Curriculum, type Language, type Page, type Roadmap } from '../curriculum/model/model.ts';
import { pagePath } from '../curriculum/names/page-id.ts';
import { guidePages } from '../curriculum/model/guide-pages.ts';
import type { TestedCode } from '../samples/tested-pages.ts';
import { curriculumView, type CurriculumView } from './curriculum-view.ts';

export interface LanguageView extends Language {
  curriculum: CurriculumView;
  /** Paths, without language, of the pages that are in this language; others are shown in the base language. */
  own: string[];
}

/** The view of each language, the base language first. */
export const languageViews = (
  roadmap: Roadmap,
  testedOf?: (page: Page | undefined) => TestedCode | undefined,
): LanguageView[] =>
  inEachLanguage(roadmap).map((curriculum) => ({
    ...curriculum.language,
    curriculum: curriculumView(curriculum, testedOf),
    own: ownPaths(curriculum, roadmap),
  }));

/** Paths, without language, of the pages that a language has of its own. The guide is written in English only. */
export function ownPaths({ pages, made, language }: Curriculum, base: Curriculum): string[] {
  const isBase = language.folder === '';
  const written = [...pages].filter(([id, page]) => isBase || page.file !== base.pages.get(id)?.file);
  const fromModel = [...made.keys()].filter((id) => isBase || !guidePages.has(id));
  return [...written.map(([id]) => id), ...fromModel].map(pagePath);
}
