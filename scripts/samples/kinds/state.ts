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
import { nginx } from './nginx.ts';
import { prometheus } from './prometheus.ts';
import { hasSchema, yaml } from './yaml.ts';

/** Version of the JDK for commands, and for a project that names none. */
const java = 25;

/** What Maven ran with for the states that it built in a run. */
const built = new WeakMap<Workspace, Map<State, string[]>>();

/** Makes the check of a state. @param before the one before it */
export function stateCheck(state: State, before?: State): Check {
  const slug = stateFolder(state.lesson);
  const pom = state.files.find((file) => file.path === 'pom.xml')?.text;
  return {
    kind: 'state',
    slug,
    name: pom === undefined ? 'commands' : 'pom.xml',
    files: [],
    state,
    async run({ workspace, folder }) {
      const tools = await checkFiles(state, slug, { workspace, folder });
      if (pom !== undefined) {
        const version = Number(/<java\.version>(\d+)</.exec(pom)?.[1] ?? java);
        const passed = built.get(workspace) ?? new Map<State, string[]>();
        built.set(workspace, passed);
        const same = before && onlyAdds(state, before) ? passed.get(before) : undefined;
        passed.set(state, same ?? (await verify(folder, version)).tools);
        tools.push(...passed.get(state)!);
      }
      for (const command of state.checks) tools.push(...(await runCommand(command, folder, workspace)));
      return [...new Set(tools)];
    },
  };
}

/** Whether a state has all that the one before has, and more only where Maven does not look. */
function onlyAdds(state: State, before: State): boolean {
  const texts = new Map(before.files.map((file) => [file.path, file.text]));
  const isKept = ({ path: name, text }: State['files'][number]) =>
    texts.has(name) ? texts.get(name) === text : !name.startsWith('src/');
  return state.files.every(isKept) && state.files.filter((file) => texts.has(file.path)).length === texts.size;
}

/** Kinds of files that no build of a project reads, but who runs it. */
const read = [prometheus, nginx, dockerfile, yaml];

/** Holds manifests and their like to their schemas. @returns what they were checked with */
async function checkFiles(state: State, slug: string, context: CheckContext): Promise<string[]> {
  const texts = new Map(state.files.map((file) => [file.path, file.text]));
  const folder = { slug, files: [...texts.keys()], checks: noOptions, read: (file: string) => texts.get(file)! };
  let free = folder.files.filter((file) => !/\.ya?ml$/.test(file) || hasSchema(file, folder.read(file)));
  const tools: string[] = [];
  for (const kind of read) {
    const checks = kind.find(folder, free);
    for (const check of checks) tools.push(...(await check.run(context)));
    free = free.filter((file) => !checks.some(({ files }) => files.includes(file)));
  }
  return tools;
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
