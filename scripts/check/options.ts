/** What `npm run check -- …` may be told. */
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';

export interface CheckOptions {
  /** Names of the checks to run; all when empty. */
  only: string[];
  /** Print the problems of the content as JSON and nothing else. */
  json: boolean;
  /** Print the problems of the content as annotations of GitHub too. */
  github: boolean;
  /** Ask other sites whether the addresses that pages link to are there. */
  external: boolean;
  /** Code of a problem to explain instead of checking. */
  explain: string | undefined;
}

const names = ['content', 'types', 'lint', 'markdown', 'formatting'];

const usage = `npm run check [-- options]
  --only <check>     runs one check: ${names.join(', ')}; may be given several times
  --json             prints the problems of the content as JSON
  --github           prints annotations for GitHub (on by itself in its workflows)
  --external         asks other sites whether the addresses that pages link to are there
  --explain <code>   explains a problem, such as field-wrong`;

/** Reads the words after the command; ends the program with the usage when they are wrong. */
export function readOptions(words: string[]): CheckOptions {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        github: { type: 'boolean', default: Boolean(process.env.GITHUB_ACTIONS) },
        external: { type: 'boolean', default: false },
        explain: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const unknown = values.only.find((name) => !names.includes(name));
    if (unknown !== undefined)
      throw new Error(`There is no check \`${unknown}\`.${didYouMean(nearest(unknown, names))}`);
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return { ...values, explain: values.explain };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
