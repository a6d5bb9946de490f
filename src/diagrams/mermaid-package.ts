/** Where the Mermaid lies that draws: it belongs to the library that runs it, and others may be installed beside it. */
import { createRequire } from 'node:module';

/** @returns a `require` that finds Mermaid’s files, and the packages that it uses */
export function mermaidRequire(): NodeJS.Require {
  const library = createRequire(createRequire(import.meta.url).resolve('rehype-mermaid'));
  const isomorphic = createRequire(library.resolve('mermaid-isomorphic'));
  return createRequire(isomorphic.resolve('mermaid/package.json'));
}
