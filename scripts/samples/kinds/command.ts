/** Programs of a folder whose printed lines a page shows: `commands` of checks.yaml. */
import { companions, SampleFault, ToolMissing, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
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
      files: companions(options),
      async run(context) {
        const place = path.join(context.folder, options.in ?? '.');
        const jdk = findJdk(25);
        for (const program of options.needs ?? []) requireProgram(program);
        const database = options.database ? await openDatabase(context.workspace) : undefined;
        const environment = {
          ...classPath(place),
          JAVA_HOME: jdk.home,
          ...database?.environment,
          ...options.environment,
          PATH: `${jdk.home}/bin${path.delimiter}${database?.environment.PATH ?? process.env.PATH}`,
        };
        const compare = expectOutput(context, options);
        try {
          compare(await run('bash', ['-c', options.run], { in: place, environment, exit: options.exit }));
        } catch (error) {
          const built = !existsSync(path.join(place, 'pom.xml')) || existsSync(path.join(place, 'target/classes'));
          if (built || !(error instanceof SampleFault)) throw error;
          throw new ToolMissing(`Its Maven project was not built, see there. ${error.message}`);
        }
        return [`Java ${jdk.version}`, ...(database ? [database.version] : [])];
      },
    })),
};

/** The class path of the module’s tests, which Maven left in its reports, so that `java shop.Main` finds libraries. */
function classPath(place: string): Record<string, string> {
  const reports = path.join(place, 'target/surefire-reports');
  const report = existsSync(reports) ? readdirSync(reports).find((file) => file.endsWith('.xml')) : undefined;
  if (!report) return {};
  const text = readFileSync(path.join(reports, report), 'utf8');
  const found = /name="(?:surefire\.test\.class\.path|java\.class\.path)" value="([^"]+)"/.exec(text)?.[1];
  return found ? { CLASSPATH: found } : {};
}
