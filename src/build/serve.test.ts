import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawingPolicy, foreverHeader, freshHeader, securityHeaders } from '../security/headers.ts';
import { serveSite, type RunningSite } from './serve.ts';

const running: RunningSite[] = [];
/** The folders that are served. */
const folders: string[] = [];
afterAll(() => running.forEach(({ server }) => server.close()));

async function site(base: string, port = 0): Promise<RunningSite> {
  const outside = mkdtempSync(path.join(tmpdir(), 'serve-'));
  const folder = path.join(outside, 'dist');
  for (const name of ['_astro', 'a']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(outside, 'secret.txt'), 'secret');
  symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'link.txt'));
  for (const name of ['index.html', '404.html', 'a/index.html', '_headers', '.env', 'a.md', 'a.svg', '_astro/x.js'])
    writeFileSync(path.join(folder, name), `${name} `.repeat(200));
  const served = await serveSite(folder, base, port);
  running.push(served);
  folders.push(folder);
  return served;
}

test('the server of npm start sends the headers of hosts, compressed text, and nothing that is not of the site', async () => {
  const { origin, server } = await site('/roadmap');
  expect((server.address() as { address: string }).address).toBe('127.0.0.1');
  const page = await fetch(`${origin}/roadmap/a/`);
  expect(await page.text()).toMatch(/^a\/index.html/);
  for (const [name, value] of Object.entries(securityHeaders)) expect(page.headers.get(name), name).toBe(value);
  const drawing = await fetch(`${origin}/roadmap/a.svg`);
  expect(drawing.headers.get('content-security-policy')).toBe(drawingPolicy);
  expect(page.headers.get('cache-control')).toBe(freshHeader);
  expect(page.headers.get('content-encoding')).toBe('gzip');
  const best = await fetch(page.url, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  expect([best.headers.get('content-encoding'), (await best.text()).slice(0, 2)]).toEqual(['br', 'a/']);
  const again = await fetch(page.url, { headers: { 'if-none-match': page.headers.get('etag')! } });
  expect(again.status).toBe(304);
  const plain = await fetch(page.url, { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), (await plain.text()).slice(0, 2)]).toEqual([null, 'a/']);
  expect((await fetch(`${origin}/roadmap/_astro/x.js`)).headers.get('cache-control')).toBe(foreverHeader);
  expect((await fetch(`${origin}/roadmap/a.md`)).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  for (const name of [
    '_headers',
    '/_headers',
    '%2F_headers',
    '.env',
    '//.env',
    'link.txt',
    '%2e%2e/secret.txt',
    '%E0%A4%A',
    'b/',
  ])
    expect((await fetch(`${origin}/roadmap/${name}`)).status, name).toBe(404);
  expect((await fetch(`${origin}/`)).url).toBe(`${origin}/roadmap/`);
  for (const method of ['POST', 'DELETE', 'OPTIONS']) {
    const refused = await fetch(`${origin}/roadmap/`, { method });
    expect([refused.status, refused.headers.get('allow')], method).toEqual([405, 'GET, HEAD']);
  }
  const head = await fetch(`${origin}/roadmap/a/`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  // Past what fetch makes of an address.
  const climbed = await new Promise<number | undefined>((done) => {
    const { port } = new URL(origin);
    request({ port, host: '127.0.0.1', path: '/roadmap/../../secret.txt' }, (answer) =>
      done(answer.resume().statusCode),
    ).end();
  });
  expect(climbed).toBe(404);
});

test('no request ends the server, also where the site is removed while it serves', async () => {
  const { origin } = await site('/');
  const part = async (range: string) => {
    const { status, headers } = await fetch(`${origin}/_astro/x.js`, { headers: { range } });
    return [status, headers.get('content-range')];
  };
  expect(await part('bytes=2-5')).toEqual([206, 'bytes 2-5/2400']);
  expect(await part('bytes=2-')).toEqual([206, 'bytes 2-2399/2400']);
  for (const range of ['bytes=5-2', 'bytes=-5', 'bytes=2400-', 'bytes=1-2,5-2', 'bytes=x', 'lines=1-2', 'bytes=9e9-'])
    expect((await part(range))[0], range).toBe(200);
  // A picture goes out as it is.
  writeFileSync(path.join(folders.at(-1)!, 'a.png'), 'a');
  chmodSync(path.join(folders.at(-1)!, 'a.png'), 0);
  await fetch(`${origin}/a.png`).catch(() => undefined);
  rmSync(folders.at(-1)!, { recursive: true });
  expect((await fetch(`${origin}/`)).status).toBe(500);
  expect((await fetch(`${origin}/a/`, { headers: { range: 'bytes=1-' } })).status).toBe(500);
});

test('a port that is taken is passed over and named', async () => {
  const first = await site('/');
  const port = Number(new URL(first.origin).port);
  const second = await site('/', port);
  expect(second.taken).toContain(port);
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(port);
});
