/** What Starlight is told, made from the curriculum. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { inEachLanguage, type Curriculum, type Roadmap, type SidebarEntry } from '../curriculum/model/model.ts';
import { pagePath } from '../curriculum/names/page-id.ts';
import { runFacts } from '../run-here/run-facts.ts';
import { styleFile } from '../curriculum/checking/check-style.ts';
import { sampleFacts } from '../samples/sample-facts.ts';
import { codeFrame } from '../theme/code-frame.ts';
import { codeThemes, tokenizeTimeLimit } from '../theme/code-themes.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Project } from '../site/project.ts';
import { address } from '../addresses/address.ts';

/** Starlight’s options: names, sidebar and links come from `content/`, looks from `src/theme`. */
export function starlightOptions({
  root,
  curriculum,
  publicFolder,
  languageOf,
  samples,
  sampleSource,
  hasHistory,
}: Project): StarlightUserConfig {
  const { site, sections } = curriculum;
  const languages = inEachLanguage(curriculum);
  const several = languages.length > 1;
  const inEach = (text: (one: Curriculum) => string) =>
    Object.fromEntries(languages.map((one) => [one.language.tag, text(one)]));
  const card = new URL(`${site.base.replace(/\/$/, '')}/card.png`, site.url).href;
  return {
    title: inEach((one) => one.site.title),
    description: site.description,
    locales: Object.fromEntries(
      languages.map(({ language: { folder, label, tag, direction } }) => [
        folder || 'root',
        // Starlight writes labels as HTML.
        { label: escapeHtml(label), lang: tag, dir: direction },
      ]),
    ),
    favicon: '/favicon.svg',
    social: site.social as NonNullable<StarlightUserConfig['social']>,
    ...(site.repository && { editLink: { baseUrl: `${site.repository}/edit/${site.branch}/` } }),
    lastUpdated: hasHistory,
    pagefind: false,
    credits: false,
    // src/pages/404.astro is the page for unknown addresses, in every language.
    disable404Route: true,
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
    sidebar: sections.map((section, index) => sidebarItem(section, curriculum, (one) => one.sections[index]!, inEach)),
    head: [
      ...(socialCard(path.join(publicFolder, 'card.png'), card, site.title) ?? []),
      ...site.head.map(({ tag, attrs }) => ({
        tag: tag as 'meta' | 'link',
        attrs: { ...attrs, ...(attrs.href && { href: address(attrs.href, site.base) }) },
      })),
    ],
    customCss: ['fonts', 'fonts/faces', 'tokens', 'prose', 'tables', 'facts', 'frame', 'controls', 'code']
      .map((name) => `/src/theme/${name}.css`)
      .concat(
        '/src/diagrams/diagram.css',
        '/src/map/map.css',
        '/src/terms/terms.css',
        ...(curriculum.made.has('exercises') ? ['/src/theme/exercise.css'] : []),
        ...(site.progress ? ['/src/progress/progress.css'] : []),
        ...(curriculum.hasStyle ? [path.join(root, styleFile)] : []),
      ),
    // Boxes and heading links for the guide too, which does not stand in content/docs.
    markdown: { processedDirs: ['./src/make-it-yours/guides/'] },
    routeMiddleware: [
      'site/text-fields',
      'site/no-index',
      'site/frontmatter-links',
      'site/splash-menu',
      ...(several ? ['site/language-middleware'] : []),
      'navigation/route-middleware',
    ].map((name) => `./src/${name}.ts`),
    components: {
      Head: './src/components/Head.astro',
      Hero: './src/components/Hero.astro',
      Header: './src/components/Header.astro',
      MarkdownContent: './src/components/MarkdownContent.astro',
      PageTitle: './src/components/PageTitle.astro',
      Sidebar: './src/components/Sidebar.astro',
      TwoColumnContent: './src/components/TwoColumnContent.astro',
    },
    expressiveCode: {
      themes: codeThemes,
      shiki: {
        transformers: [
          { name: 'time-limit', preprocess: (_code, options) => void Object.assign(options, { tokenizeTimeLimit }) },
        ],
      },
      plugins: [
        codeFrame({
          wordsOf: (file) => languageOf(file).t,
          factsOf: sampleFacts({ samples, sampleSource, base: site.base }),
          runOf: runFacts(curriculum.runs),
        }),
      ],
      useDarkModeMediaQuery: true,
      // The themes are checked by a test; this would only shift their colors.
      minSyntaxHighlightingColorContrast: 0,
      styleOverrides: {
        borderRadius: '0.5rem',
        borderColor: 'var(--line)',
        codeFontFamily: 'var(--font-code)',
        codeFontSize: 'var(--code-size)',
        codeLineHeight: '1.6',
        codePaddingInline: '1rem',
        codePaddingBlock: '0.85rem',
        codeBackground: 'var(--surface)',
        frames: {
          editorActiveTabBackground: 'var(--surface)',
          editorActiveTabIndicatorTopColor: 'transparent',
          editorActiveTabIndicatorBottomColor: 'transparent',
          editorTabBarBackground: 'var(--surface-2)',
          terminalBackground: 'var(--surface)',
          terminalTitlebarBackground: 'var(--surface-2)',
          terminalTitlebarForeground: 'var(--ink-soft)',
          editorActiveTabForeground: 'var(--ink)',
          frameBoxShadowCssValue: 'none',
          tooltipSuccessBackground: 'var(--accent)',
          tooltipSuccessForeground: 'var(--paper)',
        },
        textMarkers: { markBackground: 'var(--mark)', markBorderColor: 'var(--accent)' },
      },
    },
  };
}

