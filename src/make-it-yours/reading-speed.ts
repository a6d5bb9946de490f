/** Figures of `npm run bench -- reading --write`, which the page about speed shows. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Medians of a generator's pages on one line: bytes as sent, and times in ms from the start of a visit. */
export interface ReadingFigures {
  name: string;
  line: 'fast' | 'slow';
  html: number;
  styles: number;
  script: number;
  fonts: number;
  other: number;
  requests: number;
  firstPaint: number;
  largestPaint: number;
  diagram: number;
  blocked: number;
  /** Cumulative layout shift, without a unit. */
  shift: number;
  search: number;
}

export interface ReadingSpeed {
  /** ISO date. */
  date: string;
  machine: string;
  /** Pages that were visited of each site, and how often. */
  pages: number;
  runs: number;
  versions: string;
  figures: ReadingFigures[];
}

export const readingFile = fileURLToPath(new URL('reading-speed.json', import.meta.url));

/** What the last run has written; none in a repository where it was never run. */
export const readingSpeed = (): ReadingSpeed | undefined =>
  existsSync(readingFile) ? (JSON.parse(readFileSync(readingFile, 'utf8')) as ReadingSpeed) : undefined;
