/**
 * Runs Astro’s commands without telemetry: `node scripts/astro.ts build`. A build waits for another one of the same
 * repository, first mends what one that was killed has left, and does nothing where nothing has changed since the last
 * one. `--force` builds all the same, and without what earlier builds have kept.
 */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { output, repository, root } from '../src/repository/folders.ts';
import { recoverOutput } from '../src/build/output-folder.ts';
import { openBuildCache, tidyBuildCache } from '../src/build-cache/build-cache.ts';
import { generatorDigest } from '../src/repository/generator.ts';
import { digestOfInputs, isBuilt, rememberBuilt } from './build/built.ts';
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
  const cache = path.resolve(process.env.ROADMAP_CACHE ?? path.join(repository, '.astro/cache'));
  const anew = process.argv.includes('--force');
  const places = { repository, root, output };
  const generator = generatorDigest(repository);
  const inputs = digestOfInputs(places, generator);
  if (!anew && isBuilt(places, inputs)) {
    console.log(`Nothing has changed since the last build of ${output}; \`--force\` builds it anew.`);
    process.exit(0);
  }
  openBuildCache(cache, generator, anew);
  // A third of the time that Astro needs to start goes into reading its own code.
  enableCompileCache(path.join(cache, 'programs'));
  // Astro ends the process itself.
  process.once('exit', (status) => {
    if (status !== 0) return;
    rememberBuilt(places, inputs);
    tidyBuildCache(cache);
  });
}
await import(pathToFileURL(path.join(repository, 'node_modules/astro/bin/astro.mjs')).href);
