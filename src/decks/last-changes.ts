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
import { kept } from '../build-cache/build-cache.ts';
import { commitsByFile, type Commit } from '../repository/git-history.ts';

export interface LastChanges {
  /**
   * @param file path of a question file from the folder that holds `content/`
   * @returns seconds since 1970; 0 where there is no such file
   */
  ofQuestion(file: string, id: string): number;
  /** The same of a whole file. */
  ofFile(file: string): number;
}

/** @param root absolute path of the folder that holds `content/` */
export function lastChanges(root: string): LastChanges {
  const versions = commitsByFile(root, ['content/questions', 'content/samples', ':(glob)content/*/questions/**']);
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  const written = (file: string) => Math.floor(statSync(path.join(root, file)).mtimeMs / 1000);
  const known = new Map<string, Map<string, number>>();
  return {
    ofFile(file) {
      if (!existsSync(path.join(root, file))) return 0;
      const [newest] = versions.get(file) ?? [];
      return newest ? secondsOf(newest) : written(file);
    },
    ofQuestion(file, id) {
      if (!existsSync(path.join(root, file))) return 0;
      let times = known.get(file);
      if (!times) {
        const all = versions.get(file) ?? [];
        const commits = all.map((one) => ({ time: secondsOf(one) }));
        const [text, time] = [read(file), written(file)];
        // The name of a commit says what the file was then.
        times = kept('last-changes', [root, file, text, time, all], () =>
          timesOf(text, time, commits, contentsOf(root, file, all)),
        );
        known.set(file, times);
      }
      return times.get(id) ?? written(file);
    },
  };
}

/** When a commit was made, in seconds since 1970. */
const secondsOf = ({ time }: Commit): number => Date.parse(time) / 1000;

/**
 * @param now the file as it is, written at a time
 * @param versions its commits, newest first
 * @param texts the file at each of them
 * @returns question → since when its entry is as it is
 */
export function timesOf(
  now: string,
  written: number,
  versions: readonly { time: number }[],
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

/** A file at each of some commits; empty where it was not there. */
function contentsOf(root: string, file: string, versions: readonly Commit[]): string[] {
  if (versions.length === 0) return [];
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: versions.map(({ hash }) => `${hash}:./${file}\n`).join(''),
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
