/** The part of the curriculum that pages and components show, as plain data. */
import type { Curriculum, Phase } from '../curriculum/model.ts';
import type { Question, SiteSettings } from '../curriculum/schema.ts';

export type PhaseView = Omit<Phase, 'headings' | 'file'>;

export interface CurriculumView {
  site: SiteSettings;
  phases: PhaseView[];
  /** Sidebar groups that hold phases, with the slugs of their phases. */
  parts: { title: string; phases: string[] }[];
}

export type { Question };

/** Makes the view; everything in it can be written as JSON. */
export function curriculumView({ site, phases, sections }: Curriculum): CurriculumView {
  return {
    site,
    phases: phases.map(({ headings: _headings, file: _file, ...phase }) => phase),
    parts: sections
      .map(({ title, pages }) => ({
        title,
        phases: pages.filter((id) => id.startsWith('phases/')).map((id) => id.slice('phases/'.length)),
      }))
      .filter((part) => part.phases.length > 0),
  };
}
