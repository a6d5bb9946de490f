/**
 * While one writes (`npm run dev`): what changes the roadmap and not one page alone starts the server again, since every
 * step has taken the curriculum when it started. `scripts/dev.ts` starts it on the same port; pages load again.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { loadCurriculum } from '../curriculum/load.ts';
import { ContentError } from '../curriculum/problems/content-error.ts';

/** What the server tells the program that has started it, before it ends. */
export interface StartAgain {
  port: number;
}

/** Whether the roadmap is made of a file; samples and states are files of any kind. */
const isRead = (file: string) =>
  /\.(?:mdx?|ya?ml|json)$/.test(file) || /[\\/]content[\\/](?:samples|states)[\\/]/.test(file);

/** The part of a file that the roadmap is made of; of a page its frontmatter, whose text Astro follows. */
function partOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  const isPage = /\.mdx?$/.test(file) && !/[\\/]content[\\/]components[\\/]/.test(file);
  return isPage ? `${/^---\r?\n[^]*?\n---/.exec(text)?.[0] ?? ''}\n${sectionsOf(text)}` : text;
}

/** Lines that open sections, which map, search and links go by. */
const sectionsOf = (text: string) => text.match(/^#{2,6} .*$/gm)?.join('\n') ?? '';

/**
 * @param root absolute path of the folder that holds `content/`
 * @param logger says what is started again, and what is wrong with the content and waits to be mended
 */
export function followContent(server: ViteDevServer, root: string, logger: AstroIntegrationLogger): void {
  const content = path.join(root, 'content');
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const known = new Map(files.filter(isRead).map((file) => [file, partOf(file)]));
  let waiting: NodeJS.Timeout | undefined;
  const changed = (file: string) => {
    clearTimeout(waiting);
    // Editors write several files at once, and one in several steps.
    waiting = setTimeout(() => startAgain(server, root, path.relative(root, file), logger), 200);
  };
  const isContent = (file: string) => file.startsWith(content + path.sep) && isRead(file);
  server.watcher.add(content);
  server.watcher.on('add', (file) => {
    if (!isContent(file) || known.has(file)) return;
    known.set(file, partOf(file));
    changed(file);
  });
  server.watcher.on('unlink', (file) => void (known.delete(file) && changed(file)));
  server.watcher.on('change', (file) => {
    if (!isContent(file)) return;
    const part = partOf(file);
    if (known.get(file) === part) return;
    known.set(file, part);
    changed(file);
  });
}

function startAgain(server: ViteDevServer, root: string, file: string, logger: AstroIntegrationLogger): void {
  const { curriculum, problems } = loadCurriculum(root);
  if (!curriculum) {
    logger.error(
      `${file} has changed, and the site stays as it was until this is mended:\n${new ContentError(problems).message}`,
    );
    return;
  }
  const address = server.httpServer?.address();
  if (!process.send || typeof address !== 'object' || !address) {
    logger.warn(`${file} changes the roadmap. Start the server again to see it.`);
    return;
  }
  logger.info(`${file} changes the roadmap: starting again`);
  process.send({ port: address.port } satisfies StartAgain, () => process.exit());
}
