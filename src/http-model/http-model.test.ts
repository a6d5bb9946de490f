import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { httpModelSchema, type HttpModel } from './model-schema.ts';
import { HttpServer } from './server.ts';
import { sha256 } from './sha256.ts';
import { headerOf, isFault, namedRequests, readRequest, requestText, responseText, type HttpResponse } from './wire.ts';

const library: HttpModel = httpModelSchema.parse({
  host: 'library.example',
  start: '2026-01-01T00:00:00Z',
  tokens: { 'anns-token': 'ann', 'bens-token': 'ben' },
  cors: { below: '/api/', origins: ['https://read.example'], methods: ['GET'], headers: ['Authorization'], maxAge: 60 },
  files: { '/style.css': { type: 'text/css', body: 'a {}\n', cache: 'no-cache' } },
  collections: {
    books: {
      path: '/api/books',
      one: 'book',
      methods: ['GET', 'POST', 'PUT', 'DELETE'],
      etag: 'version',
      needsMatch: true,
      cache: 'max-age=60',
      page: { size: 2, most: 3 },
      fields: {
        title: { longest: 10, unique: true },
        price: { type: 'number', least: 0, decimals: 2 },
        copies: { type: 'integer' },
      },
      rows: [
        { id: 1, title: 'Emma', price: 9.5, copies: 3 },
        { id: 2, title: 'Ulysses', price: 20, copies: 1 },
        { id: 5, title: 'Momo', price: 8, copies: 2 },
      ],
    },
    loans: {
      path: '/api/loans',
      one: 'loan',
      methods: ['GET', 'POST'],
      login: true,
      onceByKey: { per: 'reader' },
      fields: {
        reader: {},
        lines: {
          type: 'list',
          each: { book: { type: 'integer', refersTo: 'books' }, count: { type: 'integer', least: 1 } },
        },
      },
      shows: ['id', 'reader', 'state'],
      sets: { state: 'OUT' },
      takes: { from: 'books', in: 'lines', id: 'book', count: 'count', of: 'copies', title: 'All lent' },
    },
  },
});

function send(server: HttpServer, text: string, seconds = 0): HttpResponse {
  const request = readRequest(text, library.host);
  if (isFault(request)) throw new Error(JSON.stringify(request));
  return server.answer(request, seconds);
}
const statuses = (server: HttpServer, ...texts: string[]) => texts.map((text) => send(server, text).status);
const json = (body: unknown) => `Content-Type: application/json\n\n${JSON.stringify(body)}`;

test('reads a request as a person writes it, and adds what a client adds', () => {
  const read = readRequest(
    'post https://other.example/api/books?x=1\nContent-Type: application/json\n\n{"a": "ä"}\n',
    'library.example',
  );
  expect(isFault(read) ? read : requestText(read)).toBe(
    'POST /api/books?x=1 HTTP/1.1\nHost: other.example\nContent-Type: application/json\nContent-Length: 11\n\n{"a": "ä"}',
  );
  expect(readRequest('books', 'h')).toMatchObject({ line: 1, fault: 'first' });
  expect(readRequest('GET /\nAccept application/json', 'h')).toMatchObject({ line: 2, fault: 'header' });
  expect(readRequest('\nGET /\nAccept : a', 'h')).toMatchObject({ line: 3, fault: 'space' });
  expect(readRequest('', 'h')).toMatchObject({ fault: 'first' });
  expect(namedRequests('GET /\n### Second\nGET /b\n\n###\n')).toEqual([
    { name: '', text: 'GET /', line: 1 },
    { name: 'Second', text: 'GET /b', line: 3 },
  ]);
});

test('writes an answer as it is on the wire', () => {
  expect(responseText(send(new HttpServer(library), 'GET /api/books/1', 61))).toBe(
    'HTTP/1.1 200 OK\nDate: Thu, 01 Jan 2026 00:01:01 GMT\nContent-Type: application/json\nContent-Length: 47\n' +
      'ETag: "0"\nCache-Control: max-age=60\n\n{"id":1,"title":"Emma","price":9.50,"copies":3}',
  );
});

test('refuses what does not fit, with the status for it', () => {
  expect(
    statuses(
      new HttpServer(library),
      'GET /api/books/9',
      'GET /elsewhere',
      'PATCH /api/books/1',
      'GET /api/books/1\nHost: other.example',
      'POST /api/books\n\n{}',
      'POST /api/books\nContent-Type: application/json\n\n{',
      `POST /api/books\n${json({ title: '', price: -1, copies: 1.5 })}`,
      `POST /api/books\n${json({ title: 'New', price: 1, copies: 1, more: 1 })}`,
      `POST /api/books\n${json({ title: 'Emma', price: 1, copies: 1 })}`,
      `POST /api/books\n${json({ title: 'New', price: 1, copies: 1 })}`,
      'GET /api/books?size=4',
      'OPTIONS /api/books',
    ),
  ).toEqual([404, 404, 405, 421, 415, 400, 400, 400, 409, 201, 400, 204]);
});

test('names that every object has are names like others', () => {
  const order = `POST /api/loans\nIdempotency-Key: a\nAuthorization: Bearer constructor\n${json({ reader: 'ann', lines: [] })}`;
  expect(statuses(new HttpServer(library), order)).toEqual([401]);
  const plain = httpModelSchema.parse({
    ...library,
    collections: {
      notes: {
        path: '/notes',
        methods: ['GET', 'POST'],
        fields: { toString: { required: false }, text: {} },
        shows: ['id', 'text', 'constructor'],
      },
    },
  });
  const made = send(new HttpServer(plain), `POST /notes\n${json({ text: 'a' })}`);
  expect([made.status, made.body]).toEqual([201, '{"id":1,"text":"a"}']);
});

