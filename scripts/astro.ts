/** Runs Astro’s commands without telemetry: `node scripts/astro.ts build`. */
import { astro } from './run-program.ts';

process.exitCode = await astro(process.argv.slice(2));
