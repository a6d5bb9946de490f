/** States of the running example: composed, compiled and tested by Maven, then by the commands of the state. */
import path from 'node:path';
import type { State } from '../../../src/states/compose.ts';
import type { Check } from '../check.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { findJdk, requireProgram, versionOf } from '../tools.ts';
import { stateFolder } from '../workspace.ts';
import { verify } from './maven.ts';

/** Makes the check of a state. */
export function stateChecks(state: State): Check {
  const slug = stateFolder(state.lesson);
  return {
    kind: 'state',
    slug,
    name: state.files.some((file) => file.path === 'pom.xml') ? 'pom.xml' : state.lesson,
    files: [],
    state,
    async run({ workspace }) {
      const place = path.join(workspace.samples, slug);
      const tools: string[] = [];
      if (state.files.some((file) => file.path === 'pom.xml')) {
        const pom = state.files.find((file) => file.path === 'pom.xml')!.text;
        const built = await verify(place, Number(/<java\.version>(\d+)</.exec(pom)?.[1] ?? 25));
        tools.push(...built.tools);
      }
      for (const { run: command, needs, database } of state.checks) {
        for (const program of needs) requireProgram(program);
        const opened = database ? await openDatabase(workspace) : undefined;
        const jdk = findJdk(25);
        await run('bash', ['-c', command], {
          in: place,
          environment: {
            JAVA_HOME: jdk.home,
            ...opened?.environment,
            PATH: `${jdk.home}/bin${path.delimiter}${opened?.environment.PATH ?? process.env.PATH}`,
          },
        });
        if (opened) tools.push(opened.version);
        else if (needs.includes('bash')) tools.push(versionOf('Bash', 'bash'));
      }
      return [...new Set(tools)];
    },
  };
}
