/** Type checks: TypeScript by `tsc --noEmit` in strict mode, Python by Pyright. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { execPath } from 'node:process';
import { repository } from '../run-program.ts';
import { SampleFault, type CheckContext } from './check.ts';
import { npmVersion } from './npm-version.ts';
import { run, type Run } from './processes.ts';
import type { Workspace } from './workspace.ts';

const program = (name: string) => path.join(repository, 'node_modules', name);

/** What Node runs as it is, and nothing looser. */
const typescript = {
  strict: true,
  noEmit: true,
  target: 'esnext',
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [program('@types')],
  // A scratch copy has no node_modules above it.
  paths: { '*': [program('@types/*'), program('*')] },
};

/** Checks one TypeScript file that belongs to no project, with what it imports. @returns the tool */
export async function checkTypeScript(file: string, { folder, workspace }: CheckContext): Promise<string> {
  const place = workspace.scratch();
  const files = [path.join(folder, file)];
  writeFileSync(path.join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions: typescript, files }));
  await run(execPath, [program('typescript/lib/tsc.js'), '--project', place, '--pretty', 'false'], { in: folder });
  return npmVersion('typescript');
}

const pyright = {
  include: ['.'],
  exclude: ['**/target', '**/node_modules'],
  typeCheckingMode: 'basic',
  reportMissingImports: false,
  reportMissingModuleSource: false,
};

interface Report {
  generalDiagnostics: { file: string; severity: string; message: string; range: { start: { line: number } } }[];
}

const reports = new WeakMap<Workspace, Promise<Report>>();

/**
 * Checks Python files; all of the working copy are read in one go, by the first that asks. What they import from
 * elsewhere is not installed, so it is not followed.
 *
 * @returns the tool
 */
export async function checkPython(files: readonly string[], { folder, workspace }: CheckContext): Promise<string> {
  if (!reports.has(workspace)) reports.set(workspace, readAll(workspace));
  const { generalDiagnostics } = await reports.get(workspace)!;
  const own = files.map((file) => path.join(folder, file));
  const faults = generalDiagnostics.filter((one) => one.severity === 'error' && own.includes(one.file));
  if (faults.length > 0)
    throw new SampleFault(
      faults.map((one) => `${path.basename(one.file)}:${one.range.start.line + 1}: ${one.message}`).join('\n'),
    );
  return npmVersion('pyright');
}

/** Checks a Python project with the libraries of its virtual environment. @returns the tool */
export async function checkPythonProject(place: string, python: string): Promise<string> {
  await runPyright(place, ['--pythonpath', python], 0);
  return npmVersion('pyright');
}

async function readAll({ samples }: Workspace): Promise<Report> {
  // It ends with 1 when it has found something.
  const output = await runPyright(samples, ['--outputjson'], [0, 1]);
  return JSON.parse(output.slice(output.indexOf('{'))) as Report;
}

function runPyright(place: string, words: string[], exit: Run['exit']): Promise<string> {
  writeFileSync(path.join(place, 'pyrightconfig.json'), JSON.stringify(pyright));
  return run(execPath, [program('pyright/index.js'), '--project', place, ...words], { in: place, exit });
}
