/** The curriculum: what `content/` says, read once, checked whole, ready for every view. */
import type { PhaseFrontmatter, Question, SiteSettings, Topic } from './schema.ts';
import type { PageFence, PageHeading, PageLink } from './page-source.ts';

/** A topic with its heading text and address. */
export interface PlacedTopic extends Topic {
  title: string;
  /** Path from the root of the site without base, `/phases/<slug>/#<id>`. */
  path: string;
}

export interface Phase extends Omit<PhaseFrontmatter, 'topics'> {
  slug: string;
  /** Order from the file name; gaps are allowed. */
  number: number;
  /** Position from 1 among all phases. */
  position: number;
  /** Path from the root of the site without base, `/phases/<slug>/`. */
  path: string;
  file: string;
  topics: PlacedTopic[];
  questions: Question[];
  /** Phases that name this one as a prerequisite, in roadmap order. */
  opens: string[];
  headings: PageHeading[];
}

/** Any page under `content/docs`, phases included. */
export interface Page {
  /** Path under `content/docs` without number and ending, the id Starlight gives it. */
  id: string;
  file: string;
  title: string;
  /** Name in the sidebar. */
  label: string;
  description: string;
  headings: PageHeading[];
  fences: PageFence[];
  links: PageLink[];
  text: string;
}

/** A group of the sidebar. */
export interface Section {
  title: string;
  pages: string[];
}

export interface Curriculum {
  site: SiteSettings;
  /** Phases in roadmap order. */
  phases: Phase[];
  /** All pages by id. */
  pages: Map<string, Page>;
  sections: Section[];
}
