/** In a worker: answers the messages of the page, one after the other. */
import { LoadError } from './runtime-files.ts';
import type { FromRuntime, ToRuntime } from './runtime.ts';

/** The worker’s own side, with the part of its type that is needed here. */
const worker = self as unknown as Worker;

export const tell = (message: FromRuntime): void => worker.postMessage(message);

/** @param answer what it throws ends the runtime: the page is told that it is of no more use */
export function servePage(answer: (message: ToRuntime) => Promise<void>): void {
  let last = Promise.resolve();
  worker.addEventListener('message', ({ data }: MessageEvent<ToRuntime>) => {
    last = last.then(() => answer(data)).catch(fail);
  });
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const isMemory = error instanceof RangeError || /out of memory|allocation/i.test(message);
  tell({ kind: 'failed', reason: error instanceof LoadError ? 'network' : isMemory ? 'memory' : 'other', message });
}
