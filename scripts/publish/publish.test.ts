import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { drawingPolicy, foreverHeader, freshHeader, headersFile, securityHeaders } from '../../src/security/headers.ts';
import { runtimePolicy } from '../../src/runtimes/runtime-policy.ts';
import { compressFiles } from './compress.ts';
import { moveUnderBase } from './under-base.ts';

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const isThere = (program: string, word: string) => spawnSync(program, [word]).error === undefined;

test('every configuration sends the same headers', () => {
  for (const name of ['nginx.conf', 'Caddyfile', 'vercel.json'])
    for (const [header, value] of Object.entries(securityHeaders)) {
      expect(file(name), `${name}: ${header}`).toContain(header);
      expect(file(name), `${name}: ${header}`).toContain(value);
    }
  for (const name of ['nginx.conf', 'Caddyfile', 'vercel.json'])
    for (const value of [foreverHeader, drawingPolicy, runtimePolicy]) expect(file(name), name).toContain(value);
  for (const name of ['nginx.conf', 'Caddyfile']) expect(file(name), name).toContain(freshHeader);
});

test('the headers file of a build stands under its base path', () => {
  expect(headersFile('/roadmap/')).toMatch(/^\/roadmap\/\*\n {2}Content-Security-Policy: frame-ancestors 'none'\n/);
  expect(headersFile('/')).toContain('\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  expect(headersFile('/a/')).toContain(`\n/a/runtimes/*\n  Content-Security-Policy: ${runtimePolicy}\n`);
  expect(headersFile('/a/')).toContain(`\n/a/*.svg\n  Content-Security-Policy: ${drawingPolicy}\n`);
});

test('the settings of hosts name the folder and the command of this repository', () => {
  const vercel = JSON.parse(file('vercel.json')) as Record<string, unknown>;
  expect(vercel).toMatchObject({ buildCommand: 'npm run build:host', outputDirectory: 'dist', trailingSlash: true });
  // Vercel reads patterns as path-to-regexp 6 does: `(.*/)?` in front would not fit `/_astro/…` without a base.
  expect(vercel.headers).toMatchObject([
    { source: '/(.*)' },
    { source: '/:base*/_astro/:file*' },
    { source: '/:base*/runtimes/:file*' },
    { source: '/(.*)\\.svg' },
  ]);
  expect(file('netlify.toml')).toMatch(/command = "npm run build:host"\n\s+publish = "dist"/);
  expect(
    JSON.parse(
      file('wrangler.jsonc')
        .replace(/^\/\/.*$/gm, '')
        .replace(/,(\s*[}\]])/g, '$1'),
    ),
  ).toMatchObject({
    assets: { directory: './dist', html_handling: 'force-trailing-slash', not_found_handling: '404-page' },
  });
});

describe('the container', () => {
  const lines = file('Dockerfile').split('\n');

  test('is made of named versions, and runs without rights of an administrator', () => {
    const images = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(images.length).toBe(2);
    for (const image of images) expect(image).toMatch(/:\d/);
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER 1000');
  });

  test('has no fault that dockerfile-utils knows', () => {
    expect(validate(file('Dockerfile')).map((one) => `${one.range.start.line + 1}: ${one.message}`)).toEqual([]);
  });

  test('has no fault that hadolint knows', ({ skip }) => {
    if (!isThere('hadolint', '--version')) skip('The program hadolint is not on this machine.');
    const { stdout } = spawnSync('hadolint', [fileURLToPath(new URL('Dockerfile', import.meta.url))], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  test('copies only what is there', () => {
    for (const line of lines.filter((one) => /^COPY (?!--from)/.test(one)))
      for (const source of line.split(' ').slice(1, -1))
        expect(() => readFileSync(fileURLToPath(new URL(`../../${source}`, import.meta.url)))).not.toThrow(/ENOENT/);
  });
});

test('under a base path a host finds the site in a folder of that name, and what is for hosts at the top', () => {
  const folder = builtSite('/team/roadmap/');
  const files = (name: string) => readdirSync(path.join(folder, name)).sort();
  expect(files('')).toEqual(['404.html', '_headers', 'index.html', 'team']);
  expect(files('team/roadmap')).toEqual([
    '404.html',
    '_astro',
    'changes.xml',
    'index.html',
    'phases',
    'pictures',
    'runtimes',
  ]);
  moveUnderBase(folder, '/team/roadmap/');
  expect(files('')).toEqual(['404.html', '_headers', 'index.html', 'team']);
  expect(readdirSync(builtSite('/')).sort()).toEqual([
    '404.html',
    '_astro',
    '_headers',
    'changes.xml',
    'index.html',
    'phases',
    'pictures',
    'runtimes',
  ]);
});

/** A built site in small, placed for a base path. */
function builtSite(base: string): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'publish-')), 'site');
  const files = {
    'index.html': 'home',
    '404.html': 'not there',
    'phases/a/index.html': 'a',
    'phases/a.md': '# a',
    'phases/long/index.html': 'long '.repeat(400),
    'pictures/x.wasm': 'x',
    'pictures/x.svg': '<svg/>',
    'changes.xml': '<rss/>'.repeat(400),
    '_astro/x.h4sh.css': 'x',
    'runtimes/sql-1/worker.h4sh.js': 'x',
    _headers: headersFile(base),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  moveUnderBase(folder, base);
  return folder;
}

