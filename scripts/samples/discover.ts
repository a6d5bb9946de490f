/** Finds what can be tested: every sample file is covered by exactly one check or left out for a reason. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { composeStates } from '../../src/curriculum/states/compose.ts';
import { sampleFiles } from '../../src/curriculum/samples/sample-files.ts';
import type { Problem } from '../../src/curriculum/problems/problems.ts';
import { companions, type Check, type Kind, type SampleFolder } from './check.ts';
import { matching, readChecks } from '../../src/curriculum/samples/checks-file.ts';
import { kinds } from './kinds/index.ts';
import { stateCheck } from './kinds/state.ts';
import { neededBy } from './kinds/shell.ts';
import { acrossLessons } from './seams/across-lessons.ts';
import { forwardedHeaders } from './seams/forwarded-headers.ts';

/** A file that no check covers, and why. */
export interface SkippedFile {
  slug: string;
  file: string;
  reason: string;
}

export interface Discovery {
  /** In the order in which they have to run. */
  checks: (Check & { needs: Kind['needs'] })[];
  skipped: SkippedFile[];
  /** Programs that samples name as needed. */
  programs: Set<string>;
  /** What is wrong in the files checks.yaml. */
  problems: Problem[];
}

/** @param root folder that holds `content/samples` */
export function discover(root: string): Discovery {
  const samples = path.join(root, 'content/samples');
  const found: Discovery = { checks: [], skipped: [], programs: new Set(), problems: [] };
  // A roadmap may have no samples.
  const entries = existsSync(samples) ? readdirSync(samples, { withFileTypes: true }) : [];
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const slug of folders) {
    const files = sampleFiles(path.join(samples, slug)).filter((file) => file !== 'checks.yaml' && file !== 'run.yaml');
    const checks = readChecks(
      root,
      slug,
      files,
      kinds.map((kind) => kind.name),
      found.problems,
    );
    const read = (file: string) => readFileSync(path.join(samples, slug, file), 'utf8');
    discoverFolder({ slug, files, checks, read }, found);
  }
  const seams = acrossLessons(root);
  found.checks.push(...seams.checks);
  for (const program of seams.programs) found.programs.add(program);
  const states = composeStates(root, found.problems)?.states ?? [];
  for (const [index, state] of states.entries()) {
    found.checks.push({ ...stateCheck(state, states[index - 1], index === states.length - 1), needs: 'machine' });
    for (const program of state.checks.flatMap(({ needs }) => needs))
      if (program !== 'jdk') found.programs.add(program);
  }
  found.checks.sort((a, b) => rank(a) - rank(b));
  return found;
}

/** Seams, which no kind finds, come after all kinds, and states last. */
function rank(check: Check): number {
  if (check.state) return kinds.length + 1;
  const place = kinds.findIndex((kind) => kind.name === check.kind);
  return place < 0 ? kinds.length : place;
}

function discoverFolder(folder: SampleFolder, found: Discovery): void {
  const { slug, checks, files } = folder;
  let free = new Set(files);
  for (const { files: names, reason } of checks.skip)
    for (const file of names.flatMap((name) => matching(name, files)))
      if (free.delete(file)) found.skipped.push({ slug, file, reason });
  const named = [...Object.values(checks.checks), ...checks.commands].flatMap((one) => one.needs ?? []);
  const scripts = [...free].filter((file) => /\.(sh|bash)$/.test(file)).flatMap((file) => neededBy(folder.read(file)));
  for (const program of [...named, ...scripts]) if (!/^(root|network|jdk)$/.test(program)) found.programs.add(program);
  const reserved = [...Object.values(checks.checks), ...checks.commands].flatMap(companions);
  free = new Set([...free].filter((file) => !reserved.includes(file)));
  for (const kind of byClaim) {
    for (const check of kind.find(folder, [...free])) {
      found.checks.push({ ...check, needs: kind.needs });
      for (const file of check.files) free.delete(file);
    }
  }
  for (const check of forwardedHeaders(folder)) {
    found.checks.push({ ...check, needs: 'machine' });
    found.programs.add('nginx');
  }
  for (const file of free) found.skipped.push({ slug, file, reason: usualReason(file) });
}

/** Kinds that look closely at a file come before those that take a whole project. */
const byClaim = [...kinds].sort((a, b) => Number(a.takesFolders ?? false) - Number(b.takesFolders ?? false));

/** Reason of output that no check compares; samples.test.ts allows none. */
export const captured = 'output captured from an earlier run, not compared with a new one';

function usualReason(file: string): string {
  if (file.includes('output/')) return captured;
  if (/\.(md|txt)$/.test(file)) return 'prose: there is nothing to run';
  return 'no tool of npm or Debian reads this kind of file';
}
