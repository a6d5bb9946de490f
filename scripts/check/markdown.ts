import { run } from './run.ts';

/** markdownlint over pages and READMEs. */
export const checkMarkdown = () =>
  run('markdownlint-cli2/markdownlint-cli2-bin.mjs', [
    'content/docs/**/*.{md,mdx}',
    '*.md',
    'src/**/*.md',
    'scripts/**/*.md',
  ]);
