/** Makes the full-text index of the built pages: one record a page and kind of text. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { levelName } from '../components/lesson-facts.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson, type Roadmap } from '../curriculum/model.ts';
import { translator } from '../strings/translator.ts';
import { address } from '../site/address.ts';
import { readSections } from './page-sections.ts';
import { searchRecords, type PageFacts } from './search-record.ts';

/** Characters that belong to words of the field, as in C#, C++, N+1, .NET, pg_stat_statements and @Transactional. */
const wordCharacters = '+#._@';

/** Indexes every page that Starlight marks for search, into `pagefind/` of the output. */
export function searchIndex({ curriculum }: { curriculum: Roadmap }): AstroIntegration {
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
 * Indexes the pages of a finished site, those of each language for themselves: Pagefind keeps an index a language. A
 * page that is not translated is found in each language by its words in the base language.
 *
 * @param root absolute path of the site
 * @returns how many pages can be found
 */
export async function indexPages(root: string, curriculum: Roadmap): Promise<number> {
  const languages = inEachLanguage(curriculum).map((one) => ({
    folder: one.language.folder,
    factsOf: pageFacts(one),
    terms: one.glossary.map(({ term, also, definition }) => ({ term, also, definition })),
  }));
  let pages = 0;
  try {
    const { index } = checked(await pagefind.createIndex({ includeCharacters: wordCharacters }));
    if (!index) throw new Error('Pagefind gave no index.');
    for (const file of globSync('**/*.html', { cwd: root }).sort()) {
      const page = readSections(readFileSync(path.join(root, file), 'utf8'));
      if (!page) continue;
      const pathOfPage = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      const url = address(pathOfPage, curriculum.site.base);
      const { folder, factsOf, terms } =
        languages.find((one) => one.folder && pathOfPage.startsWith(`/${one.folder}/`)) ?? languages[0]!;
      const facts = factsOf(folder ? pathOfPage.slice(folder.length + 1) : pathOfPage);
      // Pagefind keeps one record an address, so each kind gets its own; hits drop the query again (topic-hits.ts).
      for (const { kind, html } of searchRecords(page, facts, terms))
        checked(await index.addHTMLFile({ url: `${url}?${kind}`, content: html }));
      pages += 1;
    }
    checked(await index.writeFiles({ outputPath: path.join(root, 'pagefind') }));
    for (const file of globSync('pagefind/pagefind-{*ui.*,highlight.js}', { cwd: root })) rmSync(path.join(root, file));
  } finally {
    await pagefind.close();
  }
  return pages;
}

/** @returns a function from the path of a page without its language */
function pageFacts(curriculum: Curriculum): (pathOfPage: string) => PageFacts {
  const t = translator(curriculum.language.strings, curriculum.language.tag);
  const lessons = new Map(lessonsOf<Lesson>(curriculum).map((lesson) => [lesson.path, lesson]));
  const labels = new Map(curriculum.tracks.map((track) => [track.slug, track.label]));
  return (pathOfPage) => {
    const lesson = lessons.get(pathOfPage);
    if (lesson)
      return {
        prose: 'lesson',
        level: levelName(t, lesson.level),
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
