/** States of the running example: composed, compiled and tested by Maven, then by the commands of the state. */
import path from 'node:path';
import type { State } from '../../../src/curriculum/states/compose.ts';
import type { Check } from '../check.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { findJdk, requireProgram, versionOf } from '../tools.ts';
import { stateFolder, type Workspace } from '../workspace.ts';
import { verify } from './maven.ts';

/** Version of the JDK for commands, and for a project that names none. */
const java = 25;

/** Makes the check of a state. */
export function stateCheck(state: State): Check {
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
      if (pom !== undefined) {
        const version = Number(/<java\.version>(\d+)</.exec(pom)?.[1] ?? java);
        tools.push(...(await verify(folder, version)).tools);
      }
      for (const command of state.checks) tools.push(...(await runCommand(command, folder, workspace)));
      return [...new Set(tools)];
    },
  };
}

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
