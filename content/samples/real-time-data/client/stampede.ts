// How many of 10,000 clients knock in the busiest 100 ms after the server drops them all?
import { delay } from './reconnect.ts';

// #region count
let seed = 20;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

function busiest(wait: () => number): number {
  const slices = new Map<number, number>();
  for (let client = 0; client < 10_000; client++) {
    const slice = Math.floor(wait() / 100);
    slices.set(slice, (slices.get(slice) ?? 0) + 1);
  }
  return Math.max(...slices.values());
}

console.log('busiest 100 ms, third attempt, 10,000 clients');
console.log(`  fixed 4 s          ${busiest(() => 4_000)}`);
console.log(`  jitter, 0 to 4 s   ${busiest(() => delay(2, random))}`);
// #endregion count
