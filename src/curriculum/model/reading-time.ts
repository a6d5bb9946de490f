/** How long it takes to read a page and each of its sections. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { excerptOf, sampleReference } from '../../markdown/sample-region.ts';
import type { PageFence, PageHeading, PageSource } from '../markup/page-source.ts';

/** What a reader gets through in a minute: of text read to understand it, and of lines of code. */
export const pace = { words: 220, lines: 20 } as const;
/** Minutes a diagram is looked at. */
const perDiagram = 0.5;

/** An H2 section with the time it takes to read. */
export interface ReadSection {
  id: string;
  title: string;
  /** Whole minutes, at least 1. */
  minutes: number;
}

export interface Reading {
  /** Whole minutes for the page, the text before its first section included; at least 1. */
  minutes: number;
  sections: ReadSection[];
}

/**
 * @param linesOf how many lines of code a fence shows
 */
export function readingTime(
  { headings, fences, text }: Pick<PageSource, 'headings' | 'fences' | 'text'>,
  linesOf: (fence: PageFence) => number,
): Reading {
  const parts = headings.filter((heading) => heading.depth === 2);
  /** Fences below a heading and above the next one. */
  const codeOf = (heading: PageHeading, next: PageHeading | undefined) =>
    fences.filter(({ place }) => place.line! > heading.place.line! && place.line! < (next?.place.line ?? Infinity));
  const minutesOf = (words: string, code: readonly PageFence[]) =>
    countWords(words) / pace.words +
    code.reduce((sum, fence) => sum + (fence.language === 'mermaid' ? perDiagram : linesOf(fence) / pace.lines), 0);
  const whole = (minutes: number) => Math.max(1, Math.round(minutes));
  return {
    minutes: whole(minutesOf(text, fences)),
    sections: parts.map((heading, index) => ({
      id: heading.id,
      title: heading.text,
      minutes: whole(minutesOf(heading.content, codeOf(heading, parts[index + 1]))),
    })),
  };
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * Counts the lines that a fence shows, those of its sample where it names one; a sample that is not there has none.
 *
 * @param samples absolute path of `content/samples`
 */
export function shownLines(samples: string): (fence: PageFence) => number {
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string): string | undefined => {
    const absolute = path.resolve(samples, file);
    if (!absolute.startsWith(samples + path.sep)) return undefined;
    try {
      return readFileSync(absolute, 'utf8');
    } catch {
      return undefined;
    }
  };
  return ({ attributes, value }) => {
    if (attributes.sample === undefined) return value.split('\n').length;
    const { file, region } = sampleReference(attributes.sample);
    if (!texts.has(file)) texts.set(file, textOf(file));
    return excerptOf(texts.get(file) ?? '', region)?.text.split('\n').length ?? 0;
  };
}
