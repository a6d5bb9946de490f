/** The curriculum: what `content/` says, read once, checked whole, ready for every view. */
import type { OwnComponents } from '../markup/own-components.ts';
import type { States } from '../states/compose.ts';
import type { HttpModel } from '../../http-model/model-schema.ts';
import type { Runs } from '../runs/runs.ts';
import type { StringEntry, StringKey } from '../../strings/english.ts';
import type { IdLedger } from '../names/ids.ts';
import type { PageCheckpoint, PageFence, PageHeading, PageImage, PageLink, PageMedia } from '../markup/page-source.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { Question } from '../questions/question.ts';
import type { Reading } from './reading-time.ts';
import type { Reference } from '../names/reference.ts';
import type {
  GlossaryTerm,
  Level,
  Message,
  PhaseFrontmatter,
  SearchWords,
  SiteSettings,
  Topic,
} from '../schema/schema.ts';

/** A range of hours, `[least, most]`. */
export type Hours = readonly [number, number];

/** A stage of a track that leads through something. */
export interface Stop {
  /** Slug of the track. */
  track: string;
  /** Position of the stage in its track, from 1. */
  stage: number;
}

/** A topic with its heading text and address. */
export interface PlacedTopic extends Omit<Topic, 'prerequisites'> {
  title: string;
  /** Path from the root of the site without base, `/phases/<slug>/#<id>`. */
  path: string;
  /** Topics and lessons to know before this topic, beside the prerequisites of its lesson. */
  prerequisites: Reference[];
  /** Stages that lead to this very topic. */
  stops: Stop[];
}

/** A page that teaches topics: a phase, or a supplement beside the phases. */
export interface Lesson extends Omit<PhaseFrontmatter, 'topics'> {
  slug: string;
  /** Path from the root of the site without base, `/phases/<slug>/`. */
  path: string;
  file: string;
  topics: PlacedTopic[];
  questions: Question[];
  exercises: Exercise[];
  /** Ids of the questions that stand in its sections; the checkpoint at its end has the others. */
  placed: string[];
  /** Slugs of the lessons of the same kind that name this one as a prerequisite, in roadmap order. */
  opens: string[];
  /** Stages that lead to the lesson or to one of its topics. */
  stops: Stop[];
  headings: PageHeading[];
  reading: Reading;
}

export interface Phase extends Lesson {
  /** Order from the file name; gaps are allowed. */
  number: number;
  /** Position from 1 among all phases. */
  position: number;
}

export type Supplement = Lesson;

/** One entry of a stage: what the stage calls it, and where it is taught. */
export interface TrackItem extends Reference {
  label: string;
}

export interface Stage {
  id: string;
  /** From 1. */
  position: number;
  title: string;
  goal?: string;
  summary?: string;
  items: TrackItem[];
  practice: string[];
  tags: string[];
  /** Time of the sections the stage leads to, whole lessons in full and topics by their share. */
  hours: Hours;
  /** Lowest and highest level of the lessons the stage leads to. */
  levels: [Level, Level];
}

/** One stretch of a track’s calendar. */
export interface Span {
  title: string;
  /** First and last month, from 1. */
  months: [number, number];
  /** Positions of the stages in it. */
  stages: number[];
}

/** A way through the lessons. */
export interface Track {
  slug: string;
  number: number;
  /** `/tracks/<slug>/` */
  path: string;
  file: string;
  title: string;
  /** Short name for lists. */
  label: string;
  summary: string;
  levels: [Level, Level];
  duration: string;
  facts: { name: string; value: string }[];
  stages: Stage[];
  timeline: Span[];
  projects: { title: string; path: string; hours: Hours }[];
  /** Time of everything the track leads to, nothing counted twice. */
  hours: Hours;
}

/** Something to build, a section of a page under `content/docs/projects`. */
export interface Project {
  id: string;
  title: string;
  path: string;
  level: Level;
  hours: Hours;
  /** What building it trains. */
  trains: string[];
  /** Slugs of the lessons to know before. */
  needs: string[];
}

/** A change of the roadmap that readers are told about. */
export interface Change {
  date: string;
  title: string;
  text: string;
  /** Path of the page it is about, from the root of the site without base. */
  path: string;
}

