/** Java and Kotlin projects: compiled and tested by Maven with the JDK they ask for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { companions, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { run } from '../processes.ts';
import { findJdk, requireProgram, versionOf } from '../tools.ts';

/** Version of Java that the parent of all modules names. */
const javaVersion = (samples: string) =>
  Number(/<java\.version>(\d+)</.exec(readFileSync(path.join(samples, 'pom.xml'), 'utf8'))?.[1] ?? 25);

/**
 * Compiles and tests a project.
 *
 * @param place absolute path of its folder
 * @param java version of the JDK that it needs at least
 * @param tests classes of tests to run, all of them where none are named
 * @returns what Maven and the tests printed, and what they ran with
 * @throws SampleFault when it does not compile or a test fails
 */
export async function verify(
  place: string,
  java: number,
  environment: Record<string, string> = {},
  tests: readonly string[] = [],
): Promise<{ output: string; tools: string[] }> {
  const mvn = requireProgram('mvn');
  const jdk = findJdk(java);
  // These JVMs live for seconds: they start sooner when they compile little and collect simply.
  const quick = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  // Tests that compare durations may fail on a busy machine; a sample that is wrong fails every time.
  const some = tests.length > 0 ? [`-Dtest=${tests.join(',')}`] : [];
  const words = ['-q', '-B', 'verify', `-DargLine=${quick}`, '-Dsurefire.rerunFailingTestsCount=2', ...some];
  const output = await run(mvn, words, {
    in: place,
    environment: { JAVA_HOME: jdk.home, MAVEN_OPTS: quick, ...environment },
    seconds: 1200,
  });
  return { output, tools: [`Java ${jdk.version}`, versionOf('Maven', mvn, ['-version'])] };
}

export const maven: Kind = {
  name: 'maven',
  needs: 'machine',
  takesFolders: true,
  find(folder, free) {
    if (!folder.files.includes('pom.xml')) return [];
    const options = folder.checks.checks['pom.xml'];
    return [
      {
        kind: 'maven',
        slug: folder.slug,
        name: 'pom.xml',
        files: [...free.filter((file) => /(^|\/)(pom\.xml$|src\/)/.test(file)), ...companions(options ?? {})],
        async run(context) {
          const compare = expectOutput(context, options ?? {});
          const { output, tools } = await verify(
            context.folder,
            javaVersion(context.workspace.samples),
            options?.environment,
          );
          compare(output);
          return tools;
        },
      },
    ];
  },
};
