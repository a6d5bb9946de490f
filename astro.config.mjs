import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { diagrams } from './src/diagrams/integration.ts';
import { rehypeDiagram } from './src/diagrams/rehype-diagram.ts';
import { remarkHttp } from './src/http-lab/remark-http.ts';
import { guides, guideTexts } from './src/make-it-yours/guide-texts.ts';
import { remarkHeadingAnchors } from './src/markdown/heading-anchors.ts';
import { rehypeBaseAnchors } from './src/page-steps/rehype-base-anchors.ts';
import { rehypeBasePath } from './src/page-steps/rehype-base-path.ts';
import { rehypeTable } from './src/markdown/rehype-table.ts';
import { rehypeTopicFacts } from './src/page-steps/rehype-topic-facts.ts';
import { remarkAlerts } from './src/markdown/remark-alerts.ts';
import { remarkCodeComponent } from './src/markdown/remark-code-component.ts';
import { remarkUndescribed } from './src/page-steps/remark-undescribed.ts';
import { offlineCopy } from './src/offline/offline-integration.ts';
import { pageFiles } from './src/page-files/integration.ts';
import { step } from './src/page-steps/step.ts';
import { remarkOwnComponents } from './src/page-steps/remark-own-components.ts';
import { rehypeMarks } from './src/progress/rehype-marks.ts';
import { rehypeFormerAnchors } from './src/renames/rehype-former-anchors.ts';
import { remarkSample } from './src/samples/remark-sample.ts';
import { rehypeExercises } from './src/run-here/rehype-exercises.ts';
import { searchIndex } from './src/search/index-integration.ts';
import { hostHeaders } from './src/security/headers-integration.ts';
import { contentSecurityPolicy } from './src/security/policy-integration.ts';
import { project } from './src/site/project.ts';
import { publish } from './src/build/publish-integration.ts';
import { roadmap } from './src/build/roadmap-integration.ts';
import { sitemapOptions } from './src/build/sitemap-options.ts';
import { starlightOptions } from './src/build/starlight-options.ts';
import { rehypeTerms } from './src/terms/rehype-terms.ts';

const { root, output, publicFolder, curriculum, studio, addressOf, languageOf, samples } = project;

export default defineConfig({
  site: curriculum.site.url,
  base: curriculum.site.base,
  trailingSlash: 'always',
  // src/page-files/prefetch.ts does it.
  prefetch: false,
  srcDir: root,
  outDir: output,
  publicDir: publicFolder,
  logger: { entrypoint: './src/build/build-log.ts' },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [
        step(remarkOwnComponents, { root, curriculum, languageOf }),
        remarkHeadingAnchors,
        remarkAlerts,
        remarkCodeComponent,
        ...(curriculum.site.undescribedPictures === 'allowed' ? [step(remarkUndescribed, { languageOf })] : []),
        step(remarkHttp, { models: curriculum.httpModels, languageOf }),
        step(remarkSample, { folder: samples, languageOf, guides }),
      ],
      rehypePlugins: [
        step(rehypeBaseAnchors, { root, curriculum }),
        step(rehypeBasePath, { addressOf, languageOf }),
        step(rehypeTerms, { root, curriculum, addressOf }),
        rehypeTable,
        step(rehypeFormerAnchors, { root, curriculum, languageOf, addressOf }),
        step(rehypeTopicFacts, { root, curriculum, languageOf, addressOf }),
        step(rehypeMarks, { root, curriculum, languageOf }),
        step(rehypeExercises, { root, curriculum, languageOf, addressOf }),
        step(rehypeDiagram, { studio, addressOf, languageOf }),
      ],
    }),
  },
  // Writes the schema from which editors complete the frontmatter of pages.
  experimental: { contentIntellisense: true },
  // Each step that runs after the build takes what the one before it made; src/build/order.ts checks the order.
  integrations: [
    roadmap(project),
    diagrams(project, guideTexts),
    starlight(starlightOptions(project)),
    sitemap(sitemapOptions(project)),
    searchIndex(project),
    pageFiles(curriculum),
    contentSecurityPolicy(project),
    offlineCopy(project),
    hostHeaders(curriculum.site),
    publish(),
  ],
});
