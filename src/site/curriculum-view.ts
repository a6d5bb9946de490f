/** The part of the curriculum that pages and components show, as plain data. */
import { buildSectionOf } from '../curriculum/model/build-section.ts';
import {
  lessonsOf,
  type Change,
  type Curriculum,
  type HeaderLink,
  type Lesson,
  type Page,
  type PlacedMessage,
  type PlacedTerm,
  type Project,
  type Track,
} from '../curriculum/model/model.ts';
import type { Question } from '../curriculum/questions/question.ts';
import type { SiteSettings } from '../curriculum/schema/schema.ts';
import type { TestedCode } from '../samples/tested-pages.ts';

export interface LessonView extends Omit<Lesson, 'headings' | 'file'> {
  /** Position among the phases, from 1; none for a supplement. */
  position?: number;
  /** Section with its build task. */
  build?: { id: string; title: string };
  /** What the last test run says of the code on the page. */
  tested?: TestedCode;
}

export interface PhaseView extends LessonView {
  position: number;
}

export interface CurriculumView {
  site: SiteSettings;
  phases: PhaseView[];
  supplements: LessonView[];
  tracks: Omit<Track, 'file'>[];
  projects: Project[];
  /** Titles of the pages with projects, by their path. */
  projectPages: Record<string, string>;
  glossary: PlacedTerm[];
  messages: PlacedMessage[];
  changes: Change[];
  header: HeaderLink[];
  /** Sidebar groups that hold phases, with the slugs of their phases. */
  parts: { title: string; phases: string[] }[];
}

export type { Question };

/**
 * Makes the view; everything in it can be written as JSON.
 *
 * @param testedOf what the last test run says of the code of a page
 */
export function curriculumView(
  {
    site,
    phases,
    supplements,
    tracks,
    projects,
    glossary,
    messages,
    changes,
    sections,
    header,
    pages: allPages,
  }: Curriculum,
  testedOf: (page: Page | undefined) => TestedCode | undefined = () => undefined,
): CurriculumView {
  const byFile = new Map([...allPages.values()].map((page) => [page.file, page]));
  const view = <One extends Lesson>({ headings, file, ...lesson }: One) => ({
    ...lesson,
    build: buildSectionOf({ headings }, site),
    tested: testedOf(byFile.get(file)),
  });
  return {
    site,
    phases: phases.map(view),
    supplements: supplements.map(view),
    tracks: tracks.map(({ file: _file, ...track }) => track),
    projects,
    projectPages: Object.fromEntries(
      [...allPages].filter(([id]) => id.startsWith('projects/')).map(([id, { title }]) => [`/${id}/`, title]),
    ),
    glossary,
    messages,
    changes,
    header,
    parts: sections
      .map(({ title, pages }) => ({
        title,
        phases: pages.filter((id) => id.startsWith('phases/')).map((id) => id.slice('phases/'.length)),
      }))
      .filter((part) => part.phases.length > 0),
  };
}

/** All lessons by slug. */
export const lessonViews = (view: CurriculumView): Map<string, LessonView> =>
  new Map(lessonsOf<LessonView>(view).map((lesson) => [lesson.slug, lesson]));
