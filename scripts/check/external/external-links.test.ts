import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentFolder, phasePage } from '../../../src/curriculum/content-fixture.ts';
import { loadCurriculum } from '../../../src/curriculum/load.ts';
import { externalAddresses } from '../external-links.ts';
import { openAnswers, type Answer } from './answers.ts';
import { askHosts } from './ask-hosts.ts';

let server: Server;
let origin: string;
let asked: string[];
let open: number;
let most: number;

beforeEach(async () => {
  asked = [];
  patience = 30_000;
  open = 0;
  most = 0;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    open += 1;
    most = Math.max(most, open);
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    const status = Number(/\d+/.exec(pathname)?.[0] ?? 200);
    const answer = () => {
      open -= 1;
      if (pathname === '/archive') {
        const closest = { available: true, url: `http://web.archive.org/web/2020/${searchParams.get('url')}` };
        response.end(JSON.stringify({ archived_snapshots: { closest } }));
      } else {
        response.writeHead(pathname === '/no-head' && request.method === 'HEAD' ? 405 : status);
        response.end();
      }
    };
    if (pathname === '/slow') setTimeout(answer, 2000);
    else setTimeout(answer, 20);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://localhost:${(server.address() as { port: number }).port}`;
});
afterEach(() => server.close());

let patience: number;

async function ask(...paths: string[]): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const keep = (url: string, answer: Answer) => void (answers[url.slice(origin.length)] = answer);
  await askHosts(
    paths.map((one) => origin + one),
    keep,
    { pause: 0, patience, archive: `${origin}/archive?url=` },
  );
  return answers;
}

test('an address that is there is asked for with HEAD alone, one that refuses HEAD with GET too', async () => {
  const answers = await ask('/a', '/no-head');
  expect(answers['/a']!.verdict).toBe('there');
  expect(answers['/no-head']!.verdict).toBe('there');
  expect(asked).toEqual(['HEAD /a', 'HEAD /no-head', 'GET /no-head']);
});

test('a host is asked for one address at a time', async () => {
  await ask('/a', '/b', '/c', '/d');
  expect(most).toBe(1);
});

test('an address that is gone comes with the copy that archive.org keeps', async () => {
  const { '/404': answer } = await ask('/404');
  expect(answer).toMatchObject({
    verdict: 'gone',
    status: '404 Not Found',
    archive: `https://web.archive.org/web/2020/${origin}/404`,
  });
});

test('a host that refuses, fails or is slow leaves the answer open', async () => {
  const answers = await ask('/403', '/503');
  expect(answers['/403']).toMatchObject({ verdict: 'unsure', status: '403 Forbidden' });
  expect(answers['/503']!.verdict).toBe('unsure');
  patience = 300;
  const { '/slow': slow } = await ask('/slow');
  expect(slow).toMatchObject({ verdict: 'unsure', status: 'no answer in time' });
});

test('answers are kept with their day, and asked again when they are old', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'answers-')), 'deep/external-links.json');
  const url = 'https://a.example/';
  openAnswers(file).keep(url, { verdict: 'there', status: '200 OK', checked: '2026-11-20' });
  expect(JSON.parse(readFileSync(file, 'utf8'))[url].checked).toBe('2026-11-20');
  expect(openAnswers(file, new Date('2026-12-19')).isDue(url)).toBe(false);
  expect(openAnswers(file, new Date('2026-12-22')).isDue(url)).toBe(true);
  writeFileSync(file, '{ damaged');
  expect(openAnswers(file).isDue(url)).toBe(true);
});

test('addresses come from links and sources, without anchors, and not from hosts set aside for examples', () => {
  const root = contentFolder({
    'content/docs/phases/01-databases.mdx': phasePage(
      { topics: "[{ id: joins, depth: must, source: 'https://a.org/x#y' }]" },
      '## Joins\n\n[a](https://a.org/x) [b](https://shop.example/) [c](http://localhost:8080/) [d](/phases/databases/)\n',
    ),
  });
  expect([...externalAddresses(loadCurriculum(root).pages)]).toMatchObject([
    ['https://a.org/x', [{ line: 16 }, { line: 11 }]],
  ]);
});
