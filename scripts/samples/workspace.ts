/** A working copy of all samples, so that no run leaves anything in the repository. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeStates } from '../../src/curriculum/states/compose.ts';
import { sampleFiles } from '../../src/curriculum/samples/sample-files.ts';

export interface Workspace {
  /** Absolute path of the copy of `content/samples`, with the states of the running example in `stateFolder`. */
  samples: string;
  /** Makes an empty folder that goes when the run ends. */
  scratch(): string;
  /** Adds something to do when the run ends. */
  atEnd(act: () => void | Promise<void>): void;
  close(): Promise<void>;
}

/** Where a state of the running example lies in the working copy, beside the folders of samples. */
export const stateFolder = (lesson: string) => `states/${lesson}`;

/** @param root folder that holds `content/samples` */
export function openWorkspace(root: string): Workspace {
  const base = mkdtempSync(path.join(tmpdir(), 'samples-'));
  const samples = path.join(base, 'samples');
  const source = path.join(root, 'content/samples');
  for (const file of sampleFiles(source)) {
    mkdirSync(path.dirname(path.join(samples, file)), { recursive: true });
    cpSync(path.join(source, file), path.join(samples, file));
  }
  for (const { lesson, files } of composeStates(root, [])?.states ?? [])
    for (const { path: name, text, executable } of files) {
      const file = path.join(samples, stateFolder(lesson), name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text, { mode: executable ? 0o755 : 0o644 });
    }
  const acts: (() => void | Promise<void>)[] = [];
  let next = 0;
  return {
    samples,
    scratch() {
      const folder = path.join(base, `scratch-${(next += 1)}`);
      mkdirSync(folder);
      return folder;
    },
    atEnd: (act) => void acts.unshift(act),
    async close() {
      for (const act of acts) await act();
      rmSync(base, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
