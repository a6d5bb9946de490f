/** Runs Python in Pyodide. */
import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { info } from 'pyodide/pyodide-lock.json';
import type { RunError } from '../runtime.ts';
import prepare from './prepare.py?raw';

/** Most memory of the interpreter, in bytes, the 30 MB included that it takes itself. */
const mostMemory = 256 * 1024 * 1024;
/** How often code is told that its time is over, in milliseconds: the first time it may catch that. */
const again = 200;

export interface Python {
  /** @returns why the run ended early */
  run(run: PythonRun): RunError | undefined;
}

export interface PythonRun {
  code: string;
  /** Texts that run before, in the same namespace; what they print is not shown. */
  setup: readonly string[];
  /** Text that runs after, in the same namespace. */
  rest: string;
  milliseconds: number;
  write(text: string): void;
}

/** @param indexURL folder of Pyodide’s own files, with a slash at the end; in a worker they are in memory, and it is any address */
export async function loadPython(indexURL: string): Promise<Python> {
  limitMemory();
  const pyodide = await loadPyodide({
    indexURL,
    createPyodideModule,
    // Nothing of the browser is given to Python (`import js`), and no packages are there to be installed.
    jsglobals: {},
    packageBaseUrl: indexURL,
    lockFileContents: { info, packages: {} } as never,
  });
  return prepared(pyodide);
}

function prepared(pyodide: PyodideAPI): Python {
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  let isQuiet = false;
  let write: ((text: string) => void) | undefined;
  const stream = (name: keyof typeof decoders) => ({
    write: (bytes: Uint8Array) => {
      // The memory of the interpreter may be shared, which decoders refuse.
      const text = decoders[name].decode(bytes.slice(), { stream: true });
      if (!isQuiet && text !== '') write?.(text);
      return bytes.length;
    },
  });
  pyodide.setStdout(stream('stdout'));
  pyodide.setStderr(stream('stderr'));
  pyodide.setStdin({ stdin: () => undefined } as never);
  const names = pyodide.globals;
  names.set('quiet', (quiet: boolean) => void (isQuiet = quiet));
  names.set('is_quiet', () => isQuiet);
  pyodide.runPython(prepare, { globals: names, filename: 'prepare.py' });
  const runTold = names.get('run_told') as (texts: unknown, reader: number) => PythonDict;

  return {
    run({ code, setup, rest, milliseconds, ...run }) {
      let end = performance.now() + milliseconds;
      let isOver = false;
      // The interpreter looks at this place of a buffer, many times a second, for the number of a signal. It is meant to
      // be memory shared with another thread, which pages have only on hosts that isolate them; a clock will do.
      pyodide.setInterruptBuffer({
        get 0() {
          if (performance.now() < end) return 0;
          end = performance.now() + again;
          isOver = true;
          return sigint;
        },
        set 0(_signal: number) {
          // Pyodide takes the signal back.
        },
      } as never);
      write = run.write;
      const texts = pyodide.toPy([...setup, code, ...(rest === '' ? [] : [rest])]) as PythonDict;
      try {
        const told = runTold(texts, setup.length);
        const error = told.toJs({ dict_converter: Object.fromEntries }) as Partial<RunError>;
        told.destroy();
        if (isOver && error.code === 'KeyboardInterrupt') return { message: '', limit: 'time' };
        return error.message === undefined ? undefined : (error as RunError);
      } finally {
        texts.destroy();
        write = undefined;
        pyodide.setInterruptBuffer(undefined as never);
      }
    },
  };
}

/** What Ctrl+C sends. */
const sigint = 2;

interface PythonDict {
  toJs(options: { dict_converter: typeof Object.fromEntries }): unknown;
  destroy(): void;
}

/** Refuses memory beyond the limit, which Python answers with `MemoryError`. */
function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65_536 > mostMemory) throw new RangeError('The limit of memory is reached.');
    return grow.call(this, pages);
  };
}
