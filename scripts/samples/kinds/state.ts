/** States of the running example: composed, compiled and tested by Maven, then by the commands of the state. */
import path from 'node:path';
import type { State } from '../../../src/curriculum/states/compose.ts';
import type { Check, CheckContext } from '../check.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { findJdk, requireProgram, versionOf } from '../tools.ts';
import { stateFolder, type Workspace } from '../workspace.ts';
import { dockerfile } from './dockerfile.ts';
import { verify } from './maven.ts';
import { prometheus } from './prometheus.ts';
import { hasSchema, yaml } from './yaml.ts';

/** Version of the JDK for commands, and for a project that names none. */
const java = 25;

/** What Maven ran with for the states that it built in a run. */
const built = new WeakMap<Workspace, Map<State, string[]>>();

/**
 * Makes the check of a state. Maven compiles all of it; the tests that run are those that are new or other than before
 * and those that show its criteria, and all of them in the last state, so that what later states break is found there.
 *
 * @param before the state before, undefined for the first
 * @param isLast whether none comes after it
 */
export function stateCheck(state: State, before?: State, isLast = true): Check {
  const slug = stateFolder(state.lesson);
  const pom = state.files.find((file) => file.path === 'pom.xml')?.text;
  return {
    kind: 'state',
    slug,
    name: pom === undefined ? 'commands' : 'pom.xml',
    files: [],
    state,
    async run({ workspace, folder }) {
      const tools: string[] = [];
      const readers = await checkFiles(state, slug, { workspace, folder });
      if (pom !== undefined) {
        const version = Number(/<java\.version>(\d+)</.exec(pom)?.[1] ?? java);
        const passed = built.get(workspace) ?? new Map<State, string[]>();
        built.set(workspace, passed);
        const same = before && onlyAdds(state, before) ? passed.get(before) : undefined;
        passed.set(state, same ?? (await verify(folder, version, {}, isLast ? [] : testsOf(state, before))).tools);
        tools.push(...passed.get(state)!);
      }
      for (const command of state.checks) tools.push(...(await runCommand(command, folder, workspace)));
      return [...new Set([...tools, ...readers])];
    },
  };
}

/** Classes of tests that a state is about, all of them when it is about none. */
function testsOf(state: State, before: State | undefined): string[] {
  const texts = new Map(before?.files.map((file) => [file.path, file.text]));
  const named = state.criteria.map(({ test }) => test?.split('#')[0]);
  return state.files
    .filter((file) => /^src\/test\/.*Test\.java$/.test(file.path))
    .filter((file) => texts.get(file.path) !== file.text || named.includes(file.path))
    .map((file) => path.posix.basename(file.path, '.java'));
}

/** Whether a state has all that the one before has, and more only where Maven does not look. */
function onlyAdds(state: State, before: State): boolean {
  const texts = new Map(before.files.map((file) => [file.path, file.text]));
  const isKept = ({ path: name, text }: State['files'][number]) =>
    texts.has(name) ? texts.get(name) === text : !name.startsWith('src/');
  return state.files.every(isKept) && state.files.filter((file) => texts.has(file.path)).length === texts.size;
}

/** Kinds of files that no build of a project reads, but who runs it. */
const read = [prometheus, dockerfile, yaml];

/** Holds manifests and their like to their schemas. @returns what they were checked with */
async function checkFiles(state: State, slug: string, context: CheckContext): Promise<string[]> {
  const texts = new Map(state.files.map((file) => [file.path, file.text]));
  const folder = { slug, files: [...texts.keys()], checks: noOptions, read: (file: string) => texts.get(file)! };
  let free = folder.files;
  const tools: string[] = [];
  for (const kind of read) {
    const known = kind === yaml ? free.filter((file) => hasSchema(file, folder.read(file))) : free;
    const checks = kind.find(folder, known);
    for (const check of checks) tools.push(...(await check.run(context)));
    free = free.filter((file) => !checks.some(({ files }) => files.includes(file)));
  }
  // What is only parsed names no program.
  return tools.filter((tool) => /\d/.test(tool));
}

const noOptions = { checks: {}, commands: [], skip: [] };

/** @returns what the command ran with, as far as it tells a version */
async function runCommand(
  { run: line, needs, database }: State['checks'][number],
  folder: string,
  workspace: Workspace,
): Promise<string[]> {
  const environment: Record<string, string> = {};
  const tools: string[] = [];
  if (database) {
    const opened = await openDatabase(workspace);
    Object.assign(environment, opened.environment);
    tools.push(opened.version);
  }
  for (const word of needs)
    if (word === 'jdk') {
      const jdk = findJdk(java);
      environment.JAVA_HOME = jdk.home;
      environment.PATH = `${path.join(jdk.home, 'bin')}${path.delimiter}${environment.PATH ?? process.env.PATH}`;
      tools.push(`Java ${jdk.version}`);
    } else {
      const tool = versionOf(word, requireProgram(word));
      // The server of the database has told its own.
      if (/\d/.test(tool) && word !== 'psql') tools.push(tool);
    }
  await run('bash', ['-c', line], { in: folder, environment });
  return tools;
}
