import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createApp } from '../src/app.ts';
import { ProductStore } from '../src/products.ts';

// #region setup
const mug = { sku: 'MUG-1', name: 'Mug', price: '12.50', stock: 5 };
let base: string;
let store: ProductStore;
let stop: () => Promise<unknown>;

beforeEach(async () => {
  store = new ProductStore();
  const server = createApp(store).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}/api/products`;
  stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
});
afterEach(() => stop());
// #endregion setup

const post = (body: string, type = 'application/json') =>
  fetch(base, { method: 'POST', headers: { 'content-type': type }, body });

describe('POST /api/products', () => {
  it('stores a product and says where it is', async () => {
    const created = await post(JSON.stringify(mug));
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('location'), '/api/products/1');
    const read = await fetch(`${base}/1`);
    assert.deepEqual(await read.json(), { id: 1, ...mug });
  });

  // #region invalid
  it('names each wrong field', async () => {
    const res = await post(JSON.stringify({ ...mug, price: 12.5, stock: -1 }));
    assert.equal(res.status, 422);
    assert.match(
      res.headers.get('content-type') ?? '',
      /^application\/problem\+json/,
    );
    const problem = await res.json() as { errors: { pointer: string }[] };
    assert.deepEqual(
      problem.errors.map((e) => e.pointer),
      ['#/price', '#/stock'],
    );
  });
  // #endregion invalid

  it('refuses fields that nobody offered', async () => {
    assert.equal((await post(JSON.stringify({ ...mug, costPrice: '1.00' }))).status, 422);
  });

  it('answers 400 to a body that is not JSON', async () => {
    assert.equal((await post('{"sku":')).status, 400);
  });

  it('answers 422 to a body of another type, which express.json leaves undefined', async () => {
    assert.equal((await post('sku=MUG-1', 'text/plain')).status, 422);
  });

  it('answers 413 to a body above 20 kb', async () => {
    assert.equal((await post(JSON.stringify({ ...mug, name: 'x'.repeat(21_000) }))).status, 413);
  });

  it('answers 409 to a SKU that exists', async () => {
    await post(JSON.stringify(mug));
    assert.equal((await post(JSON.stringify(mug))).status, 409);
  });
});

describe('GET /api/products', () => {
  it('answers 404 to an unknown id and to an id that is no number', async () => {
    assert.equal((await fetch(`${base}/7`)).status, 404);
    assert.equal((await fetch(`${base}/7abc`)).status, 404);
  });

  // #region rejected
  it('hides what broke, and logs it', async (t) => {
    t.mock.method(store, 'list', async () => {
      throw new Error('password=hunter2 refused by 10.0.0.7');
    });
    const log = t.mock.method(console, 'error', () => {});
    const res = await fetch(base);
    assert.equal(res.status, 500);
    assert.doesNotMatch(await res.text(), /hunter2/);
    assert.equal(log.mock.callCount(), 1);
  });
  // #endregion rejected
});
