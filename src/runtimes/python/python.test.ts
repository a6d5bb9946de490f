import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { python as runtime } from './runtime-python.ts';
import { loadPython, type Python } from './run-python.ts';

let python: Python;
beforeAll(async () => {
  python = await loadPython(`${path.dirname(runtime.source([]).files['pyodide.asm.wasm']!)}/`);
});

function run(code: string, options: { setup?: string[]; rest?: string; milliseconds?: number } = {}) {
  let output = '';
  const error = python.run({
    ...{ setup: [], rest: '', milliseconds: 10_000, ...options },
    code,
    write: (text) => void (output += text),
  });
  return { output, error };
}

test('prints what Python prints, on both streams', () => {
  expect(run(`import sys\nprint('a', 1.5, {'x': [None, True]})\nprint('ä', file=sys.stderr)`)).toEqual({
    output: "a 1.5 {'x': [None, True]}\nä\n",
    error: undefined,
  });
});

test('the standard library is there', () => {
  const { output, error } = run(`
import sqlite3, hashlib, ipaddress, tomllib, statistics, unittest, zoneinfo
db = sqlite3.connect(':memory:')
print(db.execute('select 1 + 1').fetchone(), hashlib.sha256(b'a').hexdigest()[:8])`);
  expect(error).toBeUndefined();
  expect(output).toBe('(2,) ca978112\n');
});

test('what stands above runs silently, what stands below is printed, in one namespace', () => {
  expect(
    run(`def twice(n):\n    return base * n`, {
      setup: [`base = 2`, `print('not shown')`],
      rest: `print(twice(4), __name__)`,
    }),
  ).toEqual({ output: '8 __main__\n', error: undefined });
});

test('each run begins anew', () => {
  run(`kept = 1`);
  expect(run(`print(kept)`).error).toMatchObject({ code: 'NameError', line: 1 });
});

test('asyncio waits as it does elsewhere', () => {
  const { output, error } = run(`
import asyncio, time
async def work(n):
    await asyncio.sleep(0.05)
    return n
async def main():
    async with asyncio.timeout(1), asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in range(3)]
    return [task.result() for task in tasks]
start = time.perf_counter()
print(asyncio.run(main()), time.perf_counter() - start < 0.5)
async def forever():
    await asyncio.get_running_loop().create_future()
try:
    asyncio.run(forever())
except RuntimeError as problem:
    print(problem)
`);
  expect(error).toBeUndefined();
  expect(output).toBe('[0, 1, 2] True\nEvery task waits, and nothing is left that could wake one.\n');
});

describe('limits', () => {
  test('an endless loop ends after its time, and the interpreter goes on', () => {
    const from = performance.now();
    const { output, error } = run(`print('before')\nwhile True:\n    pass`, { milliseconds: 300 });
    expect(error).toMatchObject({ limit: 'time' });
    expect(output).toBe('before\n');
    expect(performance.now() - from).toBeLessThan(5000);
    expect(run(`print(1)`)).toEqual({ output: '1\n', error: undefined });
  });

  test('a run that catches its end is ended at the next sign', () => {
    const { error } = run(
      `import time\nwhile True:\n    try:\n        time.sleep(60)\n    except KeyboardInterrupt:\n        break\nwhile True: pass`,
      {
        milliseconds: 200,
      },
    );
    expect(error).toMatchObject({ limit: 'time' });
  });

  test('memory has an end, and the interpreter goes on', () => {
    expect(run(`all = []\nwhile True:\n    all.append(bytearray(10_000_000))`).error).toMatchObject({
      limit: 'memory',
    });
    expect(run(`x = ' ' * 2_000_000_000`).error).toMatchObject({ limit: 'memory' });
    expect(run(`print(len(' ' * 50_000_000))`)).toEqual({ output: '50000000\n', error: undefined });
  });

  test('calls within calls have an end', () => {
    expect(run(`def deep(n):\n    return 1 + deep(n + 1)\ndeep(0)`).error).toMatchObject({
      code: 'RecursionError',
      line: 2,
    });
    expect(run(`print(1)`).output).toBe('1\n');
  });
});

describe('errors name their line', () => {
  test('a syntax error', () => {
    expect(run(`a = 1\nif a\n    print(a)`).error).toMatchObject({
      code: 'SyntaxError',
      line: 2,
      message: "expected ':'",
    });
    expect(run(`def f():\nreturn 1`).error).toMatchObject({ code: 'IndentationError', line: 2 });
  });

  test('an error while it runs, and in what runs around it', () => {
    expect(run(`totals = {}\n\nprint(total)`).error).toMatchObject({
      code: 'NameError',
      message: "name 'total' is not defined. Did you mean: 'totals'?",
      line: 3,
    });
    expect(run(`def f(n):\n    return 1 / n`, { rest: `f(0)` }).error).toMatchObject({
      code: 'ZeroDivisionError',
      line: 2,
    });
    expect(run(`x = 1`, { setup: ['1 / 0'] }).error).toMatchObject({ code: 'ZeroDivisionError', inSetup: true });
    expect(run(`x = 1`, { rest: `assert x == 2, 'x must be 2'` }).error).toEqual({
      code: 'AssertionError',
      message: 'x must be 2',
    });
  });

  test('the end that code asks for is none', () => {
    expect(run(`import sys\nprint(1)\nsys.exit()`)).toEqual({ output: '1\n', error: undefined });
    expect(run(`raise SystemExit('no')`).error).toMatchObject({ code: 'SystemExit', message: 'no' });
  });
});

test('nothing of the browser, of the network or of processes is in reach', () => {
  for (const name of ['js', 'pyodide_js', 'pyodide.http', 'micropip'])
    expect(run(`import ${name}`).error?.code, name).toBe('ModuleNotFoundError');
  expect(run(`import sys\ndel sys.modules['js']\nimport js`).error?.code).toBe('ModuleNotFoundError');
  expect(run(`import socket\nsocket.create_connection(('127.0.0.1', 80), 1)`).error?.message).toBe(
    'There is no network here.',
  );
  expect(run(`import subprocess\nsubprocess.run(['ls'])`).error).toBeDefined();
  expect(run(`import threading\nthreading.Thread(target=print).start()`).error).toMatchObject({ code: 'RuntimeError' });
});
