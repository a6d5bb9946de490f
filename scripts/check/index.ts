/** `npm run check`: content, types, lint and formatting; every check runs, and one that fails fails the command. */
import { checkContent } from './content.ts';
import { explain } from './explain.ts';
import { checkFormatting } from './formatting.ts';
import { checkLint } from './lint.ts';
import { checkMarkdown } from './markdown.ts';
import { readOptions } from './options.ts';
import { checkTypes } from './types.ts';

const options = readOptions(process.argv.slice(2));
const checks = {
  content: () => checkContent(options),
  types: checkTypes,
  lint: checkLint,
  markdown: checkMarkdown,
  formatting: checkFormatting,
};

if (options.explain !== undefined) explain(options.explain);
else if (options.json) process.exitCode = (await checks.content()) ? 0 : 1;
else {
  const failed: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    console.log(`\n— ${name}`);
    if (!(await check())) failed.push(name);
  }
  console.log(failed.length ? `\nNot in order: ${failed.join(', ')}.` : '\nAll in order.');
  process.exitCode = failed.length ? 1 : 0;
}
