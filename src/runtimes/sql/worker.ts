/** The worker that runs SQL: one database, in which each session is a schema of its own. */
import { PGlite, type Extension } from '@electric-sql/pglite';
import { loadRuntimeFiles } from '../runtime-files.ts';
import { mostOutput, type RunError, type ToRuntime } from '../runtime.ts';
import { servePage, tell } from '../serve-page.ts';
import { keepStart, keptStart } from './kept-start.ts';
import { Psql, type SqlError } from './psql.ts';

let database: PGlite | undefined;
const sessions = new Map<string, Psql>();
/** The session whose schema is in use. */
let current: string | undefined;

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
  database = first ?? (await create({}));
  await prepare();
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

/** What samples rely on, whatever the clock of the device says. */
const prepare = () => database!.exec("SET TIME ZONE 'UTC'");

async function reset(): Promise<void> {
  const began = performance.now();
  sessions.clear();
  current = undefined;
  const { rows } = await database!.query<{ drop: string }>(`
    SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) AS drop FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
    UNION ALL SELECT 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public'
    UNION ALL SELECT format('DROP OWNED BY %1$I; DROP ROLE %1$I', rolname) FROM pg_roles WHERE oid >= 16384`);
  for (const sql of ['ROLLBACK', 'DISCARD ALL', ...rows.map(({ drop }) => drop)]) await database!.exec(sql);
  await prepare();
  tell({ kind: 'ready', milliseconds: performance.now() - began });
}

async function run({ id, code, session = '', setup = [] }: Extract<ToRuntime, { kind: 'run' }>): Promise<void> {
  const psql = await enter(session);
  for (const text of setup) {
    const { error } = await psql.run(text, '');
    if (!error) continue;
    tell({ kind: 'done', id, milliseconds: 0, error: { ...shown(error, text), inSetup: true } });
    return;
  }
  tell({ kind: 'running', id });
  const began = performance.now();
  const { output, tables, error, isCut } = await psql.run(code, '');
  const milliseconds = performance.now() - began;
  tell({ kind: 'output', id, text: output });
  tell({
    kind: 'done',
    id,
    milliseconds,
    ...(tables.length > 0 && { tables }),
    ...(error && { error: shown(error, code) }),
    ...(isCut && { isCut }),
  });
}

/** Goes to the schema of a session; a transaction that another one left open ends. */
async function enter(session: string): Promise<Psql> {
  const known = sessions.get(session);
  if (known && current === session) return known;
  const schema = `session_${known ? [...sessions.keys()].indexOf(session) : sessions.size}`;
  await database!.exec('ROLLBACK');
  await database!.exec(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path TO ${schema}, public`);
  current = session;
  const psql =
    known ??
    new Psql(
      database!,
      (file) => {
        throw new Error(`\\ir ${file}`);
      },
      mostOutput,
    );
  sessions.set(session, psql);
  return psql;
}

function shown({ message, code, at, from, details }: SqlError, text: string): RunError {
  const before = at === undefined ? undefined : text.slice(0, at).split('\n');
  return {
    message,
    from,
    ...(details.length > 0 && { details }),
    ...(code && { code }),
    ...(before && { line: before.length, column: before.at(-1)!.length + 1 }),
  };
}
