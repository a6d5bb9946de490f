/**
 * When the text of each question was changed last: the time of the commit since which its entry in its file is as it is.
 * Anki takes over a note only when this time is later than the one it has, and counts as updated what has a new one;
 * so each question has its own, and the same history gives the same decks everywhere.
 *
 * What is not committed yet has the time of its file. A shallow clone gives every question the time of its last
 * commit, and a folder without git that of the files: importing then updates more notes than have changed, to the
 * same text, and no schedule is lost either way.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { askGit } from '../site/git.ts';

export interface LastChanges {
  /**
   * @param file path of a question file from the folder that holds `content/`
   * @returns seconds since 1970; 0 where there is no such file
   */
  ofQuestion(file: string, id: string): number;
  /** The same of a whole file. */
  ofFile(file: string): number;
}

interface Version {
  time: number;
  commit: string;
}

/** @param root absolute path of the folder that holds `content/` */
export function lastChanges(root: string): LastChanges {
  const versions = versionsOf(root);
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  const written = (file: string) => Math.floor(statSync(path.join(root, file)).mtimeMs / 1000);
  const known = new Map<string, Map<string, number>>();
  return {
    ofFile: (file) => (existsSync(path.join(root, file)) ? (versions.get(file)?.[0]?.time ?? written(file)) : 0),
    ofQuestion(file, id) {
      if (!existsSync(path.join(root, file))) return 0;
      let times = known.get(file);
      if (!times) {
        const all = versions.get(file) ?? [];
        times = timesOf(read(file), written(file), all, contentsOf(root, file, all));
        known.set(file, times);
      }
      return times.get(id) ?? written(file);
    },
  };
}

/**
 * @param now the file as it is, written at a time
 * @param versions its commits, newest first
 * @param texts the file at each of them
 * @returns question → since when its entry is as it is
 */
export function timesOf(
  now: string,
  written: number,
  versions: readonly Pick<Version, 'time'>[],
  texts: readonly string[],
): Map<string, number> {
  const earlier = texts.map(entriesOf);
  return new Map(
    [...entriesOf(now)].map(([id, entry]) => {
      let time = written;
      for (const [index, entries] of earlier.entries()) {
        if (entries.get(id) !== entry) break;
        time = versions[index]!.time;
      }
      return [id, time];
    }),
  );
}

/** Entries of a list of YAML by their ids, as text; comments between entries count for the one above. */
function entriesOf(text: string): Map<string, string> {
  const entries = text.split(/^(?=- )/m).flatMap((entry): [string, string][] => {
    const [, id] = /^(?:- | {2})id:\s*["']?([a-z0-9-]+)/m.exec(entry) ?? [];
    return id === undefined ? [] : [[id, entry.trimEnd()]];
  });
  return new Map(entries);
}

/** Commits that changed each file of questions and samples, newest first. */
function versionsOf(root: string): Map<string, Version[]> {
  const found = new Map<string, Version[]>();
  const log = askGit(root, [
    ...['-c', 'core.quotePath=false', 'log', '--format=@%ct %H', '--name-only', '--relative'],
    ...['--', 'content/questions', 'content/samples', ':(glob)content/*/questions/**'],
  ]);
  let version: Version = { time: 0, commit: '' };
  for (const line of log?.split('\n') ?? []) {
    const [, time, commit] = /^@(\d+) (\w+)$/.exec(line) ?? [];
    if (commit) version = { time: Number(time), commit };
    else if (line !== '') found.set(line, [...(found.get(line) ?? []), version]);
  }
  return found;
}

/** A file at each of some commits; empty where it was not there. */
function contentsOf(root: string, file: string, versions: readonly Version[]): string[] {
  if (versions.length === 0) return [];
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: versions.map(({ commit }) => `${commit}:./${file}\n`).join(''),
    maxBuffer: 1 << 28,
  });
  const texts: string[] = [];
  for (let at = 0; at < stdout.length && texts.length < versions.length;) {
    const end = stdout.indexOf(10, at);
    const [, size] = /^\w+ blob (\d+)$/.exec(stdout.toString('utf8', at, end)) ?? [];
    const start = end + 1;
    const length = Number(size ?? 0);
    texts.push(stdout.toString('utf8', start, start + length).replaceAll('\r\n', '\n'));
    at = size === undefined ? start : start + length + 1;
  }
  return texts;
}
