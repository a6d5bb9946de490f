/** Puts the states of the running example together from the files they are made of. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../curriculum/nearest.ts';
import { problem, type Place, type Problem } from '../curriculum/problems.ts';
import { faultOfName, sameNames } from '../samples/archive-names.ts';
import { matching } from '../samples/checks-file.ts';
import { withoutMarkers } from '../samples/region.ts';
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
  for (const link of found.links.filter((name) => name.startsWith('states/')))
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
      for (const file of takeFiles(root, entry, sources, (...more) => place('files', at, ...more), problems)) {
        const bad = (reason: string) =>
          problems.push(problem('state-target', place('files', at, 'to'), { name: file.path, reason }));
        const fault = faultOfName(file.path);
        if (fault) bad(fault);
        else if (/^\/|(?:^|\/)\.{0,2}(?:\/|$)/.test(file.path)) bad('it is no path below the folder of the project.');
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

/** The files of one entry, as they stand in the project. */
function takeFiles(
  root: string,
  { from, to, except, replace }: StatesFile['states'][number]['files'][number],
  sources: readonly string[],
  place: (...at: PropertyKey[]) => Place,
  problems: Problem[],
): StateFile[] {
  const named = path.posix.basename(from);
  const found = sources
    .filter((file) => path.posix.dirname(file) === path.posix.dirname(from))
    .filter((file) => matching(named, [path.posix.basename(file)]).length > 0)
    // What is hidden is taken only by its own name.
    .filter((file) => file === from || !path.posix.basename(file).startsWith('.'));
  if (found.length === 0)
    problems.push(problem('state-file', place('from'), { name: from, near: nearest(from, sources) }));
  except.forEach((name, at) => {
    const names = found.map((file) => path.posix.basename(file));
    if (!names.includes(name))
      problems.push(problem('state-file', place('except', at), { name, near: nearest(name, names) }));
  });
  const unused = new Set(replace);
  const files = found
    .filter((file) => !except.includes(path.posix.basename(file)))
    .map((file): StateFile => {
      const absolute = path.join(root, 'content', file);
      let text = withoutMarkers(readFileSync(absolute, 'utf8'));
      for (const one of replace) {
        if (text.includes(one.find)) unused.delete(one);
        text = text.replaceAll(one.find, () => one.with);
      }
      return {
        path: to.endsWith('/') ? path.posix.join(to, path.posix.basename(file)) : to,
        text,
        executable: (statSync(absolute).mode & 0o100) !== 0,
      };
    });
  for (const one of found.length > 0 ? unused : [])
    problems.push(problem('state-replace', place('replace', replace.indexOf(one), 'find'), { find: one.find, from }));
  return files;
}
