/** Writes `content/samples/tested.json`. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileHash, readRecord, recordFile, type TestRecord } from '../../src/samples/tested.ts';
import { stateHash } from '../../src/states/tested-states.ts';
import type { Check } from './check.ts';

/**
 * @param root folder that holds `content/samples`
 * @returns functions that note what passed and what failed; each writes the record at once, so that a run that is
 *   stopped keeps what it found
 */
export function openRecord(root: string) {
  const samples = path.join(root, 'content/samples');
  const paths = (check: Check) => check.files.map((file) => `${check.slug}/${file}`);
  return {
    passed(check: Check, tools: readonly string[]) {
      const record = readRecord(samples);
      const date = new Date().toISOString().slice(0, 10);
      for (const file of paths(check))
        record.files[file] = { kind: check.kind, tools: [...tools], date, sha256: fileHash(path.join(samples, file)) };
      if (check.state) record.states[check.state.lesson] = { tools: [...tools], date, sha256: stateHash(check.state) };
      write(samples, record);
    },
    failed(check: Check) {
      const record = readRecord(samples);
      for (const file of paths(check)) delete record.files[file];
      if (check.state) delete record.states[check.state.lesson];
      write(samples, record);
    },
  };
}

function write(samples: string, { states, files }: TestRecord): void {
  const lines = (entries: Record<string, unknown>) =>
    Object.keys(entries)
      .sort()
      .map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(entries[name])}`)
      .join(',\n');
  const there = Object.fromEntries(Object.entries(files).filter(([file]) => existsSync(path.join(samples, file))));
  const ofStates = Object.keys(states).length > 0 ? `  "states": {\n${lines(states)}\n  },\n` : '';
  // Another run may be reading it.
  const next = path.join(samples, `.${recordFile}.${process.pid}`);
  writeFileSync(next, `{\n${ofStates}  "files": {\n${lines(there)}\n  }\n}\n`);
  renameSync(next, path.join(samples, recordFile));
}
