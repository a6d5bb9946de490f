import { run } from './run.ts';

/** Types of TypeScript and Astro files. */
export const checkTypes = () => run('astro/bin/astro.mjs', ['check', '--minimumSeverity', 'error']);
