/** The workers for Python and JavaScript as they are published, in a browser, under the policy that hosts send. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { typeOf } from '../offline/file-types.ts';
import { javascript } from '../runtimes/javascript/runtime-javascript.ts';
import { python } from '../runtimes/python/runtime-python.ts';
import { runtimePolicy } from '../runtimes/runtime-policy.ts';
import { mostOutput, type FromRuntime, type RunResult } from '../runtimes/runtime.ts';
import { buildRuntimes, type BuiltRuntime } from './build-runtimes.ts';

const policy = runtimePolicy;
const folder = mkdtempSync(path.join(os.tmpdir(), 'workers-'));
let server: Server;
let browser: Browser;
let page: Page;
let built: Partial<Record<string, BuiltRuntime>>;
/** What the browser said, and what was asked of the host. */
const said: string[] = [];
const asked: string[] = [];

declare global {
  interface Window {
    say(name: string, message: unknown): Promise<FromRuntime[]>;
    end(name: string): void;
  }
}

const script = `
  const workers = new Map();
  window.say = (name, message) => new Promise((resolve, reject) => {
    const worker = workers.get(name) ?? new Worker('/runtimes/' + name, { type: 'module' });
    workers.set(name, worker);
    const heard = [];
    worker.onmessage = ({ data }) => {
      heard.push(data);
      if (['ready', 'failed', 'done'].includes(data.kind)) resolve(heard);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'no worker'));
    worker.postMessage(message);
  });
  window.end = (name) => { workers.get(name).terminate(); workers.delete(name); };`;

beforeAll(async () => {
  built = await buildRuntimes([javascript.source([]), python.source([])], folder);
  const files = new Map<string, string>(
    Object.values(built).flatMap((one) =>
      Object.entries(one!.on).map(([name, on]) => [`/${one!.folder}${name}`, on] as const),
    ),
  );
  server = createServer((request, response) => {
    asked.push(request.url!);
    const file = files.get(request.url!);
    response.setHeader('content-security-policy', policy);
    const inline =
      request.url === '/page.js' ? script : request.url === '/' ? '<script src="/page.js"></script>' : undefined;
    if (inline === undefined && !file) return response.writeHead(404).end();
    response.setHeader(
      'content-type',
      inline === undefined ? typeOf(request.url!) : request.url === '/' ? 'text/html' : 'text/javascript',
    );
    return response.end(inline ?? readFileSync(file!));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('console', (message) => void said.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  for (const name of ['javascript', 'python'] as const) {
    const { folder: files, sizes } = built[name]!;
    const heard = await say(name, { kind: 'start', files: `${new URL(page.url()).origin}/${files}`, sizes });
    expect(heard.at(-1), name).toMatchObject({ kind: 'ready' });
  }
}, 180_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Name = 'javascript' | 'python';
const workerOf = (name: Name) => `${built[name]!.folder.slice('runtimes/'.length)}${built[name]!.worker}`;
const say = (name: Name, message: unknown) =>
  page.evaluate(([worker, given]) => window.say(worker as string, given), [workerOf(name), message] as const);

let count = 0;
async function run(name: Name, code: string, milliseconds?: number) {
  const heard = await say(name, { kind: 'run', id: (count += 1), code, ...(milliseconds && { milliseconds }) });
  const output = heard.map((one) => (one.kind === 'output' ? one.text : '')).join('');
  return { output, ...(heard.at(-1) as RunResult) };
}

describe.each([
  {
    name: 'javascript' as const,
    print: `console.log('a'.repeat(3));`,
    loop: `for (;;);`,
    much: `for (let i = 0; i < 100; i += 1) console.log('x'.repeat(100_000));`,
    memory: `const all = []; for (;;) all.push('x'.repeat(1_000_000) + all.length);`,
    broken: `const a = 1;\nconst b = ;`,
    reach: `console.log(['fetch', 'WebSocket', 'indexedDB', 'caches', 'self', 'document', 'localStorage'].filter((name) => name in globalThis).length);`,
  },
  {
    name: 'python' as const,
    print: `print('a' * 3)`,
    loop: `while True: pass`,
    much: `for i in range(100):\n    print('x' * 100_000)`,
    memory: `all = []\nwhile True:\n    all.append(bytearray(10_000_000))`,
    broken: `a = 1\nb =`,
    reach: `
import importlib, sys
found = 0
for name in ('js', 'pyodide_js', 'pyodide.http'):
    try:
        importlib.import_module(name)
        found += 1
    except ImportError:
        pass
print(found)`,
  },
])('$name', ({ name, print, loop, much, memory, broken, reach }) => {
  test('prints', async () => {
    expect(await run(name, print)).toMatchObject({ output: 'aaa\n', kind: 'done' });
  });

  test('an endless loop ends after its time, and the next run works', async () => {
    const { error, milliseconds } = await run(name, loop, 1000);
    expect(error).toMatchObject({ limit: 'time' });
    expect(milliseconds).toBeGreaterThanOrEqual(990);
    expect(milliseconds).toBeLessThan(5000);
    expect(await run(name, print)).toMatchObject({ output: 'aaa\n' });
  });

  test('10 MB of output are cut', async () => {
    const { output, isCut, error } = await run(name, much, 20_000);
    expect(error).toBeUndefined();
    expect(isCut).toBe(true);
    expect(output.length).toBe(mostOutput);
  });

  test('memory has an end, and the next run works', async () => {
    expect((await run(name, memory, 30_000)).error).toMatchObject({ limit: 'memory' });
    expect(await run(name, print)).toMatchObject({ output: 'aaa\n' });
  });

  test('a syntax error names its line', async () => {
    expect((await run(name, broken)).error).toMatchObject({ code: 'SyntaxError', line: 2 });
  });

  test('nothing of the browser is in reach', async () => {
    expect(await run(name, reach)).toMatchObject({ output: '0\n' });
  });
});

test('what cannot be ended from within is ended with its worker, and starts anew', async () => {
  const endless = say('python', { kind: 'run', id: 0, code: 'sum(range(10**12))', milliseconds: 200 }).catch(
    () => 'ended',
  );
  await page.waitForTimeout(1000);
  await page.evaluate((name) => window.end(name), workerOf('python'));
  void endless;
  const { folder: files, sizes } = built.python!;
  await say('python', { kind: 'start', files: `${new URL(page.url()).origin}/${files}`, sizes });
  expect(await run('python', `print(1)`)).toMatchObject({ output: '1\n' });
});

test('the licenses of what is published stand beside it', () => {
  const textOf = (name: Name) => readFileSync(built[name]!.on['LICENSE.txt']!, 'utf8');
  expect(textOf('javascript')).toMatch(/quickjs-emscripten-core [\d.]+: MIT[^]*sucrase [\d.]+: MIT/);
  expect(textOf('javascript')).toContain('The above copyright notice and this permission notice');
  expect(textOf('python')).toMatch(/^pyodide [\d.]+: MPL-2\.0, .*github\.com\/pyodide/);
});

test('files come from below /runtimes/ alone, and no policy was broken', () => {
  expect(
    asked.filter(
      (address) => !/^\/(?:runtimes\/(?:python|javascript)-[\w.]+\/[\w.]+|page\.js|favicon\.ico)?$/.test(address),
    ),
  ).toEqual([]);
  expect(said.filter((text) => /policy|refused|violat/i.test(text))).toEqual([]);
});
