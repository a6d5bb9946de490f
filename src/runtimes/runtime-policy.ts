/**
 * Policy for the files of runtimes (src/run-here), whose workers the policy of a page does not reach: they may compile
 * WebAssembly and load files of the site, and nothing else. No worker may turn text into code.
 */
export const runtimePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/** Whether a path from the root of the site is one of theirs. */
export const isOfRuntime = (path: string): boolean => /^\/?runtimes\//.test(path);
