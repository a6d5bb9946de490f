/** The worker that runs SQL: one database, in which each session is a schema of its own. */
import { PGlite, type Extension } from '@electric-sql/pglite';
import { loadRuntimeFiles } from '../runtime-files.ts';
import type { ToRuntime } from '../runtime.ts';
import { servePage, tell } from '../serve-page.ts';
import { keepStart, keptStart } from './kept-start.ts';
import { SqlSessions } from './sql-sessions.ts';

let sessions: SqlSessions | undefined;

servePage(answer);

async function answer(message: ToRuntime): Promise<void> {
  switch (message.kind) {
    case 'start':
      return start(message);
    case 'reset':
      return reset();
    case 'run':
      return run(message);
  }
}

async function start({ files, sizes, keep }: Extract<ToRuntime, { kind: 'start' }>): Promise<void> {
  const began = performance.now();
  // What belongs to another version of the files cannot be started from.
  const version = files.replace(/^.*\/runtimes\//, '');
  // Unpacked while the files are.
  const kept = keep ? keptStart(keep, version) : undefined;
  const content = await loadRuntimeFiles(files, sizes, tell);
  const compile = (name: string) => WebAssembly.compile(content.get(name)!);
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([compile('pglite.wasm'), compile('initdb.wasm')]);
  const fsBundle = new Blob([content.get('pglite.data')!]);
  const extensions = extensionsFrom(content);
  const loadDataDir = await kept;
  const create = (more: object) => PGlite.create({ pgliteWasmModule, initdbWasmModule, fsBundle, extensions, ...more });
  const first = loadDataDir ? await create({ loadDataDir }).catch(() => undefined) : undefined;
  const database = first ?? (await create({}));
  sessions = new SqlSessions(database);
  await sessions.prepare();
  tell({ kind: 'ready', milliseconds: performance.now() - began });
  // Taken before anybody changes it; it is packed and kept while runs go on.
  const folder = keep && !first ? await database.dumpDataDir('none').catch(() => undefined) : undefined;
  if (folder) void keepStart(keep!, version, folder);
}

/** Extensions as PGlite takes them: it asks for the archive of each by an address, which is answered here. */
function extensionsFrom(content: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Record<string, Extension> {
  const archives = new Map(
    [...content]
      .filter(([name]) => name.endsWith('.tar.gz'))
      .map(([name, archive]) => [new URL(name, location.href).href, { name: name.slice(0, -7), archive }]),
  );
  const network = self.fetch.bind(self);
  self.fetch = (input, options) => {
    const known = archives.get(String(input));
    // The header says that nobody has to unpack it any more.
    return known
      ? Promise.resolve(new Response(known.archive, { headers: { 'content-encoding': 'gzip' } }))
      : network(input, options);
  };
  return Object.fromEntries(
    [...archives].map(([href, { name }]) => [name, { name, setup: async () => ({ bundlePath: new URL(href) }) }]),
  );
}

async function reset(): Promise<void> {
  const began = performance.now();
  await sessions!.reset();
  tell({ kind: 'ready', milliseconds: performance.now() - began });
}

async function run({ id, code, session = '', setup = [] }: Extract<ToRuntime, { kind: 'run' }>): Promise<void> {
  const ran = await sessions!.run(session, code, setup, () => tell({ kind: 'running', id }));
  const { output, milliseconds, tables, error, isCut } = ran;
  if (!error?.inSetup) tell({ kind: 'output', id, text: output });
  tell({
    kind: 'done',
    id,
    milliseconds,
    ...(tables.length > 0 && { tables }),
    ...(error && { error }),
    ...(isCut && { isCut }),
  });
}
