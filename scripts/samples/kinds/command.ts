/** Programs of a folder whose printed lines a page shows: `commands` of checks.yaml. */
import type { Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import path from 'node:path';
import { findJdk, requireProgram } from '../tools.ts';

export const command: Kind = {
  name: 'command',
  needs: 'machine',
  find: (folder) =>
    folder.checks.commands.map((options) => ({
      kind: 'command',
      slug: folder.slug,
      name: options.run,
      files: [...(options.covers ?? []), ...(options.expect ?? [])],
      async run(context) {
        const jdk = findJdk(25);
        for (const program of options.needs ?? []) requireProgram(program);
        const database = options.database ? await openDatabase(context.workspace) : undefined;
        const environment = {
          JAVA_HOME: jdk.home,
          ...database?.environment,
          ...options.environment,
          PATH: `${jdk.home}/bin${path.delimiter}${database?.environment.PATH ?? process.env.PATH}`,
        };
        const compare = expectOutput(context, options.expect);
        const place = path.join(context.folder, options.in ?? '.');
        compare(await run('bash', ['-c', options.run], { in: place, environment, exit: options.exit }));
        return [`Java ${jdk.version}`, ...(database ? [database.version] : [])];
      },
    })),
};
