/** Makes what the search loads: the full-text index of the built pages, and the ranking file of each language. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { levelName } from '../components/lesson-facts.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson, type Roadmap } from '../curriculum/model.ts';
import { inlineMarkdown } from '../markdown/inline-markdown.ts';
import { translator } from '../strings/translator.ts';
import { address, inLanguage } from '../site/address.ts';
import { readSections } from './page-sections.ts';
import { rankingFile, type RankablePage, type RankingWords } from './ranking-file.ts';
import { searchRecords, type PageFacts } from './search-record.ts';
import { loadStemmer, loadStopWords } from './load-stemmers.ts';

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
    ranked: [] as RankablePage[],
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
      const { folder, factsOf, ranked } =
        languages.find((one) => one.folder && pathOfPage.startsWith(`/${one.folder}/`)) ?? languages[0]!;
      const pathInBase = folder ? pathOfPage.slice(folder.length + 1) : pathOfPage;
      const facts = factsOf(pathInBase);
      // Pagefind keeps one record an address, so each kind gets its own; hits drop the query again (topic-hits.ts).
      for (const { kind, html } of searchRecords(page, facts))
        checked(await index.addHTMLFile({ url: `${url}?${kind}`, content: html }));
      // Terms are ranked by themselves, and what stands in the guide is for authors.
      if (facts.prose !== 'glossary' && !pathInBase.startsWith('/make-it-yours/'))
        ranked.push({ path: url, page, facts });
      pages += 1;
    }
    for (const [index, { ranked }] of languages.entries())
      writeRanking(root, inEachLanguage(curriculum)[index]!, ranked);
    checked(await index.writeFiles({ outputPath: path.join(root, 'pagefind') }));
    for (const file of globSync('pagefind/pagefind-{*ui.*,highlight.js}', { cwd: root })) rmSync(path.join(root, file));
  } finally {
    await pagefind.close();
  }
  return pages;
}

/** Writes the ranking file of a language, and what its messages mean. */
function writeRanking(root: string, curriculum: Curriculum, pages: readonly RankablePage[]): void {
  const { language, glossary, messages, search, site } = curriculum;
  const href = (to: string) => address(inLanguage(to, language.folder), site.base);
  const titleOf = (to: string) => {
    const id = to.replace(/#.*/, '').replace(/^\/|\/$/g, '') || 'index';
    return curriculum.pages.get(id)?.title ?? curriculum.made.get(id) ?? id;
  };
  const words: RankingWords = {
    fillers: [...new Set([...loadStopWords(language.tag), ...search.fillers])],
    names: search.names.map((one) => [one.words, one.for]),
    common: search.common,
    terms: glossary.map(({ id, term, also, see }) => [
      [term, ...also],
      see ? href(see.path) : '',
      see?.title ?? '',
      id,
    ]),
    messages: messages.map(({ id, message, also, see }) => [[message, ...also], href(see.path), see.title, id]),
    questions: search.questions.map(({ ask, answer, see }) => [
      ask,
      href(see),
      titleOf(see),
      '',
      inlineMarkdown(answer),
    ]),
  };
  const folder = path.join(root, language.folder, 'search');
  mkdirSync(folder, { recursive: true });
  const file = rankingFile(pages, words, loadStemmer(language.tag));
  writeFileSync(path.join(folder, 'ranking.json'), JSON.stringify(file));
  if (messages.length > 0) {
    const means = Object.fromEntries(messages.map(({ id, means: text }) => [id, inlineMarkdown(text)]));
    writeFileSync(path.join(folder, 'messages.json'), JSON.stringify(means));
  }
}

/** @returns a function from the path of a page without its language */
function pageFacts(curriculum: Curriculum): (pathOfPage: string) => PageFacts {
  const t = translator(curriculum.language.strings, curriculum.language.tag);
  const lessons = new Map(lessonsOf<Lesson & { position?: number }>(curriculum).map((lesson) => [lesson.path, lesson]));
  const labels = new Map(curriculum.tracks.map((track) => [track.slug, track.label]));
  return (pathOfPage) => {
    const lesson = lessons.get(pathOfPage);
    if (lesson)
      return {
        prose: 'lesson',
        level: levelName(t, lesson.level),
        tracks: [...new Set(lesson.stops.map((stop) => labels.get(stop.track)!))],
        isLesson: true,
        ...(lesson.position && { position: lesson.position }),
        tags: lesson.tags,
        covers: new Map(lesson.topics.map((topic) => [topic.id, topic.covers])),
      };
    const prose = kindsOfPages.find(([start]) => pathOfPage.startsWith(start))?.[1] ?? 'guide';
    return { prose, tracks: [], isLesson: false, covers: new Map() };
  };
}

/** What the prose of a page is that is no lesson, by where the page is. */
const kindsOfPages = [
  ['/projects/', 'project'],
  ['/glossary/', 'glossary'],
  ['/tracks/', 'track'],
] as const;

function checked<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0) throw new Error(`The search index cannot be made: ${result.errors.join(' ')}`);
  return result;
}
