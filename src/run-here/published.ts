/** In the build: the files that pages with blocks to run load, made once. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuntimeName } from '../runtimes/runtime.ts';
import { buildRuntimes, type BuiltRuntime } from './build-runtimes.ts';
import { codesOf } from '../curriculum/reading/load-runs.ts';
import type { Runs, RuntimeFolder, RunsFile } from '../curriculum/runs/runs.ts';
import { runtimes } from '../runtimes/runtimes.ts';

export interface PublishedRuns {
  /** `/runs/<slug>.json` by slug. */
  files: Record<string, RunsFile>;
  /** Runtimes that the content uses. */
  runtimes: Partial<Record<RuntimeName, RuntimeFolder>>;
  /** Absolute path of each file below `/runtimes/`. */
  on: Record<string, string>;
}

const made = new WeakMap<Runs, Promise<PublishedRuns>>();
const folder = fileURLToPath(new URL('../../.astro/runtimes', import.meta.url));

/** Makes what is published of the runs of a roadmap. */
export function publishedRuns(runs: Runs): Promise<PublishedRuns> {
  const known = made.get(runs) ?? publish(runs);
  made.set(runs, known);
  return known;
}

async function publish(runs: Runs): Promise<PublishedRuns> {
  const blocks = [...runs.folders.values()].flatMap((one) => Object.values(one.blocks));
  const names = [...new Set([...blocks, ...runs.others].map(({ runtime }) => runtime))];
  const built = await buildRuntimes(
    names.map((name) => runtimes[name].source(codesOf(runs, name))),
    folder,
  );
  const shown = (one: BuiltRuntime): RuntimeFolder => ({
    folder: one.folder,
    worker: one.worker,
    sizes: one.sizes,
    bytes: one.bytes,
  });
  const folders = Object.fromEntries(names.map((name) => [name, shown(built[name]!)]));
  return {
    files: Object.fromEntries(
      [...runs.folders].map(([slug, one]) => {
        const own = [...new Set(Object.values(one.blocks).map(({ runtime }) => runtime))];
        return [slug, { ...one, runtimes: Object.fromEntries(own.map((name) => [name, folders[name]!])) }];
      }),
    ),
    runtimes: folders,
    on: Object.fromEntries(
      Object.values(built).flatMap((one) =>
        Object.entries(one.on).map(([name, absolute]) => [
          path.posix.join(one.folder.slice('runtimes/'.length), name),
          absolute,
        ]),
      ),
    ),
  };
}