test('a list may hold whatever a caller sends', () => {
  const { books, loans } = structuredClone(library.collections);
  for (const field of Object.values(loans!.fields.lines!.each!)) field.required = false;
  Object.assign(loans!, { login: false, onceByKey: undefined });
  const server = new HttpServer({ ...library, collections: { books: books!, loans: loans! } });
  const lend = (lines: unknown) => `POST /api/loans\n${json({ reader: 'ann', lines })}`;
  expect(statuses(server, lend([null]), lend([7]), lend([{ count: 1 }]), lend([{ book: 1, count: 1 }]))).toEqual([
    409, 409, 409, 201,
  ]);
});

test('a page after the other shows each once', () => {
  const server = new HttpServer(library);
  const first = JSON.parse(send(server, 'GET /api/books').body) as { items: { id: number }[]; next: number };
  expect(first.items.map(({ id }) => id)).toEqual([1, 2]);
  expect(JSON.parse(send(server, `GET /api/books?after=${first.next}`).body)).toMatchObject({
    items: [{ id: 5 }],
    next: null,
  });
});

test('a change must name the version that it was made from', () => {
  const server = new HttpServer(library);
  const change = (match: string) => `PUT /api/books/1\n${match}${json({ title: 'Emma', price: 10, copies: 3 })}`;
  expect(
    statuses(
      server,
      change(''),
      change('If-Match: "0"\n'),
      change('If-Match: "0"\n'),
      change('If-Match: "9", "1"\n'),
      change('If-Match: *\n'),
    ),
  ).toEqual([428, 200, 412, 200, 200]);
  expect(statuses(server, 'DELETE /api/books/1', 'DELETE /api/books/1\nIf-Match: "3"', 'GET /api/books/1')).toEqual([
    428, 204, 404,
  ]);
});

test('who has the version gets no body', () => {
  const server = new HttpServer(library);
  const answer = send(server, 'GET /api/books/1\nIf-None-Match: W/"0"');
  expect([answer.status, answer.body, headerOf(answer, 'Content-Length')]).toEqual([304, '', undefined]);
  expect(statuses(server, 'GET /api/books/1\nIf-None-Match: "1"', 'HEAD /style.css')).toEqual([200, 200]);
  const label = headerOf(send(server, 'GET /style.css'), 'ETag')!;
  expect(send(server, `GET /style.css\nIf-None-Match: ${label}`).status).toBe(304);
});

test('one key makes one, uses things up once, and can be used again after a refusal', () => {
  const server = new HttpServer(library);
  const lend = (key: string, count: number, book = 1) =>
    `POST /api/loans\nAuthorization: Bearer anns-token\n${key}${json({ reader: 'Ann', lines: [{ book, count }] })}`;
  expect(
    statuses(
      server,
      lend('', 1),
      lend('Idempotency-Key: a\n', 9),
      lend('Idempotency-Key: a\n', 2),
      lend('Idempotency-Key: a\n', 2),
      lend('Idempotency-Key: a\n', 1),
      lend('Idempotency-Key: b\n', 1, 77),
    ),
  ).toEqual([400, 409, 201, 201, 422, 422]);
  expect(JSON.parse(send(server, 'GET /api/books/1').body)).toMatchObject({ copies: 1 });
  expect(send(server, lend('Idempotency-Key: a\n', 2)).body).toBe('{"id":1,"reader":"Ann","state":"OUT"}');
});

describe('pages of other origins', () => {
  const preflight = (origin: string, method = 'GET', headers = 'authorization') =>
    `OPTIONS /api/loans\nOrigin: ${origin}\nAccess-Control-Request-Method: ${method}\nAccess-Control-Request-Headers: ${headers}`;

  test('are answered when they are named, without a token', () => {
    const server = new HttpServer(library);
    const answer = send(server, preflight('https://read.example'));
    expect(answer.status).toBe(200);
    expect(headerOf(answer, 'Access-Control-Allow-Origin')).toBe('https://read.example');
    expect(headerOf(answer, 'Access-Control-Max-Age')).toBe('60');
    expect(
      statuses(
        server,
        preflight('https://evil.example'),
        preflight('https://read.example', 'PUT'),
        preflight('https://read.example', 'GET', 'x-other'),
      ),
    ).toEqual([403, 403, 403]);
  });

  test('are told by headers what they may read, also of an error', () => {
    const answer = send(new HttpServer(library), 'GET /api/loans/1\nOrigin: https://read.example');
    expect([answer.status, headerOf(answer, 'Access-Control-Allow-Origin')]).toEqual([401, 'https://read.example']);
    expect(headerOf(send(new HttpServer(library), 'GET /api/books/1'), 'Vary')).toBeUndefined();
  });
});

test('a bucket for each caller, and how long to wait', () => {
  const server = new HttpServer({ ...library, limit: { capacity: 2, perSecond: 0.5 } });
  const ask = (seconds: number, token = 'anns-token') =>
    send(server, `GET /api/books/1\nAuthorization: Bearer ${token}`, seconds);
  expect([ask(0), ask(0), ask(0), ask(0, 'bens-token')].map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  expect(headerOf(ask(0.5), 'Retry-After')).toBe('2');
  expect(ask(2).status).toBe(200);
  expect(send(server, 'GET /api/books/1\nAuthorization: Bearer none', 2).status).toBe(401);
});

test('what a server keeps is its own', () => {
  send(new HttpServer(library), 'DELETE /api/books/1\nIf-Match: *');
  expect(send(new HttpServer(library), 'GET /api/books/1').status).toBe(200);
});

test.each(['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'ä'.repeat(500)])('SHA-256 of %s', (text) => {
  expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
});
