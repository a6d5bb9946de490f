import { Queue, UnrecoverableError, Worker, type ConnectionOptions, type Job } from 'bullmq';

export type Receipt = { orderId: number; email: string };
export type SendMail = (receipt: Receipt) => Promise<void>;
export class AddressRejected extends Error {}
export class QueueFull extends Error {}

// #region queue
export function receiptQueue(connection: ConnectionOptions): Queue<Receipt> {
  return new Queue<Receipt>('receipts', {
    connection,
    defaultJobOptions: {
      attempts: 4,
      backoff: { type: 'exponential', delay: 200 },
      removeOnComplete: { age: 24 * 3600 },
      removeOnFail: { age: 14 * 24 * 3600 },
    },
  });
}
// #endregion queue

// #region enqueue
export async function enqueueReceipt(
  queue: Queue<Receipt>,
  receipt: Receipt,
  limit = 10_000,
): Promise<Job<Receipt>> {
  const { waiting = 0, delayed = 0 } = await queue.getJobCounts(
    'waiting',
    'delayed',
  );
  if (waiting + delayed >= limit)
    throw new QueueFull(`${waiting + delayed} receipts wait`);
  return queue.add('send', receipt, { jobId: `receipt-${receipt.orderId}` });
}
// #endregion enqueue

// #region worker
export function receiptWorker(
  connection: ConnectionOptions,
  send: SendMail,
): Worker<Receipt> {
  const worker = new Worker<Receipt>('receipts', async (job) => {
    try {
      await send(job.data);
    } catch (error) {
      if (error instanceof AddressRejected)
        throw new UnrecoverableError(error.message);
      throw error;
    }
  }, { connection, concurrency: 10, limiter: { max: 50, duration: 1000 } });

  worker.on('error', (error) => console.error('receipts:', error.message));
  return worker;
}
// #endregion worker
