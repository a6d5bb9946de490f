import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));

/**
 * Runs an Astro command in the repository, its output on this terminal.
 *
 * @param environment variables to set beside those of this process
 * @returns its exit status
 */
export function astro(words: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  const program = path.join(repository, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [program, ...words], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
