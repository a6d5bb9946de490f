import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import { QueueEvents, type Queue, type Worker } from 'bullmq';
import {
  AddressRejected, QueueFull, enqueueReceipt, receiptQueue, receiptWorker, type Receipt, type SendMail,
} from '../src/receipts.ts';
import { startRedis } from './redis.ts';

const receipt = { orderId: 4711, email: 'ada@example.com' };
let redis: Awaited<ReturnType<typeof startRedis>>;
let connection: { host: string; port: number };
let queue: Queue<Receipt>;
let events: QueueEvents;
let worker: Worker<Receipt> | undefined;

before(async () => {
  redis = await startRedis();
  connection = { host: '127.0.0.1', port: redis.port };
});
after(() => redis.stop());

beforeEach(async () => {
  queue = receiptQueue(connection);
  events = new QueueEvents('receipts', { connection });
  await events.waitUntilReady();
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
  await queue.obliterate({ force: true });
  await events.close();
  await queue.close();
});

const work = (send: SendMail) => {
  worker = receiptWorker(connection, send);
};

// #region once
it('sends one receipt for an order that was enqueued twice', async () => {
  const sent: Receipt[] = [];
  const job = await enqueueReceipt(queue, receipt);
  await enqueueReceipt(queue, receipt);
  work(async (data) => void sent.push(data));
  await job.waitUntilFinished(events);
  await enqueueReceipt(queue, receipt);
  assert.deepEqual(sent, [receipt]);
  assert.equal(await queue.getWaitingCount(), 0);
});
// #endregion once

it('forgets the id as soon as the finished job is removed', async () => {
  let sent = 0;
  work(async () => void (sent += 1));
  const first = await enqueueReceipt(queue, receipt);
  await first.waitUntilFinished(events);
  await first.remove();
  await (await enqueueReceipt(queue, receipt)).waitUntilFinished(events);
  assert.equal(sent, 2);
});

it('tries again after 200, 400 and 800 ms, and then keeps the job as failed', async () => {
  const at: number[] = [];
  work(async () => {
    at.push(performance.now());
    throw new Error('mail server is down');
  });
  const job = await enqueueReceipt(queue, receipt);
  await assert.rejects(job.waitUntilFinished(events), /mail server is down/);
  const gaps = at.slice(1).map((t, i) => Math.round(t - at[i]!));
  console.log('gaps between attempts in ms:', gaps.join(', '));
  assert.equal(at.length, 4);
  assert.ok(gaps[0]! >= 195 && gaps[1]! >= 395 && gaps[2]! >= 795);
  assert.equal(await queue.getFailedCount(), 1);
});

it('does not try again when the address is wrong', async () => {
  let tries = 0;
  work(async () => {
    tries += 1;
    throw new AddressRejected('no such mailbox');
  });
  const job = await enqueueReceipt(queue, receipt);
  await assert.rejects(job.waitUntilFinished(events), /no such mailbox/);
  assert.equal(tries, 1);
});

// #region full
it('refuses work when the queue is full', async () => {
  for (const orderId of [1, 2, 3]) await enqueueReceipt(queue, { ...receipt, orderId }, 3);
  await assert.rejects(enqueueReceipt(queue, { ...receipt, orderId: 4 }, 3), QueueFull);
});
// #endregion full

it('works on at most ten at a time and finishes them before it closes', async () => {
  let active = 0;
  let most = 0;
  let done = 0;
  for (let orderId = 1; orderId <= 15; orderId += 1) await enqueueReceipt(queue, { ...receipt, orderId });
  work(async () => {
    most = Math.max(most, (active += 1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    active -= 1;
    done += 1;
  });
  while (most < 10) await new Promise((resolve) => setTimeout(resolve, 10));
  await worker!.close();
  assert.equal(most, 10);
  assert.equal(active, 0);
  assert.ok(done >= 10);
});
