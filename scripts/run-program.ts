import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from '../src/repository/folders.ts';

export { repository };

/**
 * Runs a JavaScript program of a dependency in the repository, with the Node that runs this one, its output on this
 * terminal and without telemetry.
 *
 * @param program path under `node_modules`
 * @returns its exit status
 */
export const runProgram = (program: string, words: readonly string[]): Promise<number> =>
  run(path.join('node_modules', program), words);

/** Runs an Astro command such as `build`. @returns its exit status */
export const astro = (words: readonly string[]): Promise<number> => run('scripts/astro.ts', words);

function run(file: string, words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path.join(repository, file), ...words], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
