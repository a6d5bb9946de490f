import { run } from './run.ts';

/** ESLint over code and components. */
export const checkLint = () =>
  run('eslint/bin/eslint.js', [
    '--config',
    'scripts/check/eslint.config.mjs',
    '--max-warnings',
    '0',
    'src',
    'scripts',
    'astro.config.mjs',
    'content.config.ts',
  ]);
