/** Our diagrams against stock rehype-mermaid: time cold, after one change and warm, and bytes in the page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeMermaid from 'rehype-mermaid';
import { unified } from 'unified';
import { chromiumLaunchOptions } from '../../src/browser/chromium.ts';
import { openCurriculum } from '../../src/curriculum/load.ts';
import { isFault } from '../../src/diagrams/draw.ts';
import { readDiagramSource } from '../../src/markdown/diagram-source.ts';
import { openStudio } from '../../src/diagrams/studio.ts';
import { repository } from '../run-program.ts';

/** Sources of the diagrams of each file. */
type Files = string[][];

/**
 * @param words `--times 1,10,40` sets how many times the site’s number of diagrams is drawn
 */
export async function bench(words: string[]): Promise<void> {
  const times = (words[words.indexOf('--times') + 1] ?? '').split(',').map(Number).filter(Boolean);
  const own = [...openCurriculum(repository).pages.values()]
    .map((page) => page.fences.filter((fence) => fence.language === 'mermaid').map((fence) => fence.value))
    .filter((sources) => sources.length > 0);
  await chromiumLaunchOptions();
  for (const factor of words.includes('--times') ? times : [1, 10, 40]) {
    const files = factor === 1 ? own : generated(own, factor);
    const count = files.flat().length;
    console.log(`\n${count} diagrams in ${files.length} files`);
    const stock = await measureStock(files);
    const ours = await measureOurs(files);
    const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} of stock`;
    console.table({
      'stock rehype-mermaid': {
        seconds: stock.seconds.toFixed(1),
        'bytes, brotli, average': Math.round(stock.bytes / count),
      },
      'ours, cold': {
        seconds: ours.cold.toFixed(1),
        ratio: ratio(ours.cold, stock.seconds),
        'bytes, brotli, average': Math.round(ours.bytes / count),
        'ratio of bytes': ratio(ours.bytes, stock.bytes),
      },
      'ours, one changed': { seconds: ours.oneChanged.toFixed(1), ratio: ratio(ours.oneChanged, stock.seconds) },
      'ours, warm': { seconds: ours.warm.toFixed(2), ratio: ratio(ours.warm, stock.seconds) },
    });
  }
}

/** Copies of the site’s own diagrams that differ in a comment only, so that no cache can serve one for another. */
function generated(files: Files, factor: number): Files {
  return Array.from({ length: factor }, (_, copy) =>
    files.map((sources) => sources.map((source) => `${source}\n%% copy ${copy}`)),
  ).flat();
}

const plain = (source: string) => readDiagramSource(source).mermaid;

/** Stock: one run of the step a file, all files at once, as Astro does it. */
async function measureStock(files: Files): Promise<{ seconds: number; bytes: number }> {
  const processor = unified().use(rehypeMermaid, {
    strategy: 'inline-svg',
    launchOptions: await chromiumLaunchOptions(),
  });
  const start = performance.now();
  const trees = await Promise.all(
    files.map((sources) => {
      const children = sources.map((source): Element => ({
        type: 'element',
        tagName: 'pre',
        properties: { className: ['mermaid'] },
        children: [{ type: 'text', value: plain(source) }],
      }));
      return processor.run({ type: 'root', children } as Root);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const svgs = trees.flatMap((tree) =>
    (tree as Root).children.map((child) => toHtml(child as Element, { space: 'svg' })),
  );
  return { seconds, bytes: compressed(svgs) };
}

async function measureOurs(files: Files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-diagrams-'));
  const run = async (sources: string[]) => {
    const studio = openStudio(folder);
    const start = performance.now();
    const drawings = await Promise.all(sources.map((source) => studio.drawing(readDiagramSource(source))));
    const seconds = (performance.now() - start) / 1000;
    return { seconds, svgs: drawings.map((drawing) => (isFault(drawing) ? '' : drawing.svg)) };
  };
  const sources = files.flat();
  const cold = await run(sources);
  const warm = await run(sources);
  const changed = await run([`${sources[0]}\n%% changed`, ...sources.slice(1)]);
  rmSync(folder, { recursive: true });
  return { cold: cold.seconds, warm: warm.seconds, oneChanged: changed.seconds, bytes: compressed(cold.svgs) };
}

const compressed = (svgs: readonly string[]) => svgs.reduce((sum, svg) => sum + brotliCompressSync(svg).length, 0);
