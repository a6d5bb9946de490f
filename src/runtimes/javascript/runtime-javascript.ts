/** JavaScript and TypeScript in the page: QuickJS, an interpreter in WebAssembly. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RuntimeKind } from '../runtime-kind.ts';

const quickjs = '@jitl/quickjs-wasmfile-release-sync';
const found = (name: string) => fileURLToPath(import.meta.resolve(name));
const { version } = JSON.parse(readFileSync(found(`${quickjs}/package.json`), 'utf8')) as { version: string };

/** A module that code takes in; what is taken in for its types alone goes with them. */
const taken =
  /^[ \t]*(?:import|export)\b(?!\s+type\b)[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]/m;
/** What a browser or Node.js has, and the language has not. */
const foreign =
  /(?<![.\w$])(?:fetch|WebSocket|EventSource|XMLHttpRequest|document|window|localStorage|process|require|Buffer|URL|TextEncoder|structuredClone|crypto)(?=\s*[.(])/;

export const javascript: RuntimeKind = {
  endings: ['.js', '.mjs', '.ts'],
  beginsAnew: true,

  cannotRun(code) {
    const module = taken.exec(code);
    if (module) return `it imports \`${module[1] ?? module[2]}\`, and in the page there are no modules`;
    const name = foreign.exec(code)?.[0];
    return name && `\`${name}\` is not part of the language, and in the page there is only the language itself`;
  },

  source: () => ({
    name: 'javascript',
    version,
    worker: fileURLToPath(new URL('worker.ts', import.meta.url)),
    files: { 'quickjs.wasm': found(`${quickjs}/wasm`) },
    packages: [quickjs, 'quickjs-emscripten-core', 'sucrase'],
    notices: ['QuickJS: MIT License, https://bellard.org/quickjs/'],
  }),
};
