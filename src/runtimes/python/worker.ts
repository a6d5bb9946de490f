/** Worker: Python. Runs share an interpreter, and each has a namespace of its own. */
import { loadRuntimeFiles } from '../runtime-files.ts';
import { serveRuntime } from '../serve-runtime.ts';
import { loadPython, type Python } from './run-python.ts';

/** What a worker could reach the network or a storage with; Pyodide has what it needs once it has started. */
const reach = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker', 'SharedWorker'],
  ...['indexedDB', 'caches', 'BroadcastChannel', 'Notification', 'navigator', 'WebSocketStream', 'RTCDataChannel'],
];

serveRuntime<Python>({
  milliseconds: 5000,
  start: async ({ files, sizes }, tell) => {
    const content = await loadRuntimeFiles(files, sizes, tell);
    const types: Record<string, string> = { wasm: 'application/wasm' };
    // Pyodide asks for its files by their addresses; they are unpacked here already.
    globalThis.fetch = (address) => {
      const name = new URL(address instanceof Request ? address.url : address).pathname.split('/').at(-1)!;
      const body = content.get(name);
      const type = types[name.split('.').at(-1)!] ?? 'application/octet-stream';
      return Promise.resolve(
        body ? new Response(body, { headers: { 'content-type': type } }) : new Response(null, { status: 404 }),
      );
    };
    const python = await loadPython(new URL(files, location.href).href);
    for (const name of reach) Object.defineProperty(globalThis, name, { value: undefined });
    content.clear();
    return python;
  },
  run: (python, { code, setup, rest, milliseconds }, output) =>
    Promise.resolve(python.run({ code, setup, rest, milliseconds, write: (text) => output.write(text) })),
});
