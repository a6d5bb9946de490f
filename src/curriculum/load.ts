/** Reads and checks `content/` as a whole. Nothing here knows Astro, so build, checks and scripts share it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { arrangeSections, namedPages } from './reading/arrange-sections.ts';
import { checkAddresses } from './checking/check-addresses.ts';
import { checkCodeWidth } from './checking/check-code-width.ts';
import { checkCodeFiles } from './checking/check-code-files.ts';
import { checkCoverage } from './checking/check-coverage.ts';
import { checkFences } from './checking/check-fences.ts';
import { checkLinks } from './checking/check-links.ts';
import { checkLogo } from './pictures/check-pictures.ts';
import { checkPublic, publishedFiles } from './checking/check-public.ts';
import { checkCheckpoints } from './reading/check-questions.ts';
import { checkReviews } from './checking/check-reviews.ts';
import { checkSamples } from './checking/check-samples.ts';
import { readYamlFile, type ReadYaml } from './files/content-files.ts';
import { checkHeader, headerLinks } from './reading/header-links.ts';
import { loadExercises } from './reading/load-exercises.ts';
import { loadGlossary } from './reading/load-glossary.ts';
import { loadLessons } from './reading/load-lessons.ts';
import { loadMessages } from './reading/load-messages.ts';
import { loadPages, type LoadedPage, type LoadedPages } from './reading/load-pages.ts';
import { loadProjects } from './reading/load-projects.ts';
import { loadQuestions } from './reading/load-questions.ts';
import { loadSearchWords } from './reading/load-search-words.ts';
import { loadStrings, namedLanguages } from './reading/load-strings.ts';
import { loadTracks } from './reading/load-tracks.ts';
import { loadTranslation } from './translating/load-translations.ts';
import type { Change, Curriculum, Language, Roadmap, Track } from './model/model.ts';
import { nearest } from './problems/nearest.ts';
import { english } from '../strings/english.ts';
import { guidePages, wantsGuide } from './model/guide-pages.ts';
import type { States } from './states/compose.ts';
import { loadStates } from './reading/load-states.ts';
import { checkHttp } from './checking/check-http.ts';
import { loadHttpModels } from './reading/load-http-models.ts';
import { loadRuns } from './reading/load-runs.ts';
import { translator } from '../strings/translator.ts';
import { pagePath } from './names/page-id.ts';
import type { PageLink } from './markup/page-source.ts';
import { byText } from './model/order.ts';
import { translate } from './translating/translate.ts';
import type { IdLedger } from './names/ids.ts';
import { contentIds, type ContentId } from './ids/content-ids.ts';
import { loadIds } from './ids/load-ids.ts';
import { ContentError } from './problems/content-error.ts';
import { distinct, isError, problem, type Problem } from './problems/problems.ts';
import { changesSchema, siteSchema, type SiteSettings } from './schema/schema.ts';
import { checkHead, headLinks } from './checking/check-head.ts';
import { checkStyle } from './checking/check-style.ts';
import { loadComponents, unusedComponents } from './markup/own-components.ts';

export interface LoadResult {
  /** Undefined when errors keep the curriculum from being put together. */
  curriculum: Roadmap | undefined;
  problems: Problem[];
  /** Every page that could be read, also where errors keep the curriculum from being put together. */
  pages: LoadedPages;
  /** Every page in every language, drafts among them. */
  allPages: LoadedPage[];
  /** Pages that are not published. */
  drafts: LoadedPage[];
  /** What the content names, and every name that was ever published. */
  ids: { content: ContentId[]; ledger: IdLedger };
}

/**
 * Loads the curriculum.
 *
 * @param root absolute path of the repository, the folder that holds `content/`
 * @param today the day that reviews are measured against
 * @returns the curriculum and every problem found, all at once
 */
