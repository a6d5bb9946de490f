/** Tests that take samples of several lessons together: what lies in `content/seams`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SampleFault, type Check, type CheckContext } from '../check.ts';
import { neededBy } from '../kinds/shell.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { runSql } from '../small-psql.ts';
import { compareExpected } from '../sql-expected.ts';
import { findJdk, requireProgram, versionOf } from '../tools.ts';
import type { Workspace } from '../workspace.ts';

/**
 * @param root folder that holds `content/`
 * @returns checks that cover no file: a shell script runs in an empty folder, with the copy of all samples in
 *   `SAMPLES`, and with an empty database where its line `# needs:` names psql; SQL runs on PGlite and prints what
 *   stands beside it. A place that is wrong is told as file and line.
 */
export function acrossLessons(root: string): { checks: (Check & { needs: 'npm' | 'machine' })[]; programs: string[] } {
  const folder = path.join(root, 'content/seams');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const scripts = files.filter((file) => file.endsWith('.sh'));
  const needs = (file: string) => neededBy(readFileSync(path.join(folder, file), 'utf8'));
  const common = { kind: 'seam', slug: 'seams', files: [] };
  const ofShell = scripts.map((file) => ({
    ...common,
    name: file,
    needs: 'machine' as const,
    run: ({ workspace }: CheckContext) => runShell(path.join(folder, file), needs(file), workspace),
  }));
  const ofSql = files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ ...common, name: file, needs: 'npm' as const, run: () => runOnPglite(folder, file) }));
  return { checks: [...ofShell, ...ofSql], programs: scripts.flatMap(needs).filter((word) => word !== 'jdk') };
}

async function runShell(file: string, needs: readonly string[], workspace: Workspace): Promise<string[]> {
  const tools = needs.filter((word) => word !== 'jdk').map((word) => versionOf(word, requireProgram(word)));
  const environment: Record<string, string> = { SAMPLES: workspace.samples };
  if (needs.includes('psql')) {
    const database = await openDatabase(workspace);
    Object.assign(environment, database.environment);
    tools.push(database.version);
  }
  if (needs.includes('jdk')) {
    const { home, version } = findJdk(25);
    environment.JAVA_HOME = home;
    environment.PATH = `${home}/bin${path.delimiter}${environment.PATH ?? process.env.PATH}`;
    tools.push(`Java ${version}`);
  }
  await run('bash', [file], { in: workspace.scratch(), environment });
  return tools;
}

async function runOnPglite(folder: string, file: string): Promise<string[]> {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const { output, completed, version } = await runSql(file, [], read);
  if (!completed) throw new SampleFault(`It stopped:\n${output.split('\n').slice(-8).join('\n')}`);
  compareExpected(path.join(folder, file.replace(/\.sql$/, '.expected')), file, output);
  return [`PostgreSQL ${version} (PGlite)`];
}
