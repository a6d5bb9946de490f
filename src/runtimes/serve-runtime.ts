/** The worker’s side of what `runtime.ts` describes, for runtimes whose runs leave nothing behind. */
import { collectOutput, type Output } from './output.ts';
import type { FromRuntime, RunError, ToRuntime } from './runtime.ts';
import { servePage, tell } from './serve-page.ts';

type Start = Extract<ToRuntime, { kind: 'start' }>;
type Run = Extract<ToRuntime, { kind: 'run' }>;

export interface ServedRuntime<Engine> {
  /** How long a run may take that says nothing else. */
  milliseconds: number;
  start(message: Start, tell: (message: FromRuntime) => void): Promise<Engine>;
  /** Runs code in an interpreter as it was after `start`. @returns why it ended early */
  run(
    engine: Engine,
    run: Run & Required<Pick<Run, 'setup' | 'rest' | 'milliseconds'>>,
    output: Output,
  ): Promise<RunError | undefined>;
}

/**
 * Answers messages in the order they come.
 *
 * Every run begins anew, so the texts of `setup` run each time, and `reset` has nothing to do.
 */
export function serveRuntime<Engine>({ milliseconds, start, run }: ServedRuntime<Engine>): void {
  let engine: Engine | undefined;
  servePage(async (message) => {
    const began = performance.now();
    const taken = () => performance.now() - began;
    if (message.kind === 'start') engine = await start(message, tell);
    if (message.kind !== 'run') return tell({ kind: 'ready', milliseconds: taken() });
    const { id } = message;
    const output = collectOutput((text) => tell({ kind: 'output', id, text }));
    tell({ kind: 'running', id });
    const error = await run(engine!, { milliseconds, setup: [], rest: '', ...message }, output);
    output.flush();
    tell({
      kind: 'done',
      id,
      milliseconds: taken(),
      ...(error && { error }),
      ...(output.isCut() && { isCut: true }),
    });
  });
}
