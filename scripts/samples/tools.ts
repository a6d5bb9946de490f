/** Finds programs and their versions, and says how to get those that are missing. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ToolMissing } from './check.ts';

/** Debian packages of programs that are named otherwise. */
const packages: Record<string, string> = {
  psql: 'postgresql-client',
  postgres: 'postgresql',
  'redis-server': 'redis-server',
  'redis-cli': 'redis-tools',
  mvn: 'maven',
  python3: 'python3',
  promtool: 'prometheus',
  nft: 'nftables',
  visudo: 'sudo',
  ssh: 'openssh-client',
  'systemd-analyze': 'systemd',
  javac: 'default-jdk',
  'rabbitmq-server': 'rabbitmq-server',
  named: 'bind9',
  'named-checkzone': 'bind9-utils',
  kubectl: 'kubernetes-client',
  apachectl: 'apache2',
  tc: 'iproute2',
  ss: 'iproute2',
  ps: 'procps',
  busybox: 'busybox-static',
};
/** Programs that Debian does not have: a machine without them skips their samples. */
export const elsewhere: Record<string, string> = {
  terraform: 'see developer.hashicorp.com/terraform/install',
  helm: 'see helm.sh/docs/intro/install',
  gitleaks: 'go install github.com/zricethezav/gitleaks/v8@v8.30.1',
  docker: 'see docs.docker.com/engine/install',
  dockerd: 'see docs.docker.com/engine/install',
  kind: 'see kind.sigs.k8s.io',
};
/** Places of server programs that are often not on the PATH. */
const places = ['/usr/sbin', '/sbin', '/usr/local/sbin'];

/** Absolute path of a program, undefined where the machine has none. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...places];
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

/** @throws ToolMissing that names the package */
export function requireProgram(name: string): string {
  const found = findProgram(name);
  if (found !== undefined) return found;
  const other = elsewhere[name];
  throw new ToolMissing(`\`${name}\` is missing. ${other ?? `Install it: apt-get install ${aptPackage(name)}`}`);
}

export const aptPackage = (name: string) => packages[name] ?? name;

/** Home of a JDK of at least that version: JAVA_HOME, then the newest under /usr/lib/jvm. */
export function findJdk(version: number): { home: string; version: string } {
  const folder = '/usr/lib/jvm';
  const homes = [
    process.env.JAVA_HOME,
    ...(existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []),
  ];
  for (const home of homes) {
    if (!home || !isProgram(path.join(home, 'bin/javac'))) continue;
    const found = /(\d+)[\d.]*/.exec(printed(path.join(home, 'bin/javac'), ['-version']));
    if (found && Number(found[1]) >= version) return { home, version: found[0] };
  }
  throw new ToolMissing(
    `A JDK ${version} or newer is missing. Install openjdk-${version}-jdk where your distribution has it, or one from adoptium.net, or name its folder in JAVA_HOME.`,
  );
}

const known = new Map<string, string>();

/** `versionOf('PostgreSQL', 'psql')` → `PostgreSQL 15.14`; the name alone when the program does not tell. */
export function versionOf(label: string, program: string, ...ways: readonly (readonly string[])[]): string {
  const asked = ways.length > 0 ? ways : [['--version'], ['-v']];
  const key = [program, ...asked.flat()].join(' ');
  if (!known.has(key)) {
    const told = asked.values().map((words) => /\d+\.\d+(?:\.\d+)?/.exec(printed(program, words))?.[0]);
    known.set(key, told.find((version) => version !== undefined) ?? '');
  }
  return `${label} ${known.get(key)}`.trim();
}

/** What a program prints on both streams; nothing where it fails, since then it tells of the failure. */
function printed(program: string, words: readonly string[]): string {
  try {
    return execFileSync('sh', ['-c', '"$0" "$@" 2>&1', program, ...words], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
