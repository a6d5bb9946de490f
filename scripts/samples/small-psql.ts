/** Which SQL samples PGlite can run, and how they are run there. */
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Psql } from '../../src/runtimes/sql/psql.ts';

const commands = /^\\(ir|echo|set)\b/;

/** Whether a script, with what it includes, uses only commands that are known here. */
export function isSmall(file: string, read: (file: string) => string): boolean {
  const text = read(file);
  return text.split('\n').every((line) => {
    const included = /^\\ir (\S+)/.exec(line)?.[1];
    if (included) return isSmall(path.join(path.dirname(file), included), read);
    return line.startsWith('\\')
      ? commands.test(line) && !/VERBOSITY verbose/.test(line)
      : !/\\(g|gset|watch|!)/.test(line);
  });
}

/**
 * Runs a script in a new database.
 *
 * @param before scripts that run first and print nothing
 * @param read reads a file by its path relative to the sample folder
 * @returns what psql would print, and the version of PostgreSQL
 */
export async function runSql(file: string, before: readonly string[], read: (file: string) => string) {
  const database = await PGlite.create({ extensions: { pg_trgm } });
  try {
    const version = (await database.query<{ v: string }>("SELECT split_part(version(), ' ', 2) AS v")).rows[0]!.v;
    const psql = new Psql(database, read);
    for (const one of before) await psql.run(read(one), one);
    const { output, error } = await psql.run(read(file), file);
    return { output, completed: !error, version };
  } finally {
    await database.close();
  }
}
