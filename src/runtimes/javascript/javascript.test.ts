import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { javascript } from './runtime-javascript.ts';
import { runJavaScript } from './run-javascript.ts';

let wasm: WebAssembly.Module;
beforeAll(async () => {
  wasm = await WebAssembly.compile(readFileSync(javascript.source([]).files['quickjs.wasm']!));
});

async function run(code: string, options: { setup?: string[]; rest?: string; milliseconds?: number } = {}) {
  let output = '';
  const error = await runJavaScript(wasm, {
    ...{ setup: [], rest: '', milliseconds: 1000, ...options },
    code,
    write: (text) => void (output += text),
  });
  return { output, error };
}

test('prints in the order of Node: code, promises, timers', async () => {
  const { output, error } = await run(`
    setTimeout(() => console.log('timer'), 0);
    Promise.resolve().then(() => console.log('promise'));
    console.log('code');
    await null;
    console.log('after await');`);
  expect(error).toBeUndefined();
  expect(output).toBe('code\npromise\nafter await\ntimer\n');
});

test('types, enums and generics run', async () => {
  const { output, error } = await run(`
    enum State { New = 'NEW', Paid = 'PAID' }
    type Line = { cents: number };
    interface Sum<T> { of(one: T): number }
    class Total implements Sum<Line> { constructor(private readonly factor: number) {} of(one: Line) { return one.cents * this.factor; } }
    const total = new Total(3) satisfies Sum<Line>;
    console.log(total.of({ cents: 5 } as Line), State.Paid);`);
  expect(error).toBeUndefined();
  expect(output).toBe('15 PAID\n');
});

describe('values are printed as Node prints them', () => {
  const values = [
    `[1, 2, 3]`,
    `[]`,
    `{}`,
    `{ a: 1, 'b-c': 'text', d: undefined, e: null, f: 10n, g: -0 }`,
    `{ a: { b: { c: { d: 1 } } }, list: [[1, [2, [3]]]] }`,
    `Array.from({ length: 30 }, (_, i) => i * i)`,
    `Array.from({ length: 120 }, (_, i) => i)`,
    `['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta']`,
    `new Map([['a', 1], ['b', { c: [1, 2] }]])`,
    `new Set([1, 'two', [3]])`,
    `[undefined, , , 4]`,
    `"it's"`,
    `["it's", 'say "x"', 'line\\nbreak']`,
    `[function named() {}, () => {}, class Product {}, class Mug extends Map {}]`,
    `new (class Product { name = 'Mug'; price = 9.5; })()`,
    `[{ sku: 'TEA-01', quantity: 2, unitCents: 490 }, { sku: 'MUG-01', quantity: 1, unitCents: 1250 }]`,
    `{ get total() { return 1; }, [Symbol('tag')]: 1 }`,
    `Object.create(null)`,
    `new Date(0)`,
    `/a+b/gi`,
    `[true, NaN, Infinity]`,
    `new Uint8Array([1, 2, 3])`,
    `Symbol('x')`,
    `{ long: 'x'.repeat(50), other: 'y'.repeat(40) }`,
    `{ one: { two: { three: 3 } }, four: [{ five: { six: 6 } }] }`,
    `[1.5, 22.25, 333.125, 4, 5, 6, 7, 8, 9, 10]`,
    `[[1, 2, 3], [4, 5, 6], [7, 8, 9]]`,
    `Array.from({ length: 9 }, (_, i) => ({ id: i, name: 'product ' + i }))`,
  ];
  test.each(values)('%s', async (value) => {
    const { output, error } = await run(`console.log(${value.startsWith('{') ? `(${value})` : value});`);
    expect(error).toBeUndefined();
    // Node’s own value of what the interpreter was given: this file says what it is.
    const real: unknown = new Function(`return (${value});`)();
    expect(output).toBe(`${typeof real === 'string' ? real : inspect(real)}\n`);
  });
});

