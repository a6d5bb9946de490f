/** Makes what the search loads: the full-text index of the built pages, and the ranking file of each language. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { kept } from '../build-cache/build-cache.ts';
import { levelName } from '../site/lesson-facts.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson, type Roadmap } from '../curriculum/model/model.ts';
import { inlineMarkdown } from '../markdown/inline-markdown.ts';
import { translator } from '../strings/translator.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { readSections } from './page-sections.ts';
import { answersInFile, type FilterCounts, type RankingFile } from './ranking-data.ts';
import { firstSentences, rankingFile, type RankablePage, type RankingWords } from './ranking-file.ts';
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
  const languages = readPages(root, curriculum);
  try {
    const { index } = checked(await pagefind.createIndex({ includeCharacters: wordCharacters }));
    if (!index) throw new Error('Pagefind gave no index.');
    for (const { pages } of languages)
      for (const { path: url, page, facts } of pages)
        // Pagefind keeps one record an address, so each kind gets its own; hits drop the query again (pagefind-hits.ts).
        for (const { kind, html } of searchRecords(page, facts))
          checked(await index.addHTMLFile({ url: `${url}?${kind}`, content: html }));
    for (const one of languages) writeRanking(root, one);
    checked(await index.writeFiles({ outputPath: path.join(root, 'pagefind') }));
    for (const file of globSync('pagefind/pagefind-{*ui.*,highlight.js}', { cwd: root })) rmSync(path.join(root, file));
  } finally {
    await pagefind.close();
  }
  return languages.reduce((sum, { pages }) => sum + pages.length, 0);
}

/** What can be found in a language. */
export interface SearchableLanguage {
  curriculum: Curriculum;
  pages: SearchablePage[];
}
interface SearchablePage extends RankablePage {
  /** Address without base path and language. */
  plainPath: string;
}

/** Reads the pages of a finished site that are meant for search, by language. @param root absolute path of the site */
export function readPages(root: string, curriculum: Roadmap): SearchableLanguage[] {
  const languages = inEachLanguage(curriculum).map((one) => ({
    curriculum: one,
    factsOf: pageFacts(one),
    pages: [] as SearchablePage[],
  }));
  for (const file of globSync('**/*.html', { cwd: root }).sort()) {
    const html = readFileSync(path.join(root, file), 'utf8');
    const page = kept('search-sections', [html], () => readSections(html));
    if (!page) continue;
    const pathOfPage = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    const inFolder = (one: Curriculum) => one.language.folder && pathOfPage.startsWith(`/${one.language.folder}/`);
    const { factsOf, pages, ...one } = languages.find((some) => inFolder(some.curriculum)) ?? languages[0]!;
    const { folder } = one.curriculum.language;
    const plainPath = folder ? pathOfPage.slice(folder.length + 1) : pathOfPage;
    pages.push({ path: address(pathOfPage, curriculum.site.base), plainPath, page, facts: factsOf(plainPath) });
  }
  return languages;
}

/** Writes the ranking file of a language, and what its terms, messages and sections say, some in a file. */
function writeRanking(root: string, one: SearchableLanguage): void {
  const { language, glossary, messages } = one.curriculum;
  const folder = path.join(root, language.folder, 'search');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(value));
  const ranking = rankingOf(one);
  write('ranking', ranking);
  const texts = {
    term: glossary.map(({ definition }) => inlineMarkdown(definition)),
    message: messages.map(({ means }) => inlineMarkdown(means)),
    section: firstSentences(ranking, one.pages),
  };
  for (const [kind, all] of Object.entries(texts))
    for (let from = 0; from < all.length; from += answersInFile)
      write(`${kind}-${from / answersInFile}`, all.slice(from, from + answersInFile));
}

/** Makes the ranking file of a language. */
export function rankingOf({ curriculum, pages }: SearchableLanguage): RankingFile {
  const { language, glossary, messages, search, site } = curriculum;
  const href = (to: string) => address(inLanguage(to, language.folder), site.base);
  const titleOf = (to: string) => {
    const id = to.replace(/#.*/, '').replace(/^\/|\/$/g, '') || 'index';
    return curriculum.pages.get(id)?.title ?? curriculum.made.get(id) ?? id;
  };
  const words: RankingWords = {
    fillers: [...new Set([...loadStopWords(language.tag), ...search.fillers])],
    names: search.names.map((one) => [one.words, one.for]),
    alike: search.alike,
    topics: search.topics.map(({ ask, see }) => [href(see.path), ask]),
    common: search.common,
    counts: countsOf(pages),
    terms: glossary.map(({ term, also, see }) => [[term, ...also], see ? href(see.path) : '', see?.title ?? '']),
    messages: messages.map(({ message, also, see }) => [[message, ...also], href(see.path), see.title]),
    questions: search.questions.map(({ ask, answer, see }) => [ask, href(see), titleOf(see), inlineMarkdown(answer)]),
  };
  // Terms are ranked by themselves, and what stands in the guide is for authors.
  const ranked = pages.filter(
    ({ facts, plainPath }) => facts.prose !== 'glossary' && !plainPath.startsWith('/make-it-yours/'),
  );
  return rankingFile(ranked, words, loadStemmer(language.tag));
}

/** Counts records as Pagefind does. */
function countsOf(pages: readonly SearchablePage[]): FilterCounts {
  const counts: FilterCounts = {};
  for (const { page, facts } of pages)
    for (const { filters } of searchRecords(page, facts))
      for (const [filter, value] of filters) {
        const values = (counts[filter] ??= {});
        values[value] = (values[value] ?? 0) + 1;
      }
  return counts;
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
