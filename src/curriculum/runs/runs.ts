/** `/samples/<slug>.runs.json`: what a page needs to run the blocks of a sample folder. */
import type { Comparison } from './run-file.ts';
import type { FileSizes, RuntimeName } from '../../runtimes/runtime.ts';

export interface RunsFile {
  /** What runs before blocks, by id. A page sends each text once in a session. */
  texts: Record<string, string>;
  /** By what fences name: `shop/joins.sql#left`. */
  blocks: Record<string, RunBlock>;
  /** Those that its blocks need. */
  runtimes: Partial<Record<RuntimeName, RuntimeFolder>>;
}

export interface RunBlock {
  runtime: RuntimeName;
  code: string;
  /** Blocks of one session see what the others did; left out where each run begins anew. */
  session?: string;
  /** Ids of texts, in order. */
  setup: string[];
  /** Ids of texts that the block is itself: once it ran, they need not run for another block. */
  own: string[];
  /** Ids of texts that run after, as parts of the same program: what they print is shown. */
  rest?: string[];
  /** What it printed when the sample was tested, and how far a run must equal it. */
  recorded?: { text: string; compare: Comparison };
}

/** Where a runtime is published. */
export interface RuntimeFolder {
  /** From the root of the site, with a slash at the end: `runtimes/sql-1.2.3/` */
  folder: string;
  /** Name of the worker’s script in it. */
  worker: string;
  /** The big files in it. */
  sizes: FileSizes;
  /** Bytes of everything together, as they are sent by any host. */
  bytes: number;
}

/** What readers can run in pages. */
export interface Runs {
  /** By the slug of the sample folder. */
  folders: Map<string, Omit<RunsFile, 'runtimes'>>;
  /** Why a block or output does not run in the page, by what fences name. */
  recorded: Map<string, string>;
  /** Texts that run there and belong to no block: those of exercises. */
  others: { runtime: RuntimeName; text: string }[];
}
