/**
 * Runs JavaScript or TypeScript in QuickJS. The code reaches what the language has, `console` and timers: nothing of the
 * page, no network, no storage, no files, because the interpreter has none of it.
 */
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core';
import releaseSync from '@jitl/quickjs-wasmfile-release-sync';
import type { RunError } from '../runtime.ts';
import prelude from './prelude.js?raw';
import { withoutTypes } from './without-types.ts';

/** Most memory that code may take, in bytes, and most of it for calls within calls. */
const mostMemory = 64 * 1024 * 1024;
const mostStack = 256 * 1024;

export interface JavaScriptRun {
  code: string;
  /** Texts that run before, as parts of the same module; what they print is not shown. */
  setup: readonly string[];
  /** Text that runs after, as a part of the same module. */
  rest: string;
  /** How long all of it may run, waits for timers included. */
  milliseconds: number;
  write(text: string): void;
}

/**
 * Runs code until nothing waits any more.
 *
 * The interpreter is made for this run, with its memory, and left to the browser afterwards: an end by a limit leaves
 * it in a state that nothing should go on from.
 *
 * @param wasm the compiled file `quickjs.wasm`
 * @returns why it ended early
 */
export async function runJavaScript(
  wasm: WebAssembly.Module,
  { code, setup, rest, milliseconds, write }: JavaScriptRun,
): Promise<RunError | undefined> {
  const end = performance.now() + milliseconds;
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(releaseSync, { wasmModule: wasm }));
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(mostMemory);
  runtime.setMaxStackSize(mostStack);
  runtime.setInterruptHandler(() => performance.now() > end);
  runtime.setModuleLoader(
    (name) => ({
      error: new Error(`There is no module '${name}' here: only the language itself runs in the page.`),
    }),
    (_from, name) => name,
  );
  const context = runtime.newContext();
  const before = setup.length > 0 ? [...setup, `globalThis[Symbol.for('begin')]();`].join('\n').split('\n') : [];
  let isSetup = before.length > 0;
  const timers = new Timers();
  const host = hostFunctions(context, timers, {
    write: (text) => void (isSetup || write(text)),
    begin: () => void (isSetup = false),
  });
  const tools = context.unwrapResult(context.evalCode(prelude, 'prelude.js'));
  const said = new Said(context, context.unwrapResult(context.callFunction(tools, context.undefined, host)));
  try {
    const error = await runModule(context, [...before, code, rest].join('\n'), said, timers, end);
    return error && placed(error, before.length, code.split('\n').length);
  } catch (error) {
    // The interpreter counts its own calls; a browser with a small stack may be the first to say so.
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

/** The place in the code of the run, of a place in the whole module. */
function placed({ line = Infinity, column, ...error }: RunError, before: number, lines: number): RunError {
  if (line <= before) return { ...error, inSetup: true };
  return line > before + lines ? error : { ...error, line: line - before, ...(column !== undefined && { column }) };
}

/** What Node.js says of calls within calls without end. */
const tooDeep: RunError = { message: 'Maximum call stack size exceeded', code: 'RangeError' };

/** The file name that the interpreter puts into its messages. */
const file = 'code.ts';

async function runModule(
  context: QuickJSContext,
  text: string,
  said: Said,
  timers: Timers,
  end: number,
): Promise<RunError | undefined> {
  const plain = withoutTypes(text);
  if (typeof plain !== 'string') return plain;
  const jobs = (): RunError | undefined => {
    const done = context.runtime.executePendingJobs();
    return done.error ? said.error(done.error) : undefined;
  };
  const isOver = () => performance.now() > end;
  const started = context.evalCode(plain, file, { type: 'module' });
  if (started.error) return said.error(started.error);
  const whole = started.value;
  for (;;) {
    const error = jobs();
    if (error) return error;
    const state = context.getPromiseState(whole);
    if (state.type === 'rejected') return said.error(state.error);
    if (isOver()) return { message: 'interrupted', limit: 'time' };
    const next = timers.next();
    if (!next) {
      // A module that waits for something that nothing can bring any more is over.
      return undefined;
    }
    const wait = next.at - performance.now();
    if (next.at > end) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())));
      return { message: 'interrupted', limit: 'time' };
    }
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    timers.forget(next.number);
    const fired = said.fire(next.number);
    if (typeof fired === 'object') return fired;
    if (fired !== undefined) timers.again(next.number, fired);
  }
}

