/** Worker: JavaScript and TypeScript. Each run has an interpreter of its own, so none sees what another left. */
import { loadRuntimeFiles } from '../runtime-files.ts';
import { serveRuntime } from '../serve-runtime.ts';
import { runJavaScript } from './run-javascript.ts';

serveRuntime<WebAssembly.Module>({
  milliseconds: 1000,
  start: async ({ files, sizes }, tell) =>
    WebAssembly.compile((await loadRuntimeFiles(files, sizes, tell)).get('quickjs.wasm')!),
  run: (wasm, { code, setup, rest, milliseconds }, output) =>
    runJavaScript(wasm, { code, setup, rest, milliseconds, write: (text) => output.write(text) }),
});
