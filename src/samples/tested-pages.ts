/** What a page says of its code: how many of its files passed the last test run as they are now, when, with what. */
import type { Page } from '../curriculum/model/model.ts';
import { shownSamples } from './shown.ts';
import { readRecord, testedFiles } from './tested.ts';

export interface TestedCode {
  /** Date of the oldest run that counts, `2026-11-21`. */
  date: string;
  /** Tools with their versions. */
  tools: string[];
  tested: number;
  /** Code files that the page shows; captured output is not code. */
  shown: number;
}

/** @param samples absolute path of `content/samples` */
export function testedPages(samples: string): (page: Page | undefined) => TestedCode | undefined {
  const record = readRecord(samples);
  return (page) => {
    const shown = page ? shownSamples(page).filter((file) => !file.includes('/output/')) : [];
    const found = testedFiles(samples, record, shown);
    return found && { ...found, tested: found.tested.length, shown: shown.length };
  };
}
