/** Gives pages and components the curriculum, sets up the pages that are made from it, and watches the content. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkOrder } from './order.ts';
import type { Project } from './project.ts';
import { curriculumView } from './curriculum-view.ts';

const virtualId = 'virtual:curriculum';
const here = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/**
 * @param project the opened content
 */
export function roadmap(project: Project): AstroIntegration {
  const { curriculum, root } = project;
  return {
    name: 'roadmap',
    hooks: {
      'astro:config:setup': ({ updateConfig, addMiddleware, addWatchFile, injectRoute }) => {
        addWatchFile(path.join(root, 'content/site.yaml'));
        addMiddleware({ order: 'post', entrypoint: here('theme/system-theme-middleware.ts') });
        injectRoute({ pattern: '/robots.txt', entrypoint: here('pages/robots.txt.ts'), prerender: true });
        updateConfig({
          vite: {
            resolve: { alias: { '@components': here('components/index.ts') } },
            plugins: [
              {
                name: 'curriculum',
                resolveId: (id: string) => (id === virtualId ? `\0${virtualId}` : undefined),
                load: (id: string) =>
                  id === `\0${virtualId}` ? `export default ${JSON.stringify(curriculumView(curriculum))};` : undefined,
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => checkOrder(config.integrations.map((one) => one.name)),
      'astro:server:setup': ({ server, logger }) => {
        const frontmatterOf = (file: string) => /^---[\s\S]*?\n---/.exec(readFileSync(file, 'utf8'))?.[0];
        const known = new Map<string, string | undefined>();
        const isContent = (file: string) =>
          file.startsWith(path.join(root, 'content') + path.sep) && /\.(mdx?|ya?ml)$/.test(file);
        const restart = (file: string) => {
          logger.info(`${path.relative(root, file)} changes the roadmap: starting again`);
          void server.restart();
        };
        server.watcher.on('add', (file) => void (isContent(file) && known.size > 0 && restart(file)));
        server.watcher.on('unlink', (file) => void (isContent(file) && restart(file)));
        server.watcher.on('change', (file) => {
          if (!isContent(file)) return;
          const next = file.endsWith('x') || file.endsWith('.md') ? frontmatterOf(file) : readFileSync(file, 'utf8');
          if (known.has(file) && known.get(file) !== next) restart(file);
          known.set(file, next);
        });
      },
    },
  };
}
