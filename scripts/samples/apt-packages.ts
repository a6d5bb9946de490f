/** Prints the Debian packages whose programs samples need and this machine lacks, one a line, as `apt-get install` takes them. */
import { repository } from '../run-program.ts';
import { discover } from './discover.ts';
import { elsewhere, aptPackage, findProgram } from './tools.ts';

const always = ['mvn', 'psql', 'postgres', 'redis-server', 'python3', 'nginx', 'promtool'];
const { programs: named } = discover(repository);
const programs = [...always, ...named].filter((name) => elsewhere[name] === undefined && !isThere(name));
console.log([...new Set(programs.map(aptPackage))].sort().join('\n'));

/** The server’s own program is not on the PATH in Debian. */
function isThere(name: string): boolean {
  return findProgram(name) !== undefined || (name === 'postgres' && findProgram('pg_ctlcluster') !== undefined);
}