test('compressed forms stand beside long texts', async () => {
  const folder = builtSite('/');
  expect(await compressFiles(folder)).toBe(2);
  expect(readdirSync(path.join(folder, 'phases/long')).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
  ]);
  expect(gunzipSync(readFileSync(path.join(folder, 'phases/long/index.html.gz'))).toString()).toMatch(/^long long/);
});

/** A copy of a configuration that serves a folder on a port of its own. */
function place(configuration: string, site: string, port: number): string {
  for (const name of globSync('**/phases/long/', { cwd: site }))
    writeFileSync(path.join(site, name, 'index.html.gz'), gzipSync('made beforehand'));
  const config = path.join(path.dirname(site), configuration);
  writeFileSync(config, file(configuration).replaceAll('/srv/roadmap', site).replaceAll('8080', String(port)));
  return config;
}

/** Starts a server, waits until it answers, and looks at what it answers with. */
async function serve(port: number, program: string, words: string[], look: (origin: string) => Promise<void>) {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'));
  const server = spawn(program, words, { stdio: 'ignore', env: { ...process.env, HOME: home } });
  const origin = `http://127.0.0.1:${port}`;
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await fetch(origin).then(Boolean, () => false)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await look(origin);
  } finally {
    server.kill();
  }
}

async function looksRight(origin: string, base: string): Promise<void> {
  const page = await fetch(`${origin}${base}/phases/a/`);
  expect(await page.text()).toBe('a');
  expect(page.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i);
  for (const [name, value] of Object.entries(securityHeaders)) expect(page.headers.get(name), name).toBe(value);
  expect(page.headers.get('cache-control')).toBe(freshHeader);
  const again = await fetch(page.url, { headers: { 'if-none-match': page.headers.get('etag')! } });
  expect(again.status).toBe(304);
  expect((await fetch(`${origin}${base}/_astro/x.h4sh.css`)).headers.get('cache-control')).toBe(foreverHeader);
  for (const address of [`${base}/phases/b/`, `${base}/_astro/y.h4sh.css`]) {
    const missing = await fetch(origin + address);
    expect([missing.status, await missing.text()], address).toEqual([404, 'not there']);
    expect(missing.headers.get('cache-control'), address).toBe(freshHeader);
    expect(missing.headers.get('x-content-type-options'), address).toBe('nosniff');
  }
  for (const [name, type] of [
    ['phases/a.md', /^text\/markdown; ?charset=utf-8$/i],
    ['pictures/x.wasm', /^application\/wasm$/],
  ] as const)
    expect((await fetch(`${origin}${base}/${name}`)).headers.get('content-type'), name).toMatch(type);
  const drawing = await fetch(`${origin}${base}/pictures/x.svg`);
  expect(drawing.headers.get('content-security-policy')).toBe(drawingPolicy);
  const worker = await fetch(`${origin}${base}/runtimes/sql-1/worker.h4sh.js`);
  expect(worker.headers.get('content-security-policy')).toBe(runtimePolicy);
  expect(worker.headers.get('cache-control')).toBe(foreverHeader);
  // The form made beforehand: a mark in it shows that it is the one that is sent.
  const long = await fetch(`${origin}${base}/phases/long/`, { headers: { 'accept-encoding': 'gzip' } });
  expect([long.headers.get('content-encoding'), await long.text()]).toEqual(['gzip', 'made beforehand']);
  expect(long.headers.get('content-type')).toMatch(/^text\/html/);
  const feed = await fetch(`${origin}${base}/changes.xml`, { headers: { 'accept-encoding': 'gzip' } });
  expect(feed.headers.get('content-encoding')).toBe('gzip');
  expect((await fetch(`${origin}/_headers`)).status).toBe(404);
  expect(await (await fetch(`${origin}/`)).text()).toContain(base ? `url=${base}/` : 'home');
  const bare = await fetch(`${origin}${base}/phases/a`, { redirect: 'manual' });
  expect(bare.status).toBeGreaterThanOrEqual(300);
  expect(new URL(bare.headers.get('location')!, `${origin}${base}/phases/a`).href).toBe(`${origin}${base}/phases/a/`);
}

describe.each(['', '/roadmap'])('with the base path “%s”', (base) => {
  const portOf = (number: number) => number + base.length;

  test('Caddy serves pages, headers and the page for what is not there', async ({ skip }) => {
    if (!isThere('caddy', 'version')) skip('The program caddy is not on this machine.');
    const port = portOf(18_431);
    const config = place('Caddyfile', builtSite(base || '/'), port);
    writeFileSync(config, `{\n\tadmin off\n}\n${readFileSync(config, 'utf8')}`);
    const words = ['run', '--adapter', 'caddyfile', '--config', config];
    await serve(port, 'caddy', words, (origin) => looksRight(origin, base));
  });

  test('nginx serves pages, headers and the page for what is not there', async ({ skip }) => {
    if (!isThere('nginx', '-v')) skip('The program nginx is not on this machine.');
    const port = portOf(18_461);
    const config = place('nginx.conf', builtSite(base || '/'), port);
    const folder = path.dirname(config);
    const main = path.join(folder, 'main.conf');
    writeFileSync(
      main,
      `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n  include /etc/nginx/mime.types;\n  access_log off;\n  include ${config};\n}\n`,
    );
    await serve(port, 'nginx', ['-c', main, '-e', `${folder}/error.log`], (origin) => looksRight(origin, base));
  });
});
