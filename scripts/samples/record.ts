/** Writes `content/samples/tested.json`. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileHash, readRecord, recordFile, type TestRecord } from '../../src/samples/tested.ts';
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
      write(samples, record);
    },
    failed(check: Check) {
      const record = readRecord(samples);
      for (const file of paths(check)) delete record.files[file];
      write(samples, record);
    },
  };
}

function write(samples: string, { files }: TestRecord): void {
  const lines = Object.keys(files)
    .filter((file) => existsSync(path.join(samples, file)))
    .sort()
    .map((file) => `    ${JSON.stringify(file)}: ${JSON.stringify(files[file])}`);
  // Another run may be reading it.
  const next = path.join(samples, `.${recordFile}.${process.pid}`);
  writeFileSync(next, `{\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`);
  renameSync(next, path.join(samples, recordFile));
}