/** A word of the field, with where it is taught. */
export interface PlacedTerm extends Omit<GlossaryTerm, 'see'> {
  /** Anchor on the glossary page. */
  id: string;
  see?: Reference;
}

/** How readers ask, with the sections that they mean. */
export interface PlacedSearchWords extends Omit<SearchWords, 'topics'> {
  topics: { ask: string[]; see: Reference }[];
}

/** A message or symptom, with the section that helps. */
export interface PlacedMessage extends Omit<Message, 'see'> {
  /** Anchor on the page of messages. */
  id: string;
  see: Reference;
}

/** A language of the roadmap. */
export interface Language {
  /** Name of its folders and start of its addresses, `ar`; empty for the base language. */
  folder: string;
  /** Language tag, `pt-BR`. */
  tag: string;
  direction: 'ltr' | 'rtl';
  /** Its name in the language picker. */
  label: string;
  /** Every string of the interface. */
  strings: Readonly<Record<StringKey, StringEntry>>;
}

/** Any page under `content/docs`, lessons included. */
export interface Page {
  /** Path under `content/docs` without number and ending, the id Starlight gives it. */
  id: string;
  file: string;
  title: string;
  /** Name in the sidebar. */
  label: string;
  description: string;
  headings: PageHeading[];
  /** Anchors that links may name beside those of `headings`. */
  anchors: string[];
  fences: PageFence[];
  links: PageLink[];
  images: PageImage[];
  media: PageMedia[];
  checkpoints: PageCheckpoint[];
  text: string;
  /** Names of the roadmap’s own components that stand in it. */
  components: ReadonlySet<string>;
  reading: Reading;
}

/** A group of the sidebar. */
export interface Section {
  title: string;
  /** What stands in the group, in order. */
  entries: SidebarEntry[];
  /**
   * Ids of all its pages, those of inner groups among them: pages under `content/docs`, and pages made from the model
   * (`tracks`, `tracks/<slug>`, `map`).
   */
  pages: string[];
}

/** An entry of the sidebar: the id of a page, a link to another site, or a group. */
export type SidebarEntry = string | { title: string; link: string } | { title: string; entries: SidebarEntry[] };

/** A page that the header of every page names. */
export interface HeaderLink {
  /** Path from the root of the site without base. */
  path: string;
  label: string;
}

export interface Curriculum {
  /** The language of its texts; what is not translated is in the base language. */
  language: Language;
  site: SiteSettings;
  /** Phases in roadmap order. */
  phases: Phase[];
  /** Supplements in the order of the sidebar. */
  supplements: Supplement[];
  /** Tracks in the order of their numbers. */
  tracks: Track[];
  projects: Project[];
  /** In alphabetical order. */
  glossary: PlacedTerm[];
  /** Messages and symptoms, in alphabetical order. */
  messages: PlacedMessage[];
  /** How readers ask. */
  search: PlacedSearchWords;
  /** Newest first. */
  changes: Change[];
  /** All pages under `content/docs` by id. */
  pages: Map<string, Page>;
  /** Names of the pages that are made from the model (`tracks`, `tracks/<slug>`, `map`), by id. */
  made: ReadonlyMap<string, string>;
  sections: Section[];
  /** Links of the header, in order. */
  header: HeaderLink[];
}

/** A roadmap in its base language, and the same in each further language. */
export interface Roadmap extends Curriculum {
  /** Every id that was ever published; the same in all languages. */
  ids: IdLedger;
  translations: Curriculum[];
  /** Components that the roadmap itself has written, by the folder of the language. */
  components: ReadonlyMap<string, OwnComponents>;
  /** Whether it has a style sheet of its own, `content/style.css`. */
  hasStyle: boolean;
  /** The running example after each lesson that adds to it; undefined where the roadmap has none. */
  states: States | undefined;
  /** Blocks that readers can run in the page. */
  runs: Runs;
  /** Small servers that pages can be spoken to with, by name. */
  httpModels: ReadonlyMap<string, HttpModel>;
}

/** A roadmap in each of its languages, the base language first. */
export const inEachLanguage = (roadmap: Roadmap): Curriculum[] => [roadmap, ...roadmap.translations];

/** All lessons: phases in roadmap order, then supplements. */
export const lessonsOf = <Any>({
  phases,
  supplements,
}: {
  phases: readonly Any[];
  supplements: readonly Any[];
}): Any[] => [...phases, ...supplements];
