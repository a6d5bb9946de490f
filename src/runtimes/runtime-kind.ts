import type { Cut } from './cut.ts';
import type { RuntimeSource } from './runtime.ts';

/** What a runtime says of itself to the build and the check. */
export interface RuntimeKind {
  /** Endings of files that it runs. */
  endings: readonly string[];
  /**
   * Each run begins anew and is a program of its own: what stands above the block in its file, the block, and what stands
   * below it. Otherwise blocks of a file go on from each other.
   */
  beginsAnew?: boolean;
  /**
   * Why code cannot run there, to stand behind “cannot run in the page: ”, as far as it can be told without running it.
   */
  cannotRun(code: string): string | undefined;
  /** Parts of a file with what it includes; runtimes without includes leave it out. */
  withIncludes?(cuts: readonly Cut[], file: string, read: (file: string) => string): Cut[];
  /** What is published. @param codes every text that the content runs there */
  source(codes: readonly string[]): RuntimeSource;
}
