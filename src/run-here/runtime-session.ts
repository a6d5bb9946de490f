/** In the browser: the runtimes of a page, each in a worker of its own that is started when something runs. */
import type { FromRuntime, RuntimeName, RunResult, ToRuntime } from '../runtimes/runtime.ts';
import type { RunBlock, RunsFile } from '../curriculum/runs/runs.ts';

/** How far a runtime is: bytes while it loads, nothing more to count while it starts. */
export type Progress = { loaded: number; total: number } | 'starting' | 'preparing' | 'running';

/** Why there is no result. */
export class RunFault extends Error {
  readonly reason: 'network' | 'memory' | 'other' | 'stopped';
  constructor(reason: RunFault['reason'], message = '') {
    super(message);
    this.reason = reason;
  }
}

export interface Ran {
  result: RunResult;
  output: string;
  /** Whether other code, or this block itself, ran in its session before. */
  wasUsed: boolean;
}

/** How long code may run, in milliseconds; a runtime that can end code by itself does so earlier. */
const longest: Record<RuntimeName, number> = { sql: 20_000, python: 10_000, javascript: 1_000 };
/** How long a runtime that ends code by itself may take to say so. */
const grace = 1000;

const sessions = new Map<string, RuntimeSession>();

/**
 * The runtime of a page.
 *
 * @param base address of the first page of the base language, with a slash at the end
 * @param use what it is for, where it must not meet what other code of the page leaves behind
 */
export function runtimeSession(
  name: RuntimeName,
  { runtimes }: Pick<RunsFile, 'runtimes'>,
  base: string,
  use = '',
): RuntimeSession {
  const known = sessions.get(name + use) ?? new RuntimeSession(name, runtimes[name]!, base);
  sessions.set(name + use, known);
  return known;
}

export class RuntimeSession {
  readonly name: RuntimeName;
  readonly folder: NonNullable<RunsFile['runtimes'][RuntimeName]>;
  #base: string;
  #worker?: Worker;
  #ready?: Promise<void>;
  /** What ran, by session: ids of texts, and of blocks that were changed. */
  #ran = new Map<string, Set<string>>();
  #count = 0;
  /** Runs wait for each other. */
  #last: Promise<unknown> = Promise.resolve();
  #listeners = new Set<(progress: Progress) => void>();
  #end?: (fault: RunFault) => void;

  constructor(name: RuntimeName, folder: RuntimeSession['folder'], base: string) {
    this.name = name;
    this.folder = folder;
    this.#base = base;
  }

  /** Whether it is there and waits for code. */
  isStarted = false;

  /**
   * Runs a block with what it needs before it.
   *
   * @param code text of the block, as it is or as the reader changed it
   * @throws RunFault
   */
  run(
    block: Omit<RunBlock, 'runtime' | 'recorded'>,
    code: string,
    texts: Record<string, string>,
    progress: (progress: Progress) => void,
  ): Promise<Ran> {
    return this.#inTurn(progress, async () => {
      await this.#start();
      // What leaves nothing behind is run with all that it needs, each time.
      const ran = (block.session !== undefined && this.#ran.get(block.session)) || new Set<string>();
      if (block.session !== undefined) this.#ran.set(block.session, ran);
      const setup = block.setup.filter((id) => !ran.has(id));
      if (setup.length > 0) this.#tell('preparing');
      const expected = new Set([...block.setup, ...block.own]);
      const wasUsed = block.own.some((id) => ran.has(id)) || [...ran].some((id) => !expected.has(id));
      const id = (this.#count += 1);
      let output = '';
      const milliseconds = longest[this.name];
      const result = await this.#ask<RunResult>(
        {
          kind: 'run',
          id,
          code,
          milliseconds,
          ...(block.session !== undefined && { session: block.session }),
          ...(setup.length > 0 && { setup: setup.map((one) => texts[one]!) }),
          ...(block.rest && { rest: block.rest.map((one) => texts[one]!).join('\n') }),
        },
        (message, done) => {
          if (!('id' in message) || message.id !== id) return;
          if (message.kind === 'output') output += message.text;
          if (message.kind === 'running') {
            this.#tell('running');
            this.#limit(milliseconds + grace, () => {
              done({ kind: 'done', id, milliseconds, error: { message: '', limit: 'time' } });
              this.end();
            });
          }
          if (message.kind === 'done') done(message);
        },
      );
      if (!result.error?.inSetup) for (const one of setup) ran.add(one);
      for (const one of block.own) ran.add(one);
      if (code !== block.code) ran.add(`changed ${block.own.join(' ')}`);
      return { result, output, wasUsed };
    });
  }

  /** Brings the runtime back to where nothing ran. */
  reset(progress: (progress: Progress) => void): Promise<void> {
    return this.#inTurn(progress, async () => {
      this.#ran.clear();
      if (!this.#worker) return;
      await this.#ask<void>({ kind: 'reset' }, (message, done) => message.kind === 'ready' && done());
    });
  }

  /** Ends whatever runs; the next run starts anew. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
    this.isStarted = false;
    this.#ran.clear();
    this.#end?.(new RunFault('stopped'));
  }

  async #inTurn<Result>(progress: (progress: Progress) => void, act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(async () => {
      this.#listeners.add(progress);
      try {
        return await act();
      } finally {
        this.#listeners.delete(progress);
        this.#limit();
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #tell(progress: Progress): void {
    for (const listener of this.#listeners) listener(progress);
  }

  #timer?: ReturnType<typeof setTimeout>;
  #limit(milliseconds = 0, act?: () => void): void {
    clearTimeout(this.#timer);
    if (act) this.#timer = setTimeout(act, milliseconds);
  }

  #start(): Promise<void> {
    return (this.#ready ??= this.#load());
  }

  async #load(): Promise<void> {
    const { folder, worker, sizes } = this.folder;
    const files = new URL(this.#base + folder, location.href).href;
    this.#worker = new Worker(files + worker, { type: 'module', name: this.name });
    // It goes with the saved copy of the site (src/offline/kept-files.ts).
    const keep = `roadmap ${this.#base} start ${this.name}`;
    try {
      await this.#ask<void>({ kind: 'start', files, sizes, keep }, (message, done) => {
        if (message.kind === 'loading') this.#tell(message.loaded < message.total ? message : 'starting');
        if (message.kind === 'ready') done();
      });
    } catch (error) {
      this.end();
      throw error;
    }
    this.isStarted = true;
  }

  /** Sends a message and waits until the answer is whole. */
  #ask<Answer>(
    message: ToRuntime,
    hear: (message: FromRuntime, done: (answer: Answer) => void) => void,
  ): Promise<Answer> {
    const worker = this.#worker!;
    return new Promise<Answer>((resolve, reject) => {
      const finish = (act: () => void) => {
        worker.removeEventListener('message', listen);
        worker.removeEventListener('error', fail);
        this.#end = undefined;
        act();
      };
      const listen = ({ data }: MessageEvent<FromRuntime>) => {
        if (data.kind === 'failed')
          finish(() => {
            this.end();
            reject(new RunFault(data.reason, data.message));
          });
        else hear(data, (answer) => finish(() => resolve(answer)));
      };
      const fail = (event: ErrorEvent) =>
        finish(() => {
          this.end();
          // A script that is not there says nothing of itself.
          reject(new RunFault(event.message ? 'other' : 'network', event.message));
        });
      this.#end = (fault) => finish(() => reject(fault));
      worker.addEventListener('message', listen);
      worker.addEventListener('error', fail);
      worker.postMessage(message);
    });
  }
}