export function loadCurriculum(root: string, today = new Date()): LoadResult {
  const problems: Problem[] = [];
  const site = loadSite(root, problems);
  const languages = loadStrings(root, site ? checkedLanguages(site, problems) : [], problems);
  const [language, ...others] = languages;
  const folders = others.map((one) => one.folder);
  const components = loadComponents(root, folders, problems);
  const { pages, translations: translatedPages, unread, drafts } = loadPages(root, folders, problems, components);
  const draftIds = drafts.map(({ id }) => id);
  if (site) checkFolders(pages, folders, problems);
  const published = [pages, ...translatedPages.values()].flatMap((some) => [...some.values()]);
  const allPages = [...published, ...drafts];
  // A page that cannot be read may use any of them.
  if (!problems.some(isError))
    problems.push(...unusedComponents(components, new Set(allPages.flatMap((page) => [...page.components]))));
  const lessons = loadLessons(pages, unread, draftIds, problems);
  const { phases, supplements, names, targets } = lessons;
  loadQuestions(root, lessons, pages, draftIds, problems);
  loadExercises(root, lessons, draftIds, problems);
  checkCheckpoints(allPages, [...phases, ...supplements], problems);
  const projects = loadProjects(pages, lessons, problems);
  const tracks = loadTracks(root, lessons, projects, problems);
  const states = loadStates(root, [...phases, ...supplements], lessons.drafts, problems);
  const glossary = loadGlossary(root, targets, language?.tag, problems);
  const messages = loadMessages(root, [...phases, ...supplements], problems).sort(
    byText(language?.tag ?? 'en', 'message'),
  );
  const { words: search, links: answerLinks } = loadSearchWords(root, [...phases, ...supplements], problems);
  const { changes, links: changeLinks } = loadChanges(root, problems);
  const named = site ? namedPages(site.value) : [];
  const hasExercises = [...phases, ...supplements].some((lesson) => lesson.exercises.length > 0);
  const hasQuestions = [...phases, ...supplements].some((lesson) => lesson.questions.length > 0);
  const madeIn = (words: Language['strings'], ways: readonly Track[]) =>
    madePages(words, ways, {
      glossary: glossary.length > 0,
      messages: messages.length > 0,
      progress: site?.value.progress ?? false,
      questions: hasQuestions,
      exercises: hasExercises,
      guide: wantsGuide(named),
      states: states && { ...states, titles: new Map([...phases, ...supplements].map((one) => [one.slug, one.title])) },
    });
  const made = madeIn(language?.strings ?? english, tracks);
  const samples = path.join(root, 'content/samples');
  for (const page of allPages) {
    // Where the settings cannot be read, nobody knows what they ask for.
    checkFences(page, samples, targets, site?.value.typedCode ?? 'allowed', problems);
    checkCodeWidth(page, samples, site?.value.codeWidth, problems);
  }
  checkSamples(root, problems);
  const runs = loadRuns(root, allPages, problems);
  runs.others = [...phases, ...supplements].flatMap(({ exercises }) =>
    exercises.flatMap(({ runtime, setup, start, solution }) =>
      [...setup.map(({ text }) => text), start, solution].map((text) => ({ runtime, text })),
    ),
  );
  const httpModels = loadHttpModels(root, problems);
  for (const page of allPages) checkHttp(page, httpModels, problems);
  checkCodeFiles(root, problems);
  const downloads = states?.states.map(({ lesson }) => `${states.folder}/${lesson}.zip`) ?? [];
  const addresses = { pages: [...pages.keys(), ...made.keys(), ...downloads], languages: folders };
  checkPublic(root, { ...addresses, base: site?.value.base ?? '/' }, problems);
  for (const [id] of made) {
    const page = pages.get(id);
    if (page) problems.push(problem('page-taken', { file: page.file }, { path: pagePath(id) }));
  }
  if (pages.size > 0 && ![...pages.keys(), ...unread].includes('index'))
    problems.push(problem('home-missing', { file: 'content/docs' }));
  if (pages.size > 0 && names.phases.length === 0) problems.push(problem('phases-missing', { file: 'content/docs' }));
  checkAddresses(root, pages, allPages, site?.value.undescribedPictures ?? 'allowed', problems);
  checkReviews([...phases, ...supplements], pages, site?.value.reviewMonths, today, problems);
  const translations = site
    ? others.map((one) => {
        const base = { site: site.value, phases, supplements, tracks, glossary, messages, search, projects, pages };
        return loadTranslation(root, one, translatedPages.get(one.folder)!, base, problems);
      })
    : [];
  const kept = { pages, lessons: [...phases, ...supplements], targets, tracks, projects };
  const wantedLinks = checkCoverage(root, kept, problems);
  checkLinks(
    {
      pages,
      allPages: published,
      drafts: draftIds,
      languages: folders,
      made: [...made.keys(), ...unread],
      ...publishedFiles(root, addresses),
      others: [
        ...(site ? headLinks(site) : []),
        ...changeLinks,
        ...answerLinks,
        ...wantedLinks,
        ...translations.flatMap((one) => one.links),
      ],
    },
    problems,
  );
  const sections = site
    ? arrangeSections(site, phases, names.phases, pages, [...made.keys(), ...unread], draftIds, problems)
    : [];
  if (site) checkLogo(root, site, problems);
  if (site) checkHead(site, problems);
  const hasStyle = checkStyle(root, problems);
  if (site) checkHeader(site, [...pages.keys(), ...made.keys(), ...unread, ...draftIds], problems);
  const ids: LoadResult['ids'] = { content: [], ledger: new Map() };
  // Content that cannot be read whole hides ids, which would all be reported as vanished.
  if (site && !problems.some(isError)) {
    ids.content = contentIds(root, { pages, phases, supplements, tracks, projects });
    ids.ledger = loadIds(root, ids.content, site.value.progress, today, problems);
  }
  const told = distinct(problems);
  if (!site || !language || told.some(isError))
    return { curriculum: undefined, problems: told, pages, allPages, drafts, ids };
  const order = sections.flatMap((section) => section.pages);
  const placeOf = (slug: string) => (order.indexOf(`supplements/${slug}`) + order.length + 1) % (order.length + 1);
  supplements.sort((a, b) => placeOf(a.slug) - placeOf(b.slug));
  const base: Curriculum = {
    language,
    site: site.value,
    phases,
    supplements,
    tracks,
    projects,
    glossary,
    messages,
    search,
    changes,
    pages: new Map(pages),
    made,
    sections,
    header: headerLinks({ site: site.value, pages, made, projects }, String(language.strings['page.projects'])),
  };
  const curriculum = {
    ...base,
    ids: ids.ledger,
    states,
    runs,
    components,
    hasStyle,
    httpModels,
    translations: translations.map((one) => translate(base, one, (ways) => madeIn(one.language.strings, ways))),
  };
  return { curriculum, problems: told, pages, allPages, drafts, ids };
}

