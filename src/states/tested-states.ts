/** What the record of the last test run says of a state. */
import { createHash } from 'node:crypto';
import { readRecord } from '../samples/tested.ts';
import type { State } from '../curriculum/states/compose.ts';

/** SHA-256 of all files of a state, in hexadecimal. */
export function stateHash({ files }: Pick<State, 'files'>): string {
  const hash = createHash('sha256');
  for (const { path, text, executable } of files) hash.update(JSON.stringify([path, text, executable]));
  return hash.digest('hex');
}

/**
 * @param samples absolute path of `content/samples`
 * @returns when and with what the state passed; undefined where it did not, or has changed since
 */
export function testedState(samples: string, state: State): { date: string; tools: string[] } | undefined {
  const known = readRecord(samples).states[state.lesson];
  return known?.sha256 === stateHash(state) ? { date: known.date, tools: known.tools } : undefined;
}
