/** What the build and the check know of each runtime. */
import type { Cut } from './cut.ts';
import type { RuntimeName, RuntimeSource } from './runtime.ts';
import { sql } from './sql/runtime-sql.ts';

export interface Runtime {
  /** Endings of files that it runs. */
  endings: readonly string[];
  /**
   * Why code cannot run there, to stand behind “cannot run in the page: ”, as far as it can be told without running it.
   */
  cannotRun(code: string): string | undefined;
  /** Parts of a file with what it includes; runtimes without includes leave it out. */
  withIncludes?(cuts: readonly Cut[], file: string, read: (file: string) => string): Cut[];
  /** What is published. @param codes every text that the content runs there */
  source(codes: readonly string[]): RuntimeSource;
}

export const runtimes: Partial<Record<RuntimeName, Runtime>> = { sql };

/** The runtime for a file by its ending. */
export const runtimeOf = (file: string): RuntimeName | undefined =>
  (Object.keys(runtimes) as RuntimeName[]).find((name) =>
    runtimes[name]!.endings.some((ending) => file.endsWith(ending)),
  );
