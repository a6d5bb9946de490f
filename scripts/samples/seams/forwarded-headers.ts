/**
 * Every nginx configuration that passes requests on, asked by a client that lies: what it claims about itself in
 * `X-Forwarded-*` and `Forwarded` must not reach the program behind, and the name that was asked for must. The
 * configuration is started as it stands, apart from its addresses.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import path from 'node:path';
import { matching } from '../../../src/curriculum/samples/checks-file.ts';
import { SampleFault, type Check, type SampleFolder } from '../check.ts';
import { freePort } from '../postgres.ts';
import { run } from '../processes.ts';
import { requireProgram, versionOf } from '../tools.ts';
import { all, named, readNginx, type Directive } from './nginx-file.ts';

/** What the client claims. Frameworks build addresses, links and limits from these. */
const claims = {
  'x-forwarded-for': '203.0.113.66',
  'x-forwarded-proto': 'forged',
  'x-forwarded-host': 'forged.invalid',
  'x-forwarded-port': '6666',
  'x-forwarded-prefix': '/forged',
  forwarded: 'for=203.0.113.66;host=forged.invalid;proto=forged',
};

/** @returns a check for each complete nginx configuration of the folder that passes requests on; they cover no file */
export function forwardedHeaders({ slug, files, checks, read }: SampleFolder): Check[] {
  const left = (file: string) =>
    checks.skip.some(({ files: names }) => names.some((name) => matching(name, [file]).length > 0));
  const proxies = (file: string) =>
    file.endsWith('.conf') && /^\s*http\s*\{/m.test(read(file)) && /^[^#]*\b(?:proxy_pass|include)\b/m.test(read(file));
  return files
    .filter((file) => proxies(file) && !left(file))
    .map((file) => ({
      kind: 'forwarded-headers',
      slug,
      name: file,
      files: [],
      async run({ workspace, folder }) {
        const program = requireProgram('nginx');
        const place = workspace.scratch();
        const faults = await askAsLiar(program, path.join(folder, file), place);
        const where = ({ file: at, line }: Door) => `content/samples/${slug}/${path.relative(folder, at)}:${line}`;
        if (faults.length > 0)
          throw new SampleFault(faults.map(({ door, what }) => `${where(door)} ${what}`).join('\n'));
        return [versionOf('nginx', program, ['-v'])];
      },
    }));
}

/** A location that passes requests on. */
interface Door {
  file: string;
  line: number;
  port: number;
  tls: boolean;
  name: string;
  path: string;
}

async function askAsLiar(program: string, file: string, place: string): Promise<{ door: Door; what: string }[]> {
  const directives = readNginx(file);
  let reached: IncomingHttpHeaders | undefined;
  const behind = createServer((question, answer) => {
    reached = question.headers;
    answer.end();
  });
  const address = `127.0.0.1:${await listen(behind)}`;
  const ports = new Map<string, number>();
  for (const { words } of named(directives, 'listen')) ports.set(portOf(words[0]), await freePort());
  await prepare(file, directives, { place, ports, address });
  const errors = path.join(place, 'logs/error.log');
  const doors = doorsOf(directives, ports);
  const stated = (name: string) => named(directives, name).length > 0;
  const globals = [
    ...(stated('daemon') ? [] : ['daemon off;']),
    // The workers of an nginx that root starts are somebody else, who may not enter the place.
    ...(process.getuid?.() === 0 && !stated('user') ? ['user root;'] : []),
  ];
  const words = ['-p', `${place}/`, '-c', path.basename(file), '-e', errors, '-g', globals.join(' ')];
  const child = spawn(program, words, { stdio: 'ignore', cwd: place });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = ended.then(() => {
    throw new SampleFault(`nginx did not start:\n${existsSync(errors) ? readFileSync(errors, 'utf8') : ''}`);
  });
  failed.catch(() => undefined);
  try {
    const faults: { door: Door; what: string }[] = [];
    for (const door of doors) {
      reached = undefined;
      await Promise.race([opened(door.port), failed]);
      await ask(door);
      if (!reached) faults.push({ door, what: `No request to \`${door.path}\` reached the program behind.` });
      else for (const what of believed(reached, door)) faults.push({ door, what });
    }
    return faults;
  } finally {
    child.kill('SIGTERM');
    await ended;
    behind.closeAllConnections();
    behind.close();
  }
}

/** What the program behind was told and must not believe. */
function believed(headers: IncomingHttpHeaders, { name, path: location }: Door): string[] {
  const values = Object.values(claims).flatMap((value) => value.split(/[;=]/));
  const lies = Object.keys(claims).filter((header) => {
    const value = String(headers[header] ?? '');
    return values.some((claim) => claim.length > 3 && value.includes(claim));
  });
  const host = headers.host?.replace(/:\d+$/, '');
  return [
    ...lies.map(
      (header) =>
        `\`${location}\` passes on the ${header} that a client sends: \`${String(headers[header])}\`. ` +
        `Set it with proxy_set_header; an empty value takes it away.`,
    ),
    ...(host === name
      ? []
      : [
          `\`${location}\` tells the program behind the Host \`${host}\` instead of \`${name}\`. Add \`proxy_set_header Host $host;\`.`,
        ]),
  ];
}

/** Locations that pass requests on. Regular expressions are left out: no path can be read from one. */
function doorsOf(directives: readonly Directive[], ports: ReadonlyMap<string, number>): Door[] {
  return named(directives, 'server').flatMap(({ inside }) => {
    const listening = inside.find(({ name }) => name === 'listen');
    if (!listening) return []; // a member of an upstream
    const named = inside.find(({ name }) => name === 'server_name')?.words[0];
    const locations = all(inside).filter(({ name, words }) => name === 'location' && !words[0]!.startsWith('~'));
    return locations
      .filter(({ inside: own }) => own.some(({ name }) => name === 'proxy_pass'))
      .map(({ file, line, words }) => ({
        file,
        line,
        port: ports.get(portOf(listening.words[0]))!,
        tls: listening.words.includes('ssl'),
        name: named && !/[*_~]/.test(named) ? named : 'name.invalid',
        path: words.at(-1)!,
      }));
  });
}

interface Setup {
  place: string;
  ports: ReadonlyMap<string, number>;
  /** Of the program behind. */
  address: string;
}

/** Writes the configuration into the place, with our ports and with what it needs beside it. */
async function prepare(
  file: string,
  directives: readonly Directive[],
  { place, ports, address }: Setup,
): Promise<void> {
  for (const one of ['logs', 'tmp', 'www']) mkdirSync(path.join(place, one));
  for (const text of new Set(
    all(directives)
      .map((one) => one.file)
      .concat(file),
  )) {
    const target = path.join(place, path.relative(path.dirname(file), text));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, withOurs(readFileSync(text, 'utf8'), ports, address));
  }
  const [certificate] = named(directives, 'ssl_certificate');
  const [key] = named(directives, 'ssl_certificate_key');
  if (certificate && key)
    await run(
      requireProgram('openssl'),
      [
        ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test'.split(' '),
        ...['-keyout', key.words[0]!, '-out', certificate.words[0]!],
      ],
      { in: place },
    );
}

/** The text with our ports, the program behind in place of every upstream, and folders that any user may write. */
function withOurs(text: string, ports: ReadonlyMap<string, number>, address: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .filter((name) => !text.includes(`${name}_temp_path`))
    .map((name) => ` ${name}_temp_path tmp-${name};`);
  return text
    .replace(/^(\s*http\s*\{)/m, `$1${folders.join('')}`)
    .replace(/^(\s*listen\s+)(?:[\w.*]+:)?(\d+)/gm, (_, before, port) => `${before}127.0.0.1:${ports.get(port)}`)
    .replace(/(\bproxy_pass\s+https?:\/\/)[\w.-]+:\d+/g, `$1${address}`)
    .replace(/\bupstream\s+[\w.-]+\s*\{[^}]*\}/g, (members) =>
      members.replace(/(\bserver\s+)[\w.-]+:\d+/g, `$1${address}`),
    );
}

const portOf = (address = '') => /\d+$/.exec(address)?.[0] ?? '80';

async function ask({ port, tls, name, path: location }: Door): Promise<void> {
  const options = { port, host: '127.0.0.1', path: location, headers: { host: name, ...claims }, timeout: 5000 };
  const question = tls ? secureRequest({ ...options, servername: name, rejectUnauthorized: false }) : request(options);
  await new Promise<void>((resolve) => {
    question.on('response', (answer) => answer.resume().on('end', resolve));
    question.on('timeout', () => question.destroy());
    question.on('error', () => resolve());
    question.end();
  });
}

const listen = (server: { listen(port: number, host: string, then: () => void): unknown; address(): unknown }) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

/** Waits until somebody listens. */
async function opened(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
