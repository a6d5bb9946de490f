/** What `npm run test:samples -- …` may be told. */
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import { nameOf, type Found } from './run.ts';

export interface SamplesOptions {
  /** The checks to run. */
  chosen: Found[];
  /** Whether these are all that there are. */
  whole: boolean;
  /** A missing program makes its checks skipped instead of failed. */
  allowMissing: boolean;
  /** Leave `tested.json` as it is. */
  noRecord: boolean;
  /** Write the results of SQL as the expected ones. */
  writeExpected: boolean;
  /** Checks not begun after so many minutes count as skipped; Infinity without a limit. */
  minutes: number;
}

const usage = `npm run test:samples [-- options] [words]
  words              runs the checks whose file has one of them in its path: caching, redis/tour.sh
  --folder <name>    runs a folder of content/samples; may be given several times
  --kind <name>      runs a kind, such as shell or maven; may be given several times
  --machine-only     leaves out what npm test runs
  --allow-missing    skips the samples whose program is missing, instead of failing
  --minutes <n>      skips what is not begun after so many minutes
  --no-record        does not write down what passed
  --write-expected   writes the results of SQL as the expected ones`;

/**
 * Reads the words after the command; ends the program with the usage when they are wrong.
 *
 * @param checks every check that there is
 */
export function readOptions(words: string[], checks: readonly Found[]): SamplesOptions {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        kind: { type: 'string', multiple: true },
        folder: { type: 'string', multiple: true },
        'machine-only': { type: 'boolean', default: false },
        'allow-missing': { type: 'boolean', default: false },
        minutes: { type: 'string' },
        'no-record': { type: 'boolean', default: false },
        'write-expected': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    demandKnown('folder', values.folder, new Set(checks.map((check) => check.slug)));
    demandKnown('kind', values.kind, new Set(checks.map((check) => check.kind)));
    const minutes = values.minutes === undefined ? Infinity : Number(values.minutes);
    if (Number.isNaN(minutes))
      throw new Error(`\`--minutes ${values.minutes}\` is no number. Write one such as \`--minutes 30\`.`);
    const narrowed = checks.filter(
      (check) =>
        (!values.kind || values.kind.includes(check.kind)) &&
        (!values.folder || values.folder.includes(check.slug)) &&
        (positionals.length === 0 || positionals.some((word) => isAbout(check, word))),
    );
    if (narrowed.length === 0 && checks.length > 0)
      throw new Error('No sample fits these options, so nothing would be tested.');
    return {
      chosen: narrowed.filter((check) => !values['machine-only'] || check.needs === 'machine'),
      whole: narrowed.length === checks.length,
      allowMissing: values['allow-missing'],
      noRecord: values['no-record'],
      writeExpected: values['write-expected'],
      minutes,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

function demandKnown(option: string, given: string[] = [], known: Set<string>) {
  for (const name of given) {
    if (known.has(name)) continue;
    const instead = didYouMean(nearest(name, known)) || ` There are: ${[...known].sort().join(', ')}.`;
    throw new Error(`There is no ${option} \`${name}\` with samples.${instead}`);
  }
}

const isAbout = (check: Found, word: string) =>
  [nameOf(check), ...check.files.map((file) => `${check.slug}/${file}`)].some((path) => path.includes(word));
