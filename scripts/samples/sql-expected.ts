/** What SQL prints, kept beside it: `ledger.sql` → `ledger.expected`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SampleFault, type Check, type Kind, type SampleFolder } from './check.ts';
import { tidy } from '../../src/samples/compare-output.ts';

/** Scripts that another one of the folder includes with `\\ir`, each with the first that does. */
export function includedBy(file: string, folder: SampleFolder): string[] {
  const included = [...folder.read(file).matchAll(/^\\ir (\S+)/gm)].map(([, name]) =>
    path.join(path.dirname(file), name!),
  );
  return included.flatMap((one) => [one, ...includedBy(one, folder)]);
}

/** The file of expected output where there is one. */
export function expectedFile(file: string, all: readonly string[]): string[] {
  const name = file.replace(/\.sql$/, '.expected');
  return all.includes(name) ? [name] : [];
}

/** Adds to checks of SQL what is tested with it: its expected output, and what it includes and no earlier one does. */
export function withCompanions(find: Kind['find']): Kind['find'] {
  return (folder, free) => {
    const inclusions = new Set(
      folder.files.filter((file) => file.endsWith('.sql')).flatMap((file) => includedBy(file, folder)),
    );
    const taken = new Set<string>();
    const companions = ({ name }: Check) =>
      [...includedBy(name, folder), ...expectedFile(name, free)].filter(
        (file) => free.includes(file) && !taken.has(file) && taken.add(file),
      );
    return find(
      folder,
      free.filter((file) => !inclusions.has(file)),
    ).map((check) => ({ ...check, files: [...check.files, ...companions(check)] }));
  };
}

/**
 * Asserts that SQL printed what its file says.
 *
 * @param expected absolute path of the expected output
 * @param file name of the SQL file, for the report
 */
export function compareExpected(expected: string, file: string, output: string): void {
  const target = process.env.SAMPLES_WRITE_EXPECTED;
  if (target) {
    // Samples are tested in a copy; seams where they are.
    const [above, below] = expected.split(/\/samples\/(?!.*\/samples\/)/);
    writeFileSync(below === undefined ? above! : `${target}/${below}`, `${tidy(output)}\n`);
    return;
  }
  if (!existsSync(expected))
    throw new SampleFault(
      `\`${file}\` has no expected output. Make it with npm run test:samples -- --write-expected, and read it before you commit it.`,
    );
  const wanted = tidy(readFileSync(expected, 'utf8')).split('\n');
  const got = tidy(output).split('\n');
  const at = wanted.findIndex((line, index) => line !== got[index]);
  if (at < 0 && wanted.length === got.length) return;
  const line = at < 0 ? wanted.length : at;
  throw new SampleFault(
    `Line ${line + 1} of the output is \`${got[line] ?? 'missing'}\`; \`${file.replace(/\.sql$/, '.expected')}\` says \`${wanted[line] ?? 'nothing more'}\`.`,
  );
}
