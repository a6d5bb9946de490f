/** What changes in the project from one state to the next. */
import { structuredPatch } from 'diff';
import type { State, StateFile } from '../curriculum/states/compose.ts';

/** Lines that stand together, as a reader sees them. */
export interface Hunk {
  /** First and last line in the file as it is now, from 1. */
  from: number;
  to: number;
  /** Without the signs in front of the lines. */
  code: string;
  /** Numbers of the lines of `code` that are new, and of those that are gone, from 1. */
  added: number[];
  removed: number[];
}

/** A file that changed. */
export interface FileChange {
  path: string;
  kind: 'new' | 'changed' | 'gone';
  added: number;
  removed: number;
  /** None of a file that is gone, whose whole text can be had from the state before. */
  hunks: Hunk[];
}

/**
 * Compares two states file by file.
 *
 * @param before undefined for the first state, all of whose files are new
 * @returns the changes sorted by path, those that are gone last
 */
export function compareStates(before: State | undefined, now: State): FileChange[] {
  const old = new Map(before?.files.map((file) => [file.path, file]));
  const changes = now.files.flatMap((file) => {
    const earlier = old.get(file.path);
    return earlier?.text === file.text ? [] : [changeOf(earlier, file)];
  });
  const kept = new Set(now.files.map((file) => file.path));
  const gone = [...old.values()].filter((file) => !kept.has(file.path));
  return [
    ...changes,
    ...gone.map(({ path, text }): FileChange => ({ path, kind: 'gone', added: 0, removed: linesOf(text), hunks: [] })),
  ];
}

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n').length;

function changeOf(before: StateFile | undefined, { path, text }: StateFile): FileChange {
  if (before === undefined) {
    const lines = linesOf(text);
    const whole = { from: 1, to: lines, code: text.replace(/\n$/, ''), added: [], removed: [] };
    return { path, kind: 'new', added: lines, removed: 0, hunks: [whole] };
  }
  const hunks = structuredPatch(path, path, before.text, text, '', '', { context: 3 }).hunks.map((hunk): Hunk => {
    const lines = hunk.lines.filter((line) => !line.startsWith('\\'));
    const numbered = (sign: string) => lines.flatMap((line, index) => (line.startsWith(sign) ? [index + 1] : []));
    return {
      from: hunk.newStart,
      to: hunk.newStart + Math.max(hunk.newLines, 1) - 1,
      code: lines.map((line) => line.slice(1)).join('\n'),
      added: numbered('+'),
      removed: numbered('-'),
    };
  });
  const count = (which: 'added' | 'removed') => hunks.reduce((sum, hunk) => sum + hunk[which].length, 0);
  return { path, kind: 'changed', added: count('added'), removed: count('removed'), hunks };
}
