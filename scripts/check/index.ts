/** `npm run check`: content, types, lint and formatting; every check runs, and one that fails fails the command. */
import { checkContent } from './content.ts';
import { checkFormatting } from './formatting.ts';
import { checkLint } from './lint.ts';
import { checkMarkdown } from './markdown.ts';
import { checkTypes } from './types.ts';

const checks = {
  content: checkContent,
  types: checkTypes,
  lint: checkLint,
  markdown: checkMarkdown,
  formatting: checkFormatting,
};
const failed: string[] = [];
for (const [name, check] of Object.entries(checks)) {
  console.log(`\n— ${name}`);
  if (!(await check())) failed.push(name);
}
console.log(failed.length ? `\nNot in order: ${failed.join(', ')}.` : '\nAll in order.');
process.exitCode = failed.length ? 1 : 0;
