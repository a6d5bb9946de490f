/** A PostgreSQL server of our own in a scratch folder, one for a run, a new database for each check. */
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { ToolMissing } from './check.ts';
import { run } from './processes.ts';
import { findProgram, requireProgram, versionOf } from './tools.ts';
import type { Workspace } from './workspace.ts';

export interface Database {
  /** PGHOST, PGPORT, PGUSER, PGDATABASE, and a PATH with the server’s programs. */
  environment: Record<string, string>;
  /** Such as `PostgreSQL 15.14`. */
  version: string;
}

const servers = new WeakMap<Workspace, Promise<Record<string, string>>>();
let databases = 0;

/** Makes an empty database. @throws ToolMissing where the machine has no PostgreSQL */
export async function openDatabase(workspace: Workspace): Promise<Database> {
  const psql = requireProgram('psql');
  if (!servers.has(workspace)) servers.set(workspace, startServer(workspace));
  const environment = await servers.get(workspace)!;
  const name = `sample${(databases += 1)}`;
  await run(psql, ['-Xqc', `CREATE DATABASE ${name}`], {
    in: workspace.samples,
    environment: { ...environment, PGDATABASE: 'postgres' },
  });
  return {
    environment: { ...environment, PGDATABASE: name },
    version: versionOf('PostgreSQL', path.join(serverPrograms(), 'postgres')),
  };
}

/** Folder of `initdb` and its like. */
export function serverPrograms(): string {
  const debian = '/usr/lib/postgresql';
  const found = [
    ...(existsSync(debian)
      ? readdirSync(debian)
          .sort((a, b) => Number(b) - Number(a))
          .map((version) => path.join(debian, version, 'bin'))
      : []),
    ...[findProgram('initdb')].flatMap((program) => (program ? [path.dirname(program)] : [])),
  ].find((folder) => existsSync(path.join(folder, 'initdb')));
  if (found === undefined)
    throw new ToolMissing('A PostgreSQL server is missing. Install it: apt-get install postgresql');
  return found;
}

async function startServer(workspace: Workspace): Promise<Record<string, string>> {
  const programs = serverPrograms();
  const folder = workspace.scratch();
  const data = path.join(folder, 'data');
  const port = await freePort();
  // PostgreSQL refuses to run as root.
  const asOwner = (command: string) =>
    process.getuid?.() === 0
      ? run('su', ['postgres', '-s', '/bin/sh', '-c', command], { in: '/' })
      : run('sh', ['-c', command], { in: '/' });
  if (process.getuid?.() === 0) {
    const owner = Number((await run('id', ['-u', 'postgres'], { in: '/' })).trim());
    chownSync(folder, owner, -1);
    await run('chmod', ['755', path.dirname(folder)], { in: '/' });
  }
  await asOwner(`'${programs}/initdb' -D '${data}' -U shop -A trust -E UTF8 --locale=C.UTF-8 >/dev/null`);
  const settings = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c shared_preload_libraries=pg_stat_statements`;
  await asOwner(`'${programs}/pg_ctl' -D '${data}' -o "${settings}" -w -l '${folder}/server.log' start >/dev/null`);
  workspace.atEnd(async () => void (await asOwner(`'${programs}/pg_ctl' -D '${data}' -m immediate stop >/dev/null`)));
  return {
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: 'shop',
    PATH: `${programs}${path.delimiter}${process.env.PATH}`,
  };
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
