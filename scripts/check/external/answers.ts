/** Remembers what other sites answered, so that nobody is asked twice in a month. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Answer {
  verdict: 'there' | 'gone' | 'unsure';
  /** In words, for example `404 Not Found`. */
  status: string;
  /** The day it was asked, as 2026-11-20. */
  checked: string;
  /** Where archive.org keeps a copy of an address that is gone. */
  archive?: string;
}

export interface Answers {
  of(url: string): Answer | undefined;
  /** Whether an address is to be asked (again). */
  isDue(url: string): boolean;
  /** Keeps an answer, in the file too. */
  keep(url: string, answer: Answer): void;
}

/** Days an answer counts. */
const days = { there: 30, gone: 7, unsure: 1 };

/**
 * @param file absolute path; a damaged file counts as none
 * @param today the day that answers are measured against
 */
export function openAnswers(file: string, today = new Date()): Answers {
  const known = new Map<string, Answer>(Object.entries(read(file)));
  return {
    of: (url) => known.get(url),
    isDue(url) {
      const answer = known.get(url);
      if (!answer) return true;
      return (today.getTime() - Date.parse(answer.checked)) / 86_400_000 > days[answer.verdict];
    },
    keep(url, answer) {
      known.set(url, answer);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(Object.fromEntries([...known].sort()), null, 2)}\n`);
    },
  };
}

function read(file: string): Record<string, Answer> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Answer>;
  } catch {
    return {};
  }
}
