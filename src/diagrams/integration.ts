/** Draws all diagrams of the content before pages are built, reports every broken one, and serves the shared style sheet. */
import type { AstroIntegration } from 'astro';
import { inEachLanguage, type Roadmap } from '../curriculum/model/model.ts';
import { ContentError } from '../curriculum/problems/content-error.ts';
import { isError } from '../curriculum/problems/problems.ts';
import { reportProblems } from '../curriculum/problems/report.ts';
import { layerOrder } from '../theme/layer-order.ts';
import { drawAll } from './draw-all.ts';
import type { Studio } from './studio.ts';

const virtualId = 'virtual:diagrams.css';
const resolvedId = `\0${virtualId}`;

/**
 * @param options.studio the studio that the Markdown step uses too
 * @param options.curriculum the checked content, whose fences are drawn
 * @param guideTexts the pages of the guide, which are drawn too where the site has them
 */
export function diagrams(
  { studio, curriculum }: { studio: Studio; curriculum: Roadmap },
  guideTexts: () => Parameters<typeof drawAll>[1],
): AstroIntegration {
  return {
    name: 'diagrams',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectScript, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const guide = curriculum.made.has('make-it-yours') ? guideTexts() : [];
        const pages = new Set(inEachLanguage(curriculum).flatMap((one) => [...one.pages.values()]));
        const problems = await drawAll(studio, [...pages, ...guide]);
        if (problems.some(isError)) throw new ContentError(problems);
        if (problems.length > 0) logger.warn(reportProblems(problems));
        const { cached, drawn } = studio.counts();
        const tidied = command === 'build' ? studio.tidy() : 0;
        logger.info(
          `${cached + drawn} diagrams: ${cached} unchanged, ${drawn} drawn${tidied ? `, ${tidied} old ones removed` : ''}`,
        );
        injectScript('page-ssr', `import ${JSON.stringify(virtualId)};`);
        updateConfig({ vite: { plugins: [sheetPlugin(studio)] } });
      },
    },
  };
}

type VitePlugin = NonNullable<
  NonNullable<
    Parameters<Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0]['updateConfig']>[0]['vite']
  >['plugins']
>[number];

/** Vite plugin for the style sheet of all drawings handed out so far. */
function sheetPlugin(studio: Studio): VitePlugin {
  return {
    name: 'diagrams-style-sheet',
    resolveId: (id: string) => (id === virtualId ? resolvedId : undefined),
    // The first sheet of all while one writes (`npm run dev`), and with rules in a layer: it says their order.
    load: (id: string) => (id === resolvedId ? layerOrder + studio.styleSheet() : undefined),
    configureServer(server) {
      studio.onNewStyles(() => {
        for (const { moduleGraph } of Object.values(server.environments)) {
          const module = moduleGraph.getModuleById(resolvedId);
          if (module) moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
