import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a JavaScript program of a dependency with the Node that runs this one.
 *
 * @param program path under `node_modules`
 * @returns whether it ended well
 */
export function run(program: string, words: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(repository, 'node_modules', program), ...words], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}
