import { run } from './run.ts';

/** Prettier over code, styles and YAML; never over MDX, whose asides it breaks. */
export const checkFormatting = () =>
  run('prettier/bin/prettier.cjs', [
    '--check',
    '--log-level',
    'warn',
    'src',
    'scripts',
    'astro.config.mjs',
    'content.config.ts',
    'package.json',
  ]);