/** Tags for the picture that other sites show beside a link to this one, where there is such a picture. */
function socialCard(file: string, address: string, alt: string): StarlightUserConfig['head'] {
  if (!existsSync(file)) return [];
  // A PNG names its size at this place.
  const [width, height] = [16, 20].map((at) => String(readFileSync(file).readUInt32BE(at)));
  const properties = { image: address, 'image:alt': alt, 'image:width': width!, 'image:height': height! };
  return Object.entries(properties).map(([name, content]) => ({
    tag: 'meta',
    attrs: { property: `og:${name}`, content },
  }));
}

type SidebarItem = NonNullable<StarlightUserConfig['sidebar']>[number];

/**
 * An entry of the sidebar as Starlight takes it.
 *
 * @param entryIn the same entry in a language, for its title
 */
function sidebarItem(
  entry: SidebarEntry,
  roadmap: Roadmap,
  entryIn: (one: Curriculum) => SidebarEntry,
  inEach: (text: (one: Curriculum) => string) => Record<string, string>,
): SidebarItem {
  if (typeof entry === 'string') return pageItem(entry, roadmap, inEach);
  const named = {
    label: entry.title,
    translations: inEach((one) => (entryIn(one) as Exclude<SidebarEntry, string>).title),
  };
  if ('link' in entry) return { ...named, link: entry.link, attrs: { rel: 'external' } };
  const itemAt = (index: number) => (one: Curriculum) => (entryIn(one) as { entries: SidebarEntry[] }).entries[index]!;
  return {
    ...named,
    // Starlight opens the group that the reader is in.
    collapsed: true,
    items: entry.entries.map((item, index) => sidebarItem(item, roadmap, itemAt(index), inEach)),
  };
}

/** Starlight finds pages under `content/docs` by slug; the home page and pages made from the model need their address. */
function pageItem(
  id: string,
  { pages, made }: Roadmap,
  inEach: (text: (one: Curriculum) => string) => Record<string, string>,
) {
  if (id === 'index')
    return { label: pages.get(id)!.label, translations: inEach((one) => one.pages.get(id)!.label), link: '/' };
  const label = made.get(id);
  return label === undefined
    ? { slug: id }
    : { label, translations: inEach((one) => one.made.get(id)!), link: pagePath(id) };
}
