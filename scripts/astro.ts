/**
 * Runs Astro’s commands without telemetry: `node scripts/astro.ts build`. A build waits for another one of the same
 * repository, and first mends what one that was killed has left.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { output, repository, root } from '../src/repository/folders.ts';
import { recoverOutput } from '../src/build/output-folder.ts';
import { digestOfInputs, rememberBuilt } from './build/built.ts';
import { faultOfPath } from './build/odd-path.ts';
import { onlyBuild } from './build/one-at-a-time.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.chdir(repository);
const fault = faultOfPath(repository) ?? faultOfPath(root);
if (fault) {
  console.error(fault);
  process.exit(1);
}
if (process.argv[2] === 'build') {
  await onlyBuild(repository, console.log);
  recoverOutput(output);
  const places = { repository, root, output };
  const inputs = digestOfInputs(places);
  // Astro ends the process itself.
  process.once('exit', (status) => void (status === 0 && rememberBuilt(places, inputs)));
}
await import(pathToFileURL(path.join(repository, 'node_modules/astro/bin/astro.mjs')).href);