/** Waits that code asked for, by their number. */
class Timers {
  #last = 0;
  readonly #waits = new Map<number, number>();

  later(milliseconds: number): number {
    this.#last += 1;
    this.again(this.#last, milliseconds);
    return this.#last;
  }

  again(number: number, milliseconds: number): void {
    this.#waits.set(number, performance.now() + milliseconds);
  }

  forget(number: number): void {
    this.#waits.delete(number);
  }

  /** The wait that is over first; of several, the one that was asked for first. */
  next(): { number: number; at: number } | undefined {
    let first: { number: number; at: number } | undefined;
    for (const [number, at] of this.#waits) if (!first || at < first.at) first = { number, at };
    return first;
  }
}

function hostFunctions(
  context: QuickJSContext,
  timers: Timers,
  { write, begin }: { write(text: string): void; begin(): void },
): QuickJSHandle {
  const host = context.newObject();
  const start = performance.now();
  const give = (name: string, action: (value: QuickJSHandle) => QuickJSHandle | void) =>
    context
      .newFunction(name, (value) => action(value ?? context.undefined))
      .consume((one) => context.setProp(host, name, one));
  give('write', (text) => void write(context.getString(text)));
  give('begin', () => begin());
  give('later', (milliseconds) => context.newNumber(timers.later(context.getNumber(milliseconds))));
  give('forget', (number) => void timers.forget(context.getNumber(number)));
  give('now', () => context.newNumber(performance.now() - start));
  return host;
}

/** Speaks with what the prelude gave back. */
class Said {
  readonly #context: QuickJSContext;
  readonly #given: QuickJSHandle;

  constructor(context: QuickJSContext, given: QuickJSHandle) {
    this.#context = context;
    this.#given = given;
  }

  #call(name: string, value: QuickJSHandle) {
    return this.#context
      .getProp(this.#given, name)
      .consume((action) => this.#context.callFunction(action, this.#context.undefined, value));
  }

  /** @returns milliseconds until the timer comes again, or why its action failed */
  fire(number: number): number | RunError | undefined {
    const fired = this.#call('fire', this.#context.newNumber(number));
    if (fired.error) return this.error(fired.error);
    return this.#context.dump(fired.value) as number | undefined;
  }

  /** An error that code has thrown; what is no error is printed as `console.log` would. */
  error(thrown: QuickJSHandle): RunError {
    const context = this.#context;
    const text = (name: string) => {
      const value = context.getProp(thrown, name);
      return context.typeof(value) === 'string' ? context.getString(value) : '';
    };
    if (context.typeof(thrown) !== 'object' || !text('name')) {
      const printed = this.#call('inspect', thrown);
      return { message: `Uncaught ${printed.error ? '' : context.getString(printed.value)}`.trim() };
    }
    const [code, message, stack] = [text('name'), text('message'), text('stack')];
    if (code === 'InternalError' && message === 'interrupted') return { message, limit: 'time' };
    if (code === 'InternalError' && message === 'out of memory') return { message, limit: 'memory' };
    if (code === 'InternalError' && message === 'stack overflow') return tooDeep;
    const [, line, column] = new RegExp(`${file.replace('.', '\\.')}:(\\d+)(?::(\\d+))?`).exec(stack) ?? [];
    return {
      message: message || code,
      code,
      ...(line && { line: Number(line) }),
      ...(column && { column: Number(column) }),
    };
  }
}
