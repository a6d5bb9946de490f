/** The part of the curriculum that pages and components show, as plain data. */
import {
  lessonsOf,
  type Change,
  type Curriculum,
  type Lesson,
  type PlacedTerm,
  type Project,
  type Track,
} from '../curriculum/model.ts';
import type { Question, SiteSettings } from '../curriculum/schema.ts';

export interface LessonView extends Omit<Lesson, 'headings' | 'file'> {
  /** Position among the phases, from 1; none for a supplement. */
  position?: number;
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
  glossary: PlacedTerm[];
  changes: Change[];
  /** Sidebar groups that hold phases, with the slugs of their phases. */
  parts: { title: string; phases: string[] }[];
}

export type { Question };

/** Makes the view; everything in it can be written as JSON. */
export function curriculumView({
  site,
  phases,
  supplements,
  tracks,
  projects,
  glossary,
  changes,
  sections,
}: Curriculum): CurriculumView {
  return {
    site,
    phases: phases.map(({ headings: _headings, file: _file, ...phase }) => phase),
    supplements: supplements.map(({ headings: _headings, file: _file, ...supplement }) => supplement),
    tracks: tracks.map(({ file: _file, ...track }) => track),
    projects,
    glossary,
    changes,
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
