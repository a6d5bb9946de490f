/** The same pages as sites of VitePress and of Docusaurus, each with its own plugin for Mermaid and a search of its own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SourcePage } from './source-pages.ts';

/** A generator that is compared: its packages, its files, and what builds it. */
interface Peer {
  /** Package → version, as `npm install` is told. */
  packages: Record<string, string>;
  files: (pages: readonly SourcePage[]) => Record<string, string>;
  /** Words after `npx`. */
  build: string[];
  /** Folder of the built site, below the folder of the sources. */
  output: string;
}

/** Mermaid's own version is the one that the plugin of the generator asks for. */
export const peers = {
  vitepress: {
    packages: { vitepress: '1.6.4', 'vitepress-plugin-mermaid': '2.0.17', mermaid: '^11' },
    files: (pages) => ({
      'package.json': '{ "type": "module", "private": true }\n',
      '.vitepress/config.mjs': `import { withMermaid } from 'vitepress-plugin-mermaid';

export default withMermaid({
  title: 'Source',
  themeConfig: {
    sidebar: ${JSON.stringify(pages.map(({ slug, title }) => ({ text: title, link: `/phases/${slug}` })))},
    search: { provider: 'local' },
  },
});
`,
      'index.md': '# Source\n\nWelcome.\n',
      ...Object.fromEntries(
        pages.map(({ slug, title, description, body }) => [
          `phases/${slug}.md`,
          `---\ntitle: "${title}"\ndescription: "${description}"\n---\n\n# ${title}\n\n${withoutTitles(body)}\n`,
        ]),
      ),
    }),
    build: ['vitepress', 'build'],
    output: '.vitepress/dist',
  },
  docusaurus: {
    packages: {
      '@docusaurus/core': '3.10.2',
      '@docusaurus/preset-classic': '3.10.2',
      '@docusaurus/theme-mermaid': '3.10.2',
      // Asked for by its theme for Mermaid, whether diagrams need it or not.
      '@mermaid-js/layout-elk': '^0.1.9',
      '@easyops-cn/docusaurus-search-local': '0.55.3',
      '@mdx-js/react': '^3',
      mermaid: '^11',
      react: '^19',
      'react-dom': '^19',
    },
    files: (pages) => ({
      'package.json': '{ "private": true }\n',
      'docusaurus.config.mjs': `export default {
  title: 'Source',
  url: 'https://source.example',
  baseUrl: '/',
  trailingSlash: true,
  markdown: { mermaid: true },
  themes: [
    '@docusaurus/theme-mermaid',
    ['@easyops-cn/docusaurus-search-local', { docsRouteBasePath: '/', indexBlog: false, hashed: true }],
  ],
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.mjs' }, blog: false }]],
  themeConfig: { colorMode: { respectPrefersColorScheme: true }, prism: { additionalLanguages: ['java', 'bash', 'sql', 'yaml'] } },
};
`,
      'sidebars.mjs': `export default { pages: ${JSON.stringify(pages.map(({ slug }) => `phases/${slug}`))} };\n`,
      'docs/index.md': '---\nslug: /\n---\n\n# Source\n\nWelcome.\n',
      ...Object.fromEntries(
        pages.map(({ slug, title, description, body }) => [
          `docs/phases/${slug}.md`,
          `---\ntitle: "${title}"\ndescription: "${description}"\n---\n\n${withoutTitles(body)}\n`,
        ]),
      ),
    }),
    build: ['docusaurus', 'build'],
    output: 'build',
  },
} satisfies Record<string, Peer>;

/** Diagrams as these generators want them: without title and caption. */
const withoutTitles = (body: string): string => body.replace(/^```mermaid .*/gm, '```mermaid');

/**
 * Writes a site of another generator, installs its packages from the registry, and builds it.
 *
 * @param folder absolute path of a folder, which is made; packages that it has stay
 * @returns folder of the built site
 * @throws Error where a command fails, with its name
 */
export async function buildPeer(peer: Peer, pages: readonly SourcePage[], folder: string): Promise<string> {
  for (const [file, text] of Object.entries(peer.files(pages))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const packages = Object.entries(peer.packages).map(([name, version]) => `${name}@${version}`);
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], folder);
  const built = path.join(folder, peer.output);
  await run('npx', peer.build, folder);
  if (!existsSync(path.join(built, 'index.html'))) throw new Error(`${peer.build.join(' ')} made no index.html.`);
  return built;
}

async function run(program: string, words: readonly string[], folder: string): Promise<void> {
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', DOCUSAURUS_NO_UPDATE_NOTIFIER: '1' },
    // What they print on the way is not ours; what went wrong is.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`\`${program} ${words.join(' ')}\` ended with ${status} in ${folder}.`);
}
