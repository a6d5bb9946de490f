/** Every kind of diagram that the installed Mermaid has stands in the gallery, where tests and people look at it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

interface Mermaid {
  registerExternalDiagrams(diagrams: readonly unknown[]): Promise<void>;
  getRegisteredDiagramsMetadata(): { id: string }[];
  detectType(source: string): string;
}

/** What Mermaid counts as a kind and no author needs: its errors and version, and older words and layouts of a kind. */
const others = new Set(['error', '---', 'info', 'flowchart', 'flowchart-elk', 'classDiagram', 'state']);

test('every kind of diagram of the installed Mermaid is in the gallery', async () => {
  const require = createRequire(import.meta.url);
  const isomorphic = createRequire(createRequire(require.resolve('rehype-mermaid')).resolve('mermaid-isomorphic'));
  const folder = path.dirname(isomorphic.resolve('mermaid/package.json'));
  const { default: mermaid } = (await import(path.join(folder, 'dist/mermaid.core.mjs'))) as { default: Mermaid };
  await mermaid.registerExternalDiagrams([]);
  const kinds = mermaid.getRegisteredDiagramsMetadata().map(({ id }) => id);
  expect(kinds.length).toBeGreaterThan(25);
  const gallery = readFileSync(path.resolve('src/built-site/small-roadmap/content/docs/gallery.mdx'), 'utf8');
  const sources = [...gallery.matchAll(/^```mermaid[^\n]*\n([^]*?)^```/gm)].map(([, source]) => source!);
  const shown = new Set(sources.map((source) => mermaid.detectType(source)));
  expect(kinds.filter((kind) => !shown.has(kind) && !others.has(kind))).toEqual([]);
});
