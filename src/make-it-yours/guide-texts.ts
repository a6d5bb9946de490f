/** The texts of the guide on the disk: their diagrams must be drawn before pages are built, and they show code of their own. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { PageFence } from '../curriculum/markup/page-source.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';

/** Where the texts stand, and the code that they show. */
export const guides = {
  pages: fileURLToPath(new URL('guides/', import.meta.url)),
  folder: fileURLToPath(new URL('samples', import.meta.url)),
};

/** The code blocks of every text. */
export function guideTexts(): { fences: PageFence[] }[] {
  const parser = unified().use(remarkParse).use(remarkMdx);
  return readdirSync(guides.pages).map((name) => {
    const fences: PageFence[] = [];
    visit(parser.parse(readFileSync(guides.pages + name, 'utf8')), 'code', (node) => {
      const place = { file: `src/make-it-yours/guides/${name}`, line: node.position?.start.line };
      const meta = node.meta ?? '';
      fences.push({ language: node.lang ?? '', attributes: fenceAttributes(meta), meta, value: node.value, place });
    });
    return { fences };
  });
}
