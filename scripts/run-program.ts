import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../', import.meta.url));

/**
 * Runs a JavaScript program of a dependency in the repository, with the Node that runs this one, its output on this
 * terminal and without telemetry.
 *
 * @param program path under `node_modules`
 * @returns its exit status
 */
export function runProgram(program: string, words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path.join(repository, 'node_modules', program), ...words], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** Runs an Astro command such as `build`. @returns its exit status */
export const astro = (words: readonly string[]) => runProgram('astro/bin/astro.mjs', words);