/** The languages that the site names, each once. */
function checkedLanguages({ value, source }: ReadYaml<SiteSettings>, problems: Problem[]) {
  const languages = namedLanguages(value);
  return languages.filter(({ tag }, index) => {
    const isFirst = languages.findIndex((one) => one.tag === tag) === index;
    if (!isFirst) problems.push(problem('language-twice', source.placeOf(['languages', index - 1]), { code: tag }));
    return isFirst;
  });
}

/** Adds a problem for each folder of translations into a language that the roadmap does not have. */
function checkFolders(pages: LoadedPages, folders: readonly string[], problems: Problem[]): void {
  const told = new Set<string>();
  for (const { id } of pages.values()) {
    const [code = '', ...rest] = id.split('/');
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/.test(code) || !pages.has(rest.join('/')) || told.has(code)) continue;
    told.add(code);
    problems.push(
      problem('language-unlisted', { file: `content/docs/${code}` }, { code, near: nearest(code, folders) }),
    );
  }
}

/**
 * Loads the curriculum and insists that it has no problems.
 *
 * @throws ContentError whose message is the report of every error; warnings are left to `npm run check`
 */
export function openCurriculum(root: string): Roadmap {
  const { curriculum, problems } = loadCurriculum(root);
  if (!curriculum) throw new ContentError(problems);
  return curriculum;
}

/** The pages that the site makes from the model, their names by their ids. */
function madePages(
  words: Language['strings'],
  tracks: readonly Track[],
  has: {
    glossary: boolean;
    messages: boolean;
    progress: boolean;
    questions: boolean;
    exercises: boolean;
    guide: boolean;
    states: (States & { titles: Map<string, string> }) | undefined;
  },
): Map<string, string> {
  const name = (
    key:
      | 'map'
      | 'search'
      | 'offline'
      | 'progress'
      | 'glossary'
      | 'messages'
      | 'questions'
      | 'exercises'
      | 'tracks'
      | 'plan'
      | 'review'
      | 'guide',
  ) => String(words[`page.${key}`]);
  const ofTracks = tracks.map((track) => [`tracks/${track.slug}`, track.title] as const);
  return new Map([
    ['map', name('map')],
    ['search', name('search')],
    ['offline', name('offline')],
    ...(has.progress ? [['progress', name('progress')] as const] : []),
    ...(has.questions ? [['questions', name('questions')] as const] : []),
    ...(has.exercises ? [['exercises', name('exercises')] as const] : []),
    ...(has.progress ? [['plan', name('plan')] as const] : []),
    ...(has.progress && has.questions ? [['review', name('review')] as const] : []),
    ...(has.glossary ? [['glossary', name('glossary')] as const] : []),
    ...(has.messages ? [['messages', name('messages')] as const] : []),
    ...(tracks.length > 0 ? [['tracks', name('tracks')] as const, ...ofTracks] : []),
    ...(has.states ? namesOfStates(has.states, words) : []),
    ...(has.guide
      ? [...guidePages].map(([id, page]) => [id, id.includes('/') ? page.title : name('guide')] as const)
      : []),
  ]);
}

/** The project itself and each of its states, as ids with names. */
function namesOfStates(
  { folder, name, states, titles }: States & { titles: Map<string, string> },
  words: Language['strings'],
): [string, string][] {
  const t = translator(words, 'en');
  return [
    [folder, name],
    ...states.map(({ lesson }): [string, string] => [
      `${folder}/${lesson}`,
      t('state.title', { project: name, lesson: titles.get(lesson) ?? lesson }),
    ]),
  ];
}

function loadSite(root: string, problems: Problem[]): ReadYaml<SiteSettings> | undefined {
  const file = 'content/site.yaml';
  if (existsSync(path.join(root, file))) return readYamlFile(root, file, siteSchema, problems);
  problems.push(problem('file-missing', { file }, { path: file }));
  return undefined;
}

/** The changes, newest first, and what they link to. */
function loadChanges(root: string, problems: Problem[]): { changes: Change[]; links: PageLink[] } {
  const file = 'content/changes.yaml';
  const read = existsSync(path.join(root, file)) ? readYamlFile(root, file, changesSchema, problems) : undefined;
  if (!read) return { changes: [], links: [] };
  const links = read.value.map((change, index) => ({
    target: change.path,
    place: read.source.placeOf([index, 'path']),
  }));
  return { changes: read.value.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)), links };
}
