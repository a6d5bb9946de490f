/** Keeps the files of a runtime for running without a network, on request, beside a saved copy of the site. */
import { addressOf, keptNames } from '../offline/kept-files.ts';
import { asFile, canBe } from '../offline/file-types.ts';
import type { RuntimeFolder } from '../curriculum/runs/runs.ts';

const filesOf = ({ folder, worker, sizes }: RuntimeFolder) =>
  [worker, ...Object.keys(sizes)].map((one) => folder + one);

/** Whether a service worker can give what is kept. */
export const canKeep = (): boolean => Boolean(navigator.serviceWorker?.controller) && 'caches' in window;

/** Whether every file is kept. @param base address of the first page of the base language, with a slash at the end */
export async function isKeptRuntime(runtime: RuntimeFolder, base: string): Promise<boolean> {
  const root = new URL(base, location.href);
  const { asked } = keptNames(root);
  if (!(await caches.has(asked).catch(() => false))) return false;
  const cache = await caches.open(asked);
  const there = await Promise.all(filesOf(runtime).map((path) => cache.match(addressOf(path, root))));
  return there.every(Boolean);
}

/**
 * Keeps every file, and lets go of those of other versions.
 *
 * @throws where the network or the device refuses
 */
export async function keepRuntime(runtime: RuntimeFolder, base: string): Promise<void> {
  const root = new URL(base, location.href);
  const cache = await caches.open(keptNames(root).asked);
  const wanted = new Set(filesOf(runtime).map((path) => addressOf(path, root)));
  for (const path of filesOf(runtime)) {
    const address = addressOf(path, root);
    if (await cache.match(address)) continue;
    // Their names change with their content, so what the browser has is right.
    const answer = await fetch(address, { cache: 'force-cache', headers: { 'x-offline': '1' } });
    if (!answer.ok || !canBe(path, answer.headers.get('content-type'))) throw new Error(`${path}: ${answer.status}`);
    await cache.put(address, asFile(path, await answer.arrayBuffer()));
  }
  const start = addressOf(runtime.folder.replace(/-[^-]*\/$/, '-'), root);
  for (const { url } of await cache.keys()) if (url.startsWith(start) && !wanted.has(url)) await cache.delete(url);
}
