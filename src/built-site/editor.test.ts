/** What an author’s editor knows of the frontmatter of pages, asked of the language server of the Astro extension. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { contentKinds, fieldsOf } from '../make-it-yours/field-reference.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const collections = path.join(repository, '.astro/collections');
const readJson = (file: string) => JSON.parse(readFileSync(path.join(collections, file), 'utf8')) as unknown;

test('the schema of pages has every field of lessons and projects, with its explanation', () => {
  const schema = readJson('docs.schema.json') as { properties: Record<string, { description?: string }> };
  const kinds = contentKinds.filter(({ name }) => name === 'lesson' || name === 'projects');
  expect(kinds.length).toBe(2);
  for (const kind of kinds)
    for (const { path: field, description } of fieldsOf(kind).filter((one) => !/[.[]/.test(one.path))) {
      expect(Object.keys(schema.properties), field).toContain(field);
      if (field !== 'title' && field !== 'description')
        expect(schema.properties[field]!.description, field).toBe(description);
    }
});

const require = createRequire(createRequire(import.meta.url).resolve('@astrojs/check'));
const running: ChildProcessWithoutNullStreams[] = [];
afterAll(() => running.forEach((server) => server.kill()));

/** Starts the server as an editor does. @returns asks it something, or tells it something when there is no answer */
function startServer() {
  const server = spawn(process.execPath, [require.resolve('@astrojs/language-server/bin/nodeServer.js'), '--stdio'], {
    cwd: repository,
  });
  running.push(server);
  const waiting = new Map<number, (result: unknown) => void>();
  let buffer = Buffer.alloc(0);
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(buffer.toString('latin1'));
      if (!head || buffer.length < head[0].length + Number(head[1])) return;
      const end = head[0].length + Number(head[1]);
      const message = JSON.parse(buffer.subarray(head[0].length, end).toString()) as {
        id?: number;
        method?: string;
        result?: unknown;
      };
      buffer = buffer.subarray(end);
      // What the server asks of an editor may go unanswered in substance.
      if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
      else if (message.id !== undefined) waiting.get(message.id)?.(message.result);
    }
  });
  let next = 0;
  return {
    tell: (method: string, params: object) => send({ method, params }),
    ask: <Result>(method: string, params: object): Promise<Result> => {
      const id = ++next;
      send({ id, method, params });
      return new Promise((resolve) => waiting.set(id, resolve as (result: unknown) => void));
    },
  };
}

test('the frontmatter of an .mdx page is completed and checked', async () => {
  const { entries } = readJson('collections.json') as { entries: Record<string, string> };
  const uri = Object.keys(entries).find((file) => /\/phases\/[^/]+\.mdx$/.test(file))!;
  const rootUri = pathToFileURL(repository).href;
  const { ask, tell } = startServer();
  await ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'roadmap' }],
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: {
      typescript: { tsdk: path.join(repository, 'node_modules/typescript/lib') },
      contentIntellisense: true,
    },
  });
  tell('initialized', {});
  const text = '---\ntitle: A\ndescription: B\nlevel: begginer\nreviewed: 2026-11-20\npre\n---\n\nText.\n';
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'mdx', version: 1, text } });
  const textDocument = { uri };
  const { items } = await ask<{ items: { label: string }[] }>('textDocument/completion', {
    textDocument,
    position: { line: 5, character: 3 },
  });
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['prerequisites', 'topics', 'projects']));
  const values = await ask<{ items: { label: string }[] }>('textDocument/completion', {
    textDocument,
    position: { line: 3, character: 7 },
  });
  expect(values.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['beginner', 'advanced']));
  const faults = await ask<{ items: { message: string; range: { start: { line: number } } }[] }>(
    'textDocument/diagnostic',
    { textDocument },
  );
  expect(faults.items.some(({ message, range }) => range.start.line === 3 && /beginner/.test(message))).toBe(true);
  expect(faults.items.filter(({ range }) => range.start.line === 4)).toEqual([]);
});
