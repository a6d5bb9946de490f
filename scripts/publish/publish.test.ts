import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { foreverHeader, freshHeader, headersFile, securityHeaders } from '../../src/security/headers.ts';

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const isThere = (program: string, word: string) => spawnSync(program, [word]).error === undefined;

test('every configuration sends the same headers', () => {
  for (const name of ['nginx.conf', 'Caddyfile', 'vercel.json'])
    for (const [header, value] of Object.entries(securityHeaders)) {
      expect(file(name), `${name}: ${header}`).toContain(header);
      expect(file(name), `${name}: ${header}`).toContain(value);
    }
  for (const name of ['nginx.conf', 'Caddyfile', 'vercel.json']) expect(file(name), name).toContain(foreverHeader);
  for (const name of ['nginx.conf', 'Caddyfile']) expect(file(name), name).toContain(freshHeader);
});

test('the headers file of a build stands under its base path', () => {
  expect(headersFile('/roadmap/')).toMatch(/^\/roadmap\/\*\n {2}Content-Security-Policy: frame-ancestors 'none'\n/);
  expect(headersFile('/')).toContain('\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
});

test('the settings of hosts name the folder and the command of this repository', () => {
  const vercel = JSON.parse(file('vercel.json')) as Record<string, unknown>;
  expect(vercel).toMatchObject({ buildCommand: 'npm run build', outputDirectory: 'dist', trailingSlash: true });
  expect(file('netlify.toml')).toMatch(/command = "npm run build"\n\s+publish = "dist"/);
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

  test('copies only what is there', () => {
    for (const line of lines.filter((one) => /^COPY (?!--from)/.test(one)))
      for (const source of line.split(' ').slice(1, -1))
        expect(() => readFileSync(fileURLToPath(new URL(`../../${source}`, import.meta.url)))).not.toThrow(/ENOENT/);
  });
});

/** A built site in small, and a copy of a configuration that serves it on a port of its own. */
function place(configuration: string, port: number): { folder: string; config: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'publish-'));
  const files = { 'index.html': 'home', '404.html': 'not there', 'phases/a/index.html': 'a', '_astro/x.h4sh.css': 'x' };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, 'site', name)), { recursive: true });
    writeFileSync(path.join(folder, 'site', name), text);
  }
  const config = path.join(folder, configuration);
  writeFileSync(
    config,
    file(configuration).replaceAll('/srv/roadmap', `${folder}/site`).replaceAll('8080', String(port)),
  );
  return { folder, config };
}

/** Starts a server, waits until it answers, and gives back what it answers with. */
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

async function looksRight(origin: string): Promise<void> {
  const page = await fetch(`${origin}/phases/a/`);
  expect(await page.text()).toBe('a');
  for (const [name, value] of Object.entries(securityHeaders)) expect(page.headers.get(name), name).toBe(value);
  expect(page.headers.get('cache-control')).toBe(freshHeader);
  expect((await fetch(`${origin}/_astro/x.h4sh.css`)).headers.get('cache-control')).toBe(foreverHeader);
  const missing = await fetch(`${origin}/phases/b/`);
  expect([missing.status, await missing.text()]).toEqual([404, 'not there']);
  const bare = await fetch(`${origin}/phases/a`, { redirect: 'manual' });
  expect(bare.status).toBeGreaterThanOrEqual(300);
  expect(new URL(bare.headers.get('location')!, `${origin}/phases/a`).pathname).toBe('/phases/a/');
}

test.skipIf(!isThere('caddy', 'version'))(
  'Caddy serves pages, headers and the page for what is not there',
  async () => {
    const { config } = place('Caddyfile', 18_431);
    writeFileSync(config, `{\n\tadmin off\n}\n${readFileSync(config, 'utf8')}`);
    await serve(18_431, 'caddy', ['run', '--adapter', 'caddyfile', '--config', config], looksRight);
  },
);

test.skipIf(!isThere('nginx', '-v'))('nginx serves pages, headers and the page for what is not there', async () => {
  const { folder, config } = place('nginx.conf', 18_432);
  const main = path.join(folder, 'main.conf');
  writeFileSync(
    main,
    `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n  access_log off;\n  include ${config};\n}\n`,
  );
  await serve(18_432, 'nginx', ['-c', main, '-e', `${folder}/error.log`], looksRight);
});
