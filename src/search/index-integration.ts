/** Makes the full-text index of the built pages: one record a page and kind of text. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { levelNames } from '../components/lesson-facts.ts';
import { lessonsOf, type Curriculum, type Lesson } from '../curriculum/model.ts';
import { address } from '../site/address.ts';
import { readSections } from './page-sections.ts';
import { searchRecords, type PageFacts } from './search-record.ts';

/** Characters that belong to words of the field, as in C#, C++, N+1, .NET, pg_stat_statements and @Transactional. */
const wordCharacters = '+#._@';

/** Indexes every page that Starlight marks for search, into `pagefind/` of the output. */
export function searchIndex({ curriculum }: { curriculum: Curriculum }): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await indexPages(fileURLToPath(dir), curriculum);
        logger.info(`${pages} pages are searchable`);
      },
    },
  };
}

/**
 * Indexes the pages of a finished site.
 *
 * @param root absolute path of the site
 * @returns how many pages can be found
 */
export async function indexPages(root: string, curriculum: Curriculum): Promise<number> {
  const factsOf = pageFacts(curriculum);
  const terms = curriculum.glossary.map(({ term, also, definition }) => ({ term, also, definition }));
  let pages = 0;
  try {
    const { index } = checked(await pagefind.createIndex({ includeCharacters: wordCharacters }));
    if (!index) throw new Error('Pagefind gave no index.');
    for (const file of globSync('**/*.html', { cwd: root }).sort()) {
      const page = readSections(readFileSync(path.join(root, file), 'utf8'));
      if (!page) continue;
      const pathOfPage = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      const url = address(pathOfPage, curriculum.site.base);
      // Pagefind keeps one record an address, so each kind gets its own; hits drop the query again (topic-hits.ts).
      for (const { kind, html } of searchRecords(page, factsOf(pathOfPage), terms))
        checked(await index.addHTMLFile({ url: `${url}?${kind}`, content: html }));
      pages += 1;
    }
    checked(await index.writeFiles({ outputPath: path.join(root, 'pagefind') }));
    for (const file of globSync('pagefind/pagefind-{*ui.*,highlight.js,worker.js}', { cwd: root }))
      rmSync(path.join(root, file));
  } finally {
    await pagefind.close();
  }
  return pages;
}

function pageFacts(curriculum: Curriculum): (pathOfPage: string) => PageFacts {
  const lessons = new Map(lessonsOf<Lesson>(curriculum).map((lesson) => [lesson.path, lesson]));
  const labels = new Map(curriculum.tracks.map((track) => [track.slug, track.label]));
  return (pathOfPage) => {
    const lesson = lessons.get(pathOfPage);
    if (lesson)
      return {
        prose: 'lesson',
        level: levelNames[lesson.level],
        tracks: [...new Set(lesson.stops.map((stop) => labels.get(stop.track)!))],
        isLesson: true,
        covers: new Map(lesson.topics.map((topic) => [topic.id, topic.covers])),
      };
    const prose = pathOfPage.startsWith('/projects/') ? 'project' : pathOfPage === '/glossary/' ? 'glossary' : 'guide';
    return { prose, tracks: [], isLesson: false, covers: new Map() };
  };
}

function checked<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0) throw new Error(`The search index cannot be made: ${result.errors.join(' ')}`);
  return result;
}
