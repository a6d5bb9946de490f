/** What a page and the worker of a runtime say to each other. */

/** Runtimes there are; each has a folder of its name beside this file. */
export const runtimeNames = ['sql', 'python', 'javascript'] as const;
export type RuntimeName = (typeof runtimeNames)[number];

/** From the page. One worker holds all sessions of a page. Runs are answered in the order they come. */
export type ToRuntime =
  /**
   * First message.
   *
   * @property files address of the runtime’s folder, with a slash at the end
   * @property keep name of a cache (Cache API) for what makes the next start faster; it goes when a saved copy is removed
   */
  | { kind: 'start'; files: string; sizes: FileSizes; keep?: string }
  /**
   * @property session name of the session; blocks that build on each other share one, others do not see what it holds.
   *   Left out where runs leave nothing behind: each begins as after `ready`
   * @property setup texts that run before, in order; the page sends those that did not run yet. Nothing of them is shown
   * @property rest text that runs after the code, as what stands below it in its file; what it prints is shown
   * @property milliseconds how long it may run; the runtime ends it where it can, the page ends the worker where not
   */
  | { kind: 'run'; id: number; code: string; session?: string; setup?: string[]; rest?: string; milliseconds?: number }
  /** Back to the state after `ready`: an empty database, a fresh interpreter. Answered by `ready`. */
  | { kind: 'reset' };

/** From the worker. */
export type FromRuntime =
  /** Bytes as they are on the wire, of all files together; may be sent often. */
  | { kind: 'loading'; loaded: number; total: number }
  /** @property milliseconds from `start` or `reset` until it could run */
  | { kind: 'ready'; milliseconds: number }
  /** The runtime itself cannot be had: no network, a damaged file, no memory. The worker is of no further use. */
  | { kind: 'failed'; reason: 'network' | 'memory' | 'other'; message: string }
  /** What runs before the code is through, and the code itself begins: its time is counted from here. */
  | { kind: 'running'; id: number }
  /** A part of what the code prints, as it comes; at most `mostOutput` characters a run. */
  | { kind: 'output'; id: number; text: string }
  | RunResult;

/** The end of a run. */
export interface RunResult {
  kind: 'done';
  id: number;
  milliseconds: number;
  /** Results that are tables, in the order of the output. */
  tables?: ResultTable[];
  error?: RunError;
  /** Whether output was left out because there was more than `mostOutput`. */
  isCut?: boolean;
}

/** A result that is a table; the output holds it as text too, from one character to another. */
export interface ResultTable {
  from: number;
  to: number;
  columns: string[];
  /** `null` is SQL’s NULL. */
  rows: (string | null)[][];
  /** How many rows there are; the first few hundred are handed on. */
  count: number;
  /** Columns of numbers, which are set to the end of the line. */
  numbers: number[];
}

/** Why a run ended early. */
export interface RunError {
  message: string;
  /** Five characters of SQLSTATE, or the name of an exception. */
  code?: string;
  /** What the runtime adds to the message, a line each. */
  details?: string[];
  /** Where the output begins to say it too, in characters. */
  from?: number;
  /** It happened in the setup, so the place is not one of the code that was run. */
  inSetup?: boolean;
  /** Place in the code of the run, from 1; in characters. Left out where it happened in `rest`. */
  line?: number;
  column?: number;
  /** Ended by a limit, which the page says in its own words. */
  limit?: 'time' | 'memory';
}

/** Most characters of output a run, so that an endless loop cannot fill the page. */
export const mostOutput = 100_000;

/** Name of a file → bytes as it is published (packed). */
export type FileSizes = Record<string, number>;

/** What `files.ts` of a runtime says to the build. Absolute paths are found by `import.meta.resolve`. */
export interface RuntimeSource {
  name: RuntimeName;
  /** Version of what is copied; part of the folder’s name, so that an update of the site loads nothing again. */
  version: string;
  /** Absolute path of the worker’s entry. */
  worker: string;
  /** Big files: name in the folder → absolute path. Each is packed by gzip. */
  files: Record<string, string>;
  /** Packages of npm that the worker and the files are made of; their licenses are published beside them. */
  packages: readonly string[];
  /** Licenses of what stands in the packages and is not theirs, a line each. */
  notices: readonly string[];
}
