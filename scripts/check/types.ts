import { run } from './run.ts';

/** Types of TypeScript and Astro files, and of the service worker, which has another set of globals. */
export async function checkTypes(): Promise<boolean> {
  const site = await run('astro/bin/astro.mjs', ['check', '--minimumSeverity', 'error']);
  const worker = await run('typescript/bin/tsc', ['--project', 'src/offline/worker']);
  return site && worker;
}
