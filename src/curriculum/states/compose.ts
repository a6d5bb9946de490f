/** Puts the states of the running example together from the files they are made of. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { faultOfName, sameNames } from '../samples/archive-names.ts';
import { matching } from '../samples/checks-file.ts';
import { withoutMarkers } from '../../markdown/sample-region.ts';
import { ownFiles } from '../samples/sample-files.ts';
import { readStates, type StatesFile } from './states-file.ts';

/** A file of the project. */
export interface StateFile {
  /** Below the folder of the project, with forward slashes. */
  path: string;
  text: string;
  executable: boolean;
}

/** The project after a lesson. */
export interface State extends Omit<StatesFile['states'][number], 'files' | 'remove'> {
  /** Sorted by path. */
  files: StateFile[];
}

/** The project in all its states. */
export interface States extends Omit<StatesFile, 'states'> {
  states: State[];
}

/**
 * Composes every state: the files of the one before without those that it removes, and its own in their places.
 *
 * @param root folder that holds `content/`
 * @param problems gets one entry for each thing that cannot be done as the file says
 * @returns undefined where there are no states, or their file has another shape
 */
export function composeStates(root: string, problems: Problem[]): States | undefined {
  const read = readStates(root, problems);
  if (!read) return undefined;
  const { value, source } = read;
  const found = ownFiles(path.join(root, 'content'));
  const sources = found.files.filter((file) => /^(?:samples|states)\//.test(file));
  for (const link of found.links.filter((name) => /^states(?:\/|$)/.test(name)))
    problems.push(problem('file-link', { file: `content/${link}` }));
  let before = new Map<string, StateFile>();
  const states = value.states.map(({ files, remove, ...state }, index): State => {
    const place = (...at: PropertyKey[]) => source.placeOf(['states', index, ...at]);
    const now = new Map(before);
    remove.forEach((name, at) => {
      const gone = matching(name, [...before.keys()]);
      if (gone.length === 0)
        problems.push(problem('state-remove', place('remove', at), { name, near: nearest(name, [...before.keys()]) }));
      for (const file of gone) now.delete(file);
    });
    const own = new Map<string, StateFile>();
    files.forEach((entry, at) => {
      const taken = { root, sources, before, place: (...more: PropertyKey[]) => place('files', at, ...more), problems };
      for (const file of takeFiles(entry, taken)) {
        const bad = (reason: string) =>
          problems.push(problem('state-target', place('files', at, 'to'), { name: file.path, reason }));
        const fault = faultOfName(file.path);
        if (fault) bad(fault);
        else if (/^\/|(?:^|\/)\.{0,2}(?:\/|$)/.test(file.path)) bad('it is no path below the folder of the project.');
        else if (/(?:^|\/)\.git(?:\/|$)/i.test(file.path)) bad('git would run what stands there.');
        else if (own.has(file.path)) bad('two files of this state have it.');
        own.set(file.path, file);
        now.set(file.path, file);
      }
    });
    for (const { name, other } of sameNames([...now.keys()]))
      problems.push(
        problem('state-target', place('files'), {
          name,
          reason: `on macOS and Windows it is the same as \`${other}\`.`,
        }),
      );
    before = now;
    return { ...state, files: [...now.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) };
  });
  return { ...value, states };
}

type Entry = StatesFile['states'][number]['files'][number];

/** What an entry is read from, and where its faults are told. */
interface Sources {
  root: string;
  /** Files that may be taken, below `content/`. */
  sources: readonly string[];
  /** The state before. */
  before: ReadonlyMap<string, StateFile>;
  place: (...at: PropertyKey[]) => Place;
  problems: Problem[];
}

/** Most characters that a file may have in the end. */
const longest = 1_000_000;
const tooLong = `with this in its place it has more than ${longest.toLocaleString('en')} characters.`;

/** The files of one entry, as they stand in the project. */
function takeFiles(entry: Entry, { root, sources, before, place, problems }: Sources): StateFile[] {
  const found = entry.from === undefined ? earlier(entry, before) : named(entry.from, sources);
  const missing = (name: string, known: Iterable<string>, ...at: PropertyKey[]) =>
    problems.push(problem('state-file', place(...at), { name, near: nearest(name, known) }));
  if (found.length === 0)
    if (entry.from !== undefined) missing(entry.from, sources, 'from');
    else missing(entry.before ?? entry.to, before.keys(), entry.before === undefined ? 'to' : 'before');
  const names = found.map((file) => path.posix.basename(file));
  entry.except.forEach((name, at) => {
    if (!names.includes(name)) missing(name, names, 'except', at);
  });
  const unused = new Set(entry.replace);
  const files = found
    .filter((file) => !entry.except.includes(path.posix.basename(file)))
    .map((file): StateFile => {
      const source = entry.from === undefined ? before.get(file)! : readSource(root, file);
      let { text } = source;
      for (const one of entry.replace) {
        const times = text.split(one.find).length - 1;
        if (times > 0) unused.delete(one);
        // Each could double what the one before made.
        if (text.length + times * one.with.length > longest) {
          const at = place('replace', entry.replace.indexOf(one), 'with');
          problems.push(problem('state-target', at, { name: entry.to, reason: tooLong }));
          unused.clear();
          break;
        }
        text = text.replaceAll(one.find, () => one.with);
      }
      return { ...source, path: entry.to.endsWith('/') ? entry.to + path.posix.basename(file) : entry.to, text };
    });
  for (const one of found.length > 0 ? unused : []) {
    const at = place('replace', entry.replace.indexOf(one), 'find');
    problems.push(problem('state-replace', at, { find: one.find, from: entry.from ?? entry.before ?? entry.to }));
  }
  return files;
}

function earlier({ before: moved, to }: Entry, before: ReadonlyMap<string, StateFile>) {
  const name = moved ?? to;
  return before.has(name) ? [name] : [];
}

/** Files that a name with `*` stands for. What is hidden is taken only by its own name. */
const named = (from: string, sources: readonly string[]) =>
  sources.filter((file) => {
    const name = path.posix.basename(file);
    const isThere = path.posix.dirname(file) === path.posix.dirname(from);
    return (
      file === from || (isThere && !name.startsWith('.') && matching(path.posix.basename(from), [name]).length > 0)
    );
  });

function readSource(root: string, file: string): StateFile {
  const absolute = path.join(root, 'content', file);
  const executable = (statSync(absolute).mode & 0o100) !== 0;
  return { path: file, text: withoutMarkers(readFileSync(absolute, 'utf8')), executable };
}
