/** Sessions of one database: each is a schema of its own, with a psql of its own. */
import type { PGlite } from '@electric-sql/pglite';
import { mostOutput, type ResultTable, type RunError } from '../runtime.ts';
import { Psql, type SqlError } from './psql.ts';

/** What a text has printed. */
export interface SqlRun {
  output: string;
  milliseconds: number;
  tables: ResultTable[];
  error?: RunError;
  isCut: boolean;
}

export class SqlSessions {
  readonly #database: PGlite;
  readonly #sessions = new Map<string, Psql>();
  /** The session whose schema is in use. */
  #current: string | undefined;

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** Sets what samples rely on, whatever the clock of the device says. */
  async prepare(): Promise<void> {
    await this.#database.exec("SET TIME ZONE 'UTC'");
  }

  /** Brings the database back to where nothing ran. */
  async reset(): Promise<void> {
    this.#sessions.clear();
    this.#current = undefined;
    await this.#database.exec('ROLLBACK');
    const { rows } = await this.#database.query<{ drop: string }>(`
    SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) AS drop FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
    UNION ALL SELECT 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public'
    UNION ALL SELECT format('DROP OWNED BY %1$I; DROP ROLE %1$I', rolname) FROM pg_roles WHERE oid >= 16384`);
    for (const sql of ['RESET ROLE', 'DISCARD ALL', ...rows.map(({ drop }) => drop)]) await this.#database.exec(sql);
    await this.prepare();
  }

  /**
   * Runs a text in a session.
   *
   * @param setup texts that run before it, of which nothing is shown
   * @param begin called when they are through
   */
  async run(session: string, code: string, setup: readonly string[], begin: () => void): Promise<SqlRun> {
    const psql = await this.#enter(session);
    for (const text of setup) {
      const { error } = await psql.run(text, '');
      const none = { output: '', milliseconds: 0, tables: [], isCut: false };
      if (error) return { ...none, error: { ...shown(error, text), inSetup: true } };
    }
    begin();
    const began = performance.now();
    const { error, ...ran } = await psql.run(code, '');
    return { ...ran, milliseconds: performance.now() - began, ...(error && { error: shown(error, code) }) };
  }

  /** Goes to the schema of a session; a transaction that another one left open ends. */
  async #enter(session: string): Promise<Psql> {
    const known = this.#sessions.get(session);
    if (known && this.#current === session) return known;
    const schema = `session_${known ? [...this.#sessions.keys()].indexOf(session) : this.#sessions.size}`;
    await this.#database.exec('ROLLBACK');
    await this.#database.exec(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path TO ${schema}, public`);
    this.#current = session;
    const psql =
      known ??
      new Psql(
        this.#database,
        (file) => {
          throw new Error(`\\ir ${file}`);
        },
        mostOutput,
      );
    this.#sessions.set(session, psql);
    return psql;
  }
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
