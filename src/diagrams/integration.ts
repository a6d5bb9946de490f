/** Draws all diagrams of the content before pages are built, reports every broken one, and serves the shared style sheet. */
import type { AstroIntegration } from 'astro';
import type { Curriculum } from '../curriculum/model.ts';
import { nearest } from '../curriculum/nearest.ts';
import { ContentError, problem, type Problem } from '../curriculum/problems.ts';
import { isFault } from './draw.ts';
import { readDiagramSource } from './source.ts';
import type { Studio } from './studio.ts';

const virtualId = 'virtual:diagrams.css';
const resolvedId = `\0${virtualId}`;

/**
 * @param options.studio the studio that the Markdown step uses too
 * @param options.curriculum the checked content, whose fences are drawn
 */
export function diagrams({ studio, curriculum }: { studio: Studio; curriculum: Curriculum }): AstroIntegration {
  return {
    name: 'diagrams',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectScript, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const problems = await drawAll(studio, curriculum);
        if (problems.length > 0) throw new ContentError(problems);
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

async function drawAll(studio: Studio, curriculum: Curriculum): Promise<Problem[]> {
  const jobs = [...curriculum.pages.values()].flatMap((page) =>
    page.fences
      .filter((fence) => fence.language === 'mermaid')
      .map(async (fence): Promise<Problem[]> => {
        const source = readDiagramSource(fence.value);
        const result = await studio.drawing(source);
        if (!isFault(result)) return [];
        const title = fence.attributes.title ?? source.title ?? 'without a title';
        // Line 1 of the source stands below the opening fence.
        const place = (line: number | undefined) => ({ ...fence.place, line: (fence.place.line ?? 0) + (line ?? 0) });
        const unknown = result.unknownNode;
        if (unknown)
          return [
            problem('diagram-link', place(unknown.line), {
              title,
              node: unknown.node,
              near: nearest(unknown.node, unknown.allowed),
            }),
          ];
        return [problem('diagram-syntax', place(result.line), { title, reason: result.reason })];
      }),
  );
  return (await Promise.all(jobs)).flat();
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
    load: (id: string) => (id === resolvedId ? studio.styleSheet() : undefined),
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
