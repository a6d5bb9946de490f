/** Reads every `run.yaml`, and puts together what each block runs. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isFolder } from '../files/content-files.ts';
import type { Page } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { readSample, readSampleFile } from '../samples/read-sample.ts';
import { checksOf } from '../samples/checks-file.ts';
import { sampleReference } from '../../markdown/sample-region.ts';
import { comparisons, readRunFile, type Comparison, type RunBlockOptions } from '../runs/run-file.ts';
import { runtimeNames, type RuntimeName } from '../../runtimes/runtime.ts';
import { runtimeOf, runtimes } from '../../runtimes/runtimes.ts';
import type { Runs, RunsFile } from '../runs/runs.ts';
import { runParts } from './run-parts.ts';

/**
 * Loads what runs in pages.
 *
 * @param root folder that holds `content/`
 * @param pages every page, for what they show
 */
export function loadRuns(root: string, pages: readonly Pick<Page, 'fences'>[], problems: Problem[]): Runs {
  const samples = path.join(root, 'content/samples');
  const runs: Runs = { folders: new Map(), recorded: new Map(), others: [] };
  if (!isFolder(samples)) return runs;
  const shown = new Set(pages.flatMap(({ fences }) => fences.flatMap(({ attributes }) => attributes.sample ?? [])));
  // What is no folder itself, such as a link, is told by the check of samples.
  const slugs = readdirSync(samples, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  for (const slug of slugs.sort()) {
    const read = readRunFile(root, slug, problems);
    if (!read) continue;
    const { value, source } = read;
    const folder: Omit<RunsFile, 'runtimes'> = { texts: {}, blocks: {} };
    const isShown = (name: string, at: PropertyKey[]) => {
      if (shown.has(`${slug}/${name}`)) return;
      const own = [...shown].filter((one) => one.startsWith(`${slug}/`)).map((one) => one.slice(slug.length + 1));
      problems.push(problem('run-unshown', source.placeOf(at), { name, near: nearest(name, own) }));
    };
    for (const [name, options] of Object.entries(value.blocks)) {
      isShown(name, ['blocks', name]);
      const placeOf = (...at: PropertyKey[]) => source.placeOf(['blocks', name, ...at]);
      addBlock(folder, { slug, name, options, samples, placeOf }, problems);
    }
    for (const [name, reason] of Object.entries(value.recorded)) {
      isShown(name, ['recorded', name]);
      if (Object.hasOwn(value.blocks, name))
        problems.push(problem('run-twice', source.placeOf(['recorded', name]), { name }));
      runs.recorded.set(`${slug}/${name}`, reason);
    }
    if (Object.keys(folder.blocks).length > 0) runs.folders.set(slug, folder);
  }
  return runs;
}

interface Wanted {
  slug: string;
  /** `joins.sql#left` */
  name: string;
  options: RunBlockOptions;
  samples: string;
  placeOf(...at: PropertyKey[]): Place;
}

function addBlock(
  folder: Omit<RunsFile, 'runtimes'>,
  { slug, name, options, samples, placeOf }: Wanted,
  problems: Problem[],
): void {
  const runtime = options.runtime ?? runtimeOf(sampleReference(name).file);
  const block = readSample(`${slug}/${name}`, samples, placeOf(), problems);
  const known = runtime && runtimes[runtime];
  if (!known) problems.push(problem('run-runtime', placeOf(), { name, allowed: runtimeNames }));
  if (!block || !known) return;
  const before = problems.length;
  const read = (file: string) => readSampleFile(file, samples, placeOf(), problems) ?? '';
  const partsOf = (reference: string) => runParts(reference, known, read);
  const here = partsOf(`${slug}/${name}`);
  const named = (field: 'setup' | 'rest') =>
    options[field]?.flatMap((one, index) => {
      const given = readSample(`${slug}/${one}`, samples, placeOf(field, index), problems);
      return given ? partsOf(`${slug}/${one}`).own : [];
    });
  const setup = named('setup') ?? here.above;
  const rest = named('rest') ?? (known.beginsAnew ? here.below : []);
  for (const { text } of [...setup, { text: block.text }, ...rest]) {
    const reason = known.cannotRun(text);
    if (reason) problems.push(problem('run-cannot', placeOf(), { name, reason }));
    if (reason) break;
  }
  const recorded = recordedOf({ slug, options, samples, placeOf }, problems);
  if (problems.length > before) return;
  for (const { id, text } of [...setup, ...rest]) folder.texts[id] = text;
  folder.blocks[`${slug}/${name}`] = {
    runtime: runtime!,
    code: block.text,
    // Blocks of a file go on from each other, as they do when it is tested; so do those that name the same setup.
    ...(!known.beginsAnew && {
      session: options.setup ? `setup ${options.setup.join(' ')}` : `${slug}/${sampleReference(name).file}`,
    }),
    setup: setup.map(({ id }) => id),
    own: here.own.map(({ id }) => id),
    ...(rest.length > 0 && { rest: rest.map(({ id }) => id) }),
    ...(recorded && { recorded }),
  };
}

function recordedOf(
  { slug, options, samples, placeOf }: Omit<Wanted, 'name'>,
  problems: Problem[],
): { text: string; compare: Comparison } | undefined {
  const { expect, compare } = options;
  if (expect === undefined) {
    if (compare) problems.push(problem('run-compare', placeOf('compare')));
    return undefined;
  }
  const text = readSampleFile(`${slug}/${expect}`, samples, placeOf('expect'), problems);
  if (text === undefined) return undefined;
  const { checks, commands } = checksOf(samples, slug);
  const lists = [...Object.values(checks), ...commands];
  return {
    text,
    compare: compare ?? comparisons.find((one) => lists.some((list) => list[one]?.includes(expect))) ?? 'expect',
  };
}

/** Every text that runs in a runtime, and every block and exercise that does. */
export function codesOf(runs: Runs, name: RuntimeName): string[] {
  const codes = [...runs.folders.values()].flatMap(({ texts, blocks }) => {
    const own = Object.values(blocks).filter(({ runtime }) => runtime === name);
    return own.flatMap(({ code, setup, rest = [] }) => [code, ...[...setup, ...rest].map((id) => texts[id]!)]);
  });
  return [...codes, ...runs.others.flatMap(({ runtime, text }) => (runtime === name ? [text] : []))];
}