describe('limits', () => {
  test('an endless loop ends after its time', async () => {
    const from = performance.now();
    const { output, error } = await run(`console.log('before'); for (;;);`, { milliseconds: 300 });
    expect(error).toMatchObject({ limit: 'time' });
    expect(output).toBe('before\n');
    expect(performance.now() - from).toBeLessThan(3000);
  });

  test('code cannot catch the end of its time', async () => {
    const { output, error } = await run(`for (;;) try { for (;;); } catch { console.log('caught'); }`, {
      milliseconds: 200,
    });
    expect(error).toMatchObject({ limit: 'time' });
    expect(output).toBe('');
  });

  test('promises and timers without end, too', async () => {
    expect(
      (await run(`const again = () => Promise.resolve().then(again); again();`, { milliseconds: 200 })).error,
    ).toMatchObject({
      limit: 'time',
    });
    expect((await run(`setInterval(() => {}, 1);`, { milliseconds: 200 })).error).toMatchObject({ limit: 'time' });
  });

  test('memory has an end, and the next run begins anew', async () => {
    const { error } = await run(`const all = []; for (;;) all.push(new Array(100_000).fill(1));`, {
      milliseconds: 20_000,
    });
    expect(error).toMatchObject({ limit: 'memory' });
    expect((await run(`console.log(1)`)).output).toBe('1\n');
  });

  test('calls within calls have an end', async () => {
    const { error } = await run(`const deep = (n) => 1 + deep(n + 1);\ndeep(0);`);
    expect(error).toMatchObject({ code: 'RangeError', message: 'Maximum call stack size exceeded' });
    expect((await run(`const deep = (n) => (n ? 1 + deep(n - 1) : 0);\nconsole.log(deep(1000));`)).output).toBe(
      '1000\n',
    );
  });
});

describe('errors name their line', () => {
  test('a syntax error', async () => {
    expect((await run(`const a = 1;\nconst b = ;\n`)).error).toMatchObject({ code: 'SyntaxError', line: 2 });
    expect((await run(`const a: number = 1;\nfunction (\n`)).error).toMatchObject({ code: 'SyntaxError', line: 2 });
    expect((await run(`let a = 1;\nlet a = 2;\n`)).error).toMatchObject({ code: 'SyntaxError', line: 2 });
  });

  test('an error while it runs', async () => {
    expect(
      (await run(`type A = { b: number };\nconst a = undefined as unknown as A;\n\nconsole.log(a.b);`)).error,
    ).toMatchObject({
      code: 'TypeError',
      line: 4,
    });
    expect((await run(`await null;\nthrow new RangeError('too far');`)).error).toMatchObject({
      code: 'RangeError',
      message: 'too far',
      line: 2,
    });
    expect((await run(`setTimeout(() => {\n  throw new Error('late');\n}, 1);`)).error).toMatchObject({
      message: 'late',
      line: 2,
    });
    expect((await run(`throw { code: 7 };`)).error).toMatchObject({ message: 'Uncaught { code: 7 }' });
  });

  test('a module that is not there', async () => {
    const { error } = await run(`import { readFileSync } from 'node:fs';\nconsole.log(readFileSync('/etc/passwd'));`);
    expect(error?.message).toContain("no module 'node:fs'");
  });
});

test('nothing of the page or of Node is in reach', async () => {
  const names = [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'self',
    'window',
    'document',
    'localStorage',
    'indexedDB',
    'caches',
  ];
  const { output } = await run(
    `console.log(${[...names, 'postMessage', 'importScripts', 'process', 'require', 'Worker', 'navigator'].map((name) => `typeof ${name}`).join(', ')});`,
  );
  expect(new Set(output.trim().split(' '))).toEqual(new Set(['undefined']));
});

test('what stands above runs silently, what stands below is printed, as parts of one module', async () => {
  const setup = [`const base: number = 2;`, `console.log('not shown');`];
  const rest = `console.log(twice(4));`;
  expect(await run(`const twice = (n: number) => base * n;`, { setup, rest })).toEqual({
    output: '8\n',
    error: undefined,
  });
  expect(
    (await run(`\nconst twice = (n: number) => { throw new Error('no'); };`, { setup, rest })).error,
  ).toMatchObject({
    message: 'no',
    line: 2,
  });
  expect((await run(`let twice = ;`, { setup, rest })).error).toMatchObject({ code: 'SyntaxError', line: 1 });
  expect((await run(`const twice = 1;`, { setup, rest })).error?.line).toBeUndefined();
  expect((await run(`const twice = 1;`, { setup: ['throw new Error("early");'], rest })).error).toMatchObject({
    inSetup: true,
  });
});

test('each run begins anew', async () => {
  await run(`globalThis.own = 1;`);
  expect((await run(`console.log(globalThis.own)`)).output).toBe('undefined\n');
});
