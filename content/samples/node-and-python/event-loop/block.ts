import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';

// #region report
function report(): void {
  const end = performance.now() + 500;
  while (performance.now() < end);
}

function reportInWorker(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url));
    worker.once('message', resolve).once('error', reject);
  });
}

async function longestWait(job: () => unknown): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 10);
  await job();
  await sleep(20);
  clearInterval(beat);
  return Math.round(longest);
}
// #endregion report

if (isMainThread) {
  console.log(`on the event loop: ${await longestWait(report)} ms`);
  console.log(`in a worker:       ${await longestWait(reportInWorker)} ms`);
} else {
  report();
  parentPort?.postMessage(undefined);
}
