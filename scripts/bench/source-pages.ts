/** The same pages for every generator that is compared: the phases of the roadmap, shortened, as plain Markdown. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCurriculum } from '../../src/curriculum/load.ts';
import { pagesAsMarkdown } from '../../src/machine-readable/page-markdown.ts';
import { repository } from '../run-program.ts';

export interface SourcePage {
  slug: string;
  title: string;
  description: string;
  /** Markdown that MDX can read, with headings, tables, code and diagrams, and without links and pictures. */
  body: string;
}

/** Pages, and diagrams on all of them, that are taken. */
const pagesWanted = 25;
const diagramsWanted = 26;
/** Characters of a page, diagrams left out. */
const length = 7000;

/** Makes the pages. */
export async function sourcePages(): Promise<SourcePage[]> {
  const curriculum = openCurriculum(repository);
  const markdown = await pagesAsMarkdown(repository, curriculum, (to) => to);
  const texts = curriculum.phases.map(({ path: to }) => markdown.find((page) => page.path === to)!);
  let left = diagramsWanted;
  return Array.from({ length: pagesWanted }, (_, index) => {
    const page = texts[index % texts.length]!;
    const diagrams = Math.ceil(left / (pagesWanted - index));
    const body = shortened(page.markdown, diagrams);
    left -= body.match(/^```mermaid/gm)?.length ?? 0;
    return { slug: `page-${index + 1}`, title: plain(page.title), description: plain(page.description), body };
  });
}

/** The beginning of a page, with the first diagrams of all of it. */
function shortened(markdown: string, diagrams: number): string {
  const blocks = blocksOf(markdown.replace(/^# .*\n+(?:> .*\n+)?/, ''));
  const drawn = blocks
    .filter((block) => block.startsWith('```mermaid'))
    .slice(0, diagrams)
    .map((block, index) =>
      block.replace(/^```mermaid.*/, `\`\`\`mermaid title="Drawing ${index + 1}" caption="A drawing."`),
    );
  const kept: string[] = [];
  let size = 0;
  for (const block of blocks.filter((one) => !one.startsWith('```mermaid'))) {
    if (size > length) break;
    kept.push(block.startsWith('```') ? block.replace(/^```(\w*).*/, '```$1') : asText(block));
    size += block.length;
  }
  if (!kept.some((block) => block.startsWith('## '))) kept.unshift('## Beginning');
  const first = kept.findIndex((block) => block.startsWith('## '));
  return [...kept.slice(0, first + 1), ...drawn, ...kept.slice(first + 1)].join('\n\n');
}

/** Blocks of a text, each of code as one. What stands within lists and boxes is left out with its like. */
const blocksOf = (markdown: string): string[] =>
  (markdown.match(/^```[^]*?^```$|^(?!```)(?:.+\n?)+/gm) ?? [])
    .map((block) => block.trimEnd())
    .filter((block) => block.startsWith('```') || !/^\s|^[>:<]|^(?:im|ex)port\b|```/m.test(block));

/** Words as MDX reads them: links and pictures as their texts, and no signs of its own outside of code. */
const asText = (block: string): string =>
  (block.startsWith('#') ? block.replace(/[^\w\s#]/g, '') : block)
    .split(/(`[^`\n]*`)/)
    .map((part, index) =>
      index % 2 ? part : part.replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1').replace(/[{}<>]/g, ''),
    )
    .join('');

const plain = (text: string) => text.replace(/["\\:#{}[\]<>]/g, '');

/** Writes the pages as a roadmap. @param root absolute path of a folder in the repository, which is made */
export function writeAsRoadmap(pages: readonly SourcePage[], root: string): void {
  const up = path.relative(root, repository).replaceAll('\\', '/');
  const files: Record<string, string> = {
    'content.config.ts': `export { collections } from '${up}/content.config.ts';\n`,
    'content/i18n/en.json': '{}\n',
    'content/site.yaml':
      "title: Source\ndescription: The same pages.\nurl: https://source.example\naccent: { light: '#27418a', dark: '#a9bdf2' }\nprogress: false\ntypedCode: allowed\nsections:\n  - { title: Start, pages: [index] }\n  - { title: Pages, firstPhase: page-1 }\n",
    'content/docs/index.mdx': home,
  };
  for (const [index, { slug, title, description, body }] of pages.entries()) {
    const topics = [...body.matchAll(/^## (.*)$/gm)].map(
      ([, heading]) => `{ id: ${heading!.trim().toLowerCase().replace(/\s+/g, '-')}, depth: must }`,
    );
    files[`content/docs/phases/${String(index + 1).padStart(2, '0')}-${slug}.mdx`] =
      `---\ntitle: "${title}"\ndescription: "${description}"\nlevel: beginner\nhours: [1, 2]\nprerequisites: []\ntags: [Page]\noutcomes: [Read it.]\nreviewed: ${new Date().toISOString().slice(0, 10)}\nversions: {}\ntopics: [${topics.join(', ')}]\n---\n\n${body}\n`;
  }
  writeFiles(root, files);
}

/** Writes the pages as a site of stock Starlight with rehype-mermaid. @param root as above */
export function writeAsStarlight(pages: readonly SourcePage[], root: string): void {
  const files: Record<string, string> = {
    // Astro bundles the packages of a site that this file names.
    'package.json': '{ "type": "module", "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }\n',
    'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeMermaid from 'rehype-mermaid';
import { chromiumLaunchOptions } from '${path.posix.join(path.relative(root, repository).replaceAll('\\', '/'), 'src/browser/chromium.ts')}';

export default defineConfig({
  site: 'https://source.example',
  integrations: [
    starlight({
      title: 'Source',
      sidebar: [{ label: 'Pages', items: [{ autogenerate: { directory: 'phases' } }] }],
      expressiveCode: { shiki: { langAlias: { mermaid: 'text' } } },
    }),
  ],
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
    processor: unified({
      rehypePlugins: [[rehypeMermaid, { strategy: 'inline-svg', launchOptions: await chromiumLaunchOptions() }]],
    }),
  },
});
`,
    'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.mdx': home,
  };
  for (const { slug, title, description, body } of pages)
    files[`src/content/docs/phases/${slug}.mdx`] =
      `---\ntitle: "${title}"\ndescription: "${description}"\n---\n\n${body}\n`;
  writeFiles(root, files);
}

const home = '---\ntitle: Source\ndescription: The same pages.\n---\n\nWelcome.\n';

function writeFiles(root: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
