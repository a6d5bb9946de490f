/**
 * `/questions/<lesson>.json` of each language: the questions of a lesson, ready to be asked. Texts are finished HTML, in
 * the language of the file; what nobody wrote is left out.
 */
import type { StringEntry } from '../strings/english.ts';
import type { Level, QuestionType } from '../curriculum/schema/schema.ts';

export interface QuestionsFile {
  /** Slug of the lesson. */
  lesson: string;
  title: string;
  /** Path of its page from the root of the language, `phases/caching/`. */
  path: string;
  questions: AskedQuestion[];
  /** Words of what asks them. */
  words: Record<string, StringEntry>;
}

export interface AskedQuestion {
  id: string;
  topic: string;
  level: Level;
  type: QuestionType;
  /** 1 when left out. */
  revision?: number;
  /** It is only asked in the page. */
  review?: false;
  /** First paragraph of the question, to stand in a line. */
  prompt: string;
  /** Further paragraphs and blocks of code. */
  more?: string;
  /** The sample that it shows; of a question about a fault, it has the faulty line. */
  code?: string;
  /** Name of that sample, where readers can run it in the lesson (src/run-here). */
  run?: string;
  /** A diagram of the lesson. */
  diagram?: string;
  hint?: string;
  /** The answer in words, as blocks. */
  answer: string;
  explanation: string;
  /** `choice`, `several`, and `output` where predictions are given. */
  options?: { id: string; html: string; right?: true; feedback?: string }[];
  /** In the right order. */
  steps?: { id: string; html: string }[];
  /** Lines of the code, each highlighted, and which one is wrong, from 0. */
  lines?: { html: string; feedback?: string }[];
  line?: number;
  number?: { value: number; tolerance: number; unit?: string };
  /** Right answers, as text. */
  accepts?: string[];
  /** Recorded lines, as text. */
  output?: string;
  /** Usual wrong answers, as number or text. */
  mistakes?: { value: number | string; feedback: string }[];
  cards?: { id: string; front: string; back: string }[];
}

/** Fields that are HTML; all others are text and values. */
export const htmlFields: ReadonlySet<string> = new Set([
  'prompt',
  'more',
  'code',
  'diagram',
  'hint',
  'answer',
  'explanation',
  'html',
  'feedback',
  'front',
  'back',
]);
