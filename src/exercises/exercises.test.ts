/** Every exercise in the runtimes that pages have: its solution passes, and what the reader starts from does not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type Extension } from '@electric-sql/pglite';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCurriculum } from '../curriculum/load.ts';
import { exerciseId, type Exercise } from '../curriculum/exercises/exercise.ts';
import { lessonsOf, type Lesson } from '../curriculum/model/model.ts';
import { javascript } from '../runtimes/javascript/runtime-javascript.ts';
import { runJavaScript } from '../runtimes/javascript/run-javascript.ts';
import { loadPython, type Python } from '../runtimes/python/run-python.ts';
import { python } from '../runtimes/python/runtime-python.ts';
import type { RunError } from '../runtimes/runtime.ts';
import { sql } from '../runtimes/sql/runtime-sql.ts';
import { SqlSessions } from '../runtimes/sql/sql-sessions.ts';
import { judgeSql, judgeTests } from './judge.ts';
import { testsCode } from './tests-code.ts';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));
const all = ['../..', '../built-site/small-roadmap'].flatMap((root) =>
  lessonsOf<Lesson>(loadCurriculum(here(root)).curriculum ?? { phases: [], supplements: [] }).flatMap(
    ({ slug, exercises }) => exercises.map((exercise) => ({ name: exerciseId(slug, exercise), exercise })),
  ),
);

let database: PGlite | undefined;
let sessions: SqlSessions | undefined;
let interpreter: Python | undefined;
let engine: WebAssembly.Module | undefined;
afterAll(() => database?.close());

/** Every extension that the exercises make use of, from the package. */
function extensions(): Record<string, Extension> {
  const files = sql.source(all.flatMap(({ exercise }) => exercise.setup.map(({ text }) => text))).files;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => name.endsWith('.tar.gz'))
      .map(([name, file]) => [
        name.slice(0, -7),
        { name: name.slice(0, -7), setup: async () => ({ bundlePath: new URL(`file://${file}`) }) },
      ]),
  );
}

/** Checks code as the page does. @returns whether it is right, and what is said otherwise */
async function check(exercise: Exercise, code: string): Promise<{ isRight: boolean; said: unknown }> {
  const setup = exercise.setup.map(({ text }) => text);
  if (exercise.runtime === 'sql') {
    database ??= await PGlite.create({ extensions: extensions() });
    sessions ??= new SqlSessions(database);
    await sessions.reset();
    const own = await sessions.run('exercise', code, setup, () => {});
    const { query } = exercise.result!;
    const asked = query && !own.error ? await sessions.run('exercise', query, [], () => {}) : undefined;
    const said = judgeSql(exercise.result!, own, asked);
    return { isRight: said.kind === 'right', said };
  }
  let output = '';
  const write = (text: string) => void (output += text);
  const run = { code, setup, rest: testsCode(exercise.runtime, exercise.tests!), write };
  let error: RunError | undefined;
  if (exercise.runtime === 'python') {
    interpreter ??= await loadPython(`${path.dirname(python.source([]).files['pyodide.asm.wasm']!)}/`);
    error = interpreter.run({ ...run, milliseconds: 10_000 });
  } else {
    engine ??= await WebAssembly.compile(readFileSync(javascript.source([]).files['quickjs.wasm']!));
    error = await runJavaScript(engine, { ...run, milliseconds: 1000 });
  }
  const said = judgeTests(exercise.tests!, { ...(error && { error }) }, output);
  return { isRight: said.isRight, said };
}

describe.each(all)('$name', ({ exercise }) => {
  test('is passed by its solution', async () => {
    const { isRight, said } = await check(exercise, exercise.solution);
    expect(isRight, JSON.stringify(said, null, 2)).toBe(true);
  }, 30_000);

  test('is not passed by what the reader starts from, and what runs before works', async () => {
    const { isRight, said } = await check(exercise, exercise.start);
    expect(isRight, JSON.stringify(said, null, 2)).toBe(false);
    expect(JSON.stringify(said)).not.toContain('"inSetup":true');
  });
});

describe('what tests say', () => {
  const exercise = (runtime: 'python' | 'javascript', tests: Exercise['tests']): Exercise => ({
    ...{ id: 'a', topic: 'a', level: 'beginner', title: 'A', task: 'A', language: runtime, start: '', solution: '' },
    ...{ setup: [], hints: [], explanation: '', runtime, tests: tests! },
  });
  const outcomes = async (...given: Parameters<typeof check>) =>
    ((await check(...given)).said as ReturnType<typeof judgeTests>).outcomes;

  test('is what the call gave or the error that it ended with, in Python', async () => {
    const one = exercise('python', [
      { call: 'f(1)', is: '[1]' },
      { call: 'f(2)', is: '[1]' },
      { call: 'f("x")', is: '1' },
      { call: 'f("x")', raises: 'LookupError' },
      { call: 'f(1)', raises: 'ValueError' },
    ]);
    const code = `print = len = None\ndef f(n):\n    if n == "x": raise KeyError("x")\n    return [n]`;
    expect(await outcomes(one, code)).toEqual([
      { isRight: true, got: '[1]' },
      { isRight: false, got: '[2]' },
      { isRight: false, error: "KeyError: 'x'" },
      { isRight: true, error: "KeyError: 'x'" },
      { isRight: false, got: '[1]' },
    ]);
  });

  test('is what the call gave or the error that it ended with, in JavaScript', async () => {
    const one = exercise('javascript', [
      { call: 'f(1)', is: '({ n: 1, list: [1, new Map([[1, 2]])] })' },
      { call: 'f(2)', is: '({ n: 1 })' },
      { call: 'f(0)', raises: 'Refused' },
      { call: 'f(0)', is: '0' },
      { call: 'same', is: '1' },
    ]);
    const code = `class Refused extends Error {}\nconst same = 1, tests = 2;\nconst f = async (n: number) => { if (n === 0) throw new Refused('zero'); return { list: [n, new Map([[1, 2]])], n }; };`;
    expect(await outcomes(one, code)).toEqual([
      { isRight: true, got: '{ list: [ 1, Map(1) { 1 => 2 } ], n: 1 }' },
      { isRight: false, got: '{ list: [ 2, Map(1) { 1 => 2 } ], n: 2 }' },
      { isRight: true, error: 'Error: zero' },
      { isRight: false, error: 'Error: zero' },
      { isRight: true, got: '1' },
    ]);
  });

  test('is kept of those before an endless loop', async () => {
    const one = exercise('javascript', [
      { call: 'f(1)', is: '1' },
      { call: 'f(0)', is: '0' },
    ]);
    const { isRight, said } = await check(one, 'function f(n) { while (n === 0); return n; }');
    expect(isRight).toBe(false);
    expect(said).toMatchObject({ error: { limit: 'time' }, outcomes: [{ isRight: true }] });
  });
});
