/** Published instead of the worker when `offline: false`: removes what an earlier one kept, and itself. */
(() => {
  const worker = self as unknown as ServiceWorkerGlobalScope;
  worker.addEventListener('install', () => void worker.skipWaiting());
  worker.addEventListener('activate', (event) =>
    event.waitUntil(
      (async () => {
        const start = `roadmap ${new URL(worker.registration.scope).pathname} `;
        for (const name of await caches.keys()) if (name.startsWith(start)) await caches.delete(name);
        await worker.registration.unregister();
      })(),
    ),
  );
})();
