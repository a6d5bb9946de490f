/** What a kind of sample offers: checks, each of which covers some files of one sample folder. */
import type { FileOptions, SampleChecks } from '../../src/curriculum/samples/checks-file.ts';
import type { State } from '../../src/curriculum/states/compose.ts';
import type { Workspace } from './workspace.ts';

/** A folder under `content/samples`. */
export interface SampleFolder {
  slug: string;
  /** Every file, relative to the folder, sorted. */
  files: readonly string[];
  /** What the folder’s checks.yaml says; empty without one. */
  checks: SampleChecks;
  read(file: string): string;
}

/** What a check may use while it runs. */
export interface CheckContext {
  workspace: Workspace;
  /** Absolute path of the working copy of the sample folder. */
  folder: string;
}

/** Files that show what a run prints, exactly or apart from its numbers. */
export interface Expectations {
  expect?: string[] | undefined;
  numbers?: string[] | undefined;
  excerpt?: string[] | undefined;
}

/** One thing that passes or fails. */
export interface Check {
  kind: string;
  slug: string;
  /** Names it in reports: the main file, relative to its sample folder. */
  name: string;
  /** Files that count as tested when it passes, relative to the sample folder. */
  files: string[];
  /** The state of the running example that it tests, instead of files of a sample. */
  state?: State;
  /** Does its work in the working copy. @returns tools with versions, such as `PostgreSQL 15.14` */
  run(context: CheckContext): Promise<string[]>;
}

/** A kind of sample, one file in `kinds/`. */
export interface Kind {
  name: string;
  /** `npm`: runs in `npm test`. `machine`: needs programs that npm does not bring. */
  needs: 'npm' | 'machine';
  /** Takes a whole project, once kinds that look at single files have taken theirs. */
  takesFolders?: true;
  /** Makes checks of the files that no earlier kind has claimed. */
  find(folder: SampleFolder, free: readonly string[]): Check[];
}

/** The sample is wrong; the message says how. */
export class SampleFault extends Error {}

/** The machine lacks something; the message says what and how to get it. */
export class ToolMissing extends Error {}

/** Makes one check for each file that a test accepts. */
export function checkEach(
  kind: string,
  accepts: (file: string, folder: SampleFolder) => boolean,
  run: (file: string, folder: SampleFolder, context: CheckContext, options: FileOptions) => Promise<string[]>,
): Kind['find'] {
  return (folder, free) =>
    free
      .filter(
        (file) =>
          (folder.checks.checks[file]?.kind ?? kind) === kind &&
          (folder.checks.checks[file]?.kind === kind || accepts(file, folder)),
      )
      .map((file) => {
        const options = folder.checks.checks[file] ?? {};
        return {
          kind,
          slug: folder.slug,
          name: file,
          files: [file, ...companions(options)],
          run: (context) => run(file, folder, context, options),
        };
      });
}

/** Files that count as tested with a file or a command: what it uses and what it prints. */
export const companions = ({
  covers = [],
  expect = [],
  numbers = [],
  excerpt = [],
}: Expectations & { covers?: string[] | undefined }) => [...covers, ...expect, ...numbers, ...excerpt];
