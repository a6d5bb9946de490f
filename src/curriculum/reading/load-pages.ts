/** Loads every page under `content/docs`. */
import path from 'node:path';
import { z } from 'astro/zod';
import { tagsIn } from '../../markdown/html-addresses.ts';
import { markupFaults } from '../markup/allowed-markup.ts';
import { filesBelow, isFolder, readText } from '../files/content-files.ts';
import type { Page } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { pageId } from '../names/page-id.ts';
import { readPage, type PageLink, type PageSource } from '../markup/page-source.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { readingTime, shownLines } from '../model/reading-time.ts';
import type { OwnComponents } from '../markup/own-components.ts';
import {
  lessonTranslationSchema,
  phaseSchema,
  projectPageSchema,
  projectsTranslationSchema,
  starlightKeys,
  starlightOwnSchema,
  starlightSchema,
} from '../schema/schema.ts';
import { checkShape, type YamlSource } from '../files/yaml-source.ts';

/** Folders whose pages have fields of their own, as the start of their pages’ ids. */
export const folders = { phases: 'phases/', supplements: 'supplements/', projects: 'projects/' } as const;

/** A page together with its frontmatter. */
export interface LoadedPage extends Page {
  frontmatter: YamlSource;
}

type UntimedPage = Omit<LoadedPage, 'reading'>;

/** Pages by id. */
export type LoadedPages = ReadonlyMap<string, LoadedPage>;

/** Whether a page is a lesson: a phase or a supplement. */
export const isLesson = (id: string) => id.startsWith(folders.phases) || id.startsWith(folders.supplements);

/** Pages in the base language, and their translations by the folder of the language. */
export interface AllPages {
  pages: LoadedPages;
  /** Translated pages by the id of the page that they translate. */
  translations: ReadonlyMap<string, LoadedPages>;
  /** Ids of pages in the base language that are there and cannot be read; what names them is not wrong. */
  unread: string[];
  /** Pages in any language that are not published; the build leaves them out, and `npm run dev` shows them. */
  drafts: LoadedPage[];
}

/**
 * @param root absolute path of the folder that holds `content/`
 * @param languages folders of the further languages
 * @param components the roadmap’s own, by the folder of the language
 */
export function loadPages(
  root: string,
  languages: readonly string[],
  problems: Problem[],
  components: ReadonlyMap<string, OwnComponents> = new Map(),
): AllPages {
  const folder = 'content/docs';
  const pages = new Map<string, LoadedPage>();
  const translations = new Map(languages.map((language) => [language, new Map<string, LoadedPage>()]));
  if (!isFolder(path.join(root, folder))) {
    problems.push(problem('folder-missing', { file: folder }, { folder }));
    return { pages, translations, unread: [], drafts: [] };
  }
  const unread: string[] = [];
  const drafts: LoadedPage[] = [];
  const linesOf = shownLines(path.join(root, 'content/samples'));
  for (const name of filesBelow(root, folder, problems)) {
    const file = `${folder}/${name}`;
    if (!/\.mdx?$/.test(name)) {
      // Starlight makes pages of more endings than these, which nothing would have checked.
      if (/\.(?:m[dk]\w*|markdown|txt|html?|ya?ml)$/i.test(name))
        problems.push(problem('file-ending', { file }, { name, allowed: '`.mdx` or `.md`' }));
      continue;
    }
    const language = languages.find((one) => name.startsWith(`${one}/`));
    const nameInLanguage = language === undefined ? name : name.slice(language.length + 1);
    const id = pageId(nameInLanguage);
    if (!isPageName(nameInLanguage, id, file, problems)) continue;
    const text = readText(root, file, problems);
    const source = text === undefined ? undefined : readPage(text, file, problems, components.get(language ?? ''));
    if (!source) {
      if (language === undefined) unread.push(id);
      continue;
    }
    const page: LoadedPage = {
      ...(language === undefined ? toPage(id, source, problems) : toTranslation(id, source, problems)),
      reading: readingTime(source, linesOf),
    };
    const siblings = translations.get(language ?? '') ?? pages;
    const twin = siblings.get(id);
    if (twin) problems.push(problem('slug-twice', { file }, { slug: id.split('/').at(-1)!, other: twin.file }));
    if (isDraft(source)) drafts.push(page);
    else siblings.set(id, page);
  }
  return { pages, translations, unread, drafts };
}

const isDraft = ({ frontmatter }: PageSource) => (frontmatter.data as { draft?: unknown }).draft === true;

/** Whether a file can become a page at all; the reason why not is added to `problems`. */
function isPageName(name: string, id: string, file: string, problems: Problem[]): boolean {
  const folder = Object.values(folders).find((one) => name.startsWith(one));
  // File names of phases have a form of their own, which is checked with the phases.
  if (folder === folders.phases && name.split('/').length === 2) return true;
  if (name.includes('\\') || !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(id)) {
    const near = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\.mdx?$/, '')
      .replace(/[^a-z0-9/]+/g, '-')
      .replace(/(^|\/)-+|-+(\/|$)/g, '$1$2');
    problems.push(problem('page-file-name', { file }, { name, near: `${near || 'page'}.mdx` }));
    return false;
  }
  if (folder && name.split('/').length > 2) {
    problems.push(problem('page-folder', { file }, { folder: `content/docs/${folder.slice(0, -1)}` }));
    return false;
  }
  return true;
}

/** A translated page: only its texts are its own. */
function toTranslation(id: string, source: PageSource, problems: Problem[]): UntimedPage {
  checkStarlight(source, problems);
  const isProject = id.startsWith(folders.projects) || id === 'projects';
  if (isLesson(id)) {
    const own = { ...(source.frontmatter.data as object) } as Record<string, unknown>;
    for (const key of starlightKeys) if (!(key in lessonTranslationSchema.shape)) delete own[key];
    for (const key of Object.keys(own)) {
      if (!(key in phaseSchema.shape) || key in lessonTranslationSchema.shape) continue;
      problems.push(problem('field-translated', source.frontmatter.placeOf([key]), { field: key }));
      delete own[key];
    }
    checkShape(lessonTranslationSchema, { ...source.frontmatter, data: own }, problems);
  } else {
    checkShape(
      isProject ? plainPageSchema.extend(projectsTranslationSchema.shape) : plainPageSchema,
      source.frontmatter,
      problems,
    );
    checkKeys(source.frontmatter, [...starlightKeys, ...(isProject ? ['trains'] : [])], problems);
  }
  return pageOf(id, source);
}

/** Checks Starlight’s fields: by our words where they say more, else by its own schema. */
function checkStarlight({ frontmatter }: PageSource, problems: Problem[]): void {
  if (checkShape(starlightSchema, frontmatter, problems)) checkShape(starlightOwnSchema, frontmatter, problems);
  checkMarksInFields(frontmatter, problems);
  const { sidebar } = frontmatter.data as { sidebar?: Record<string, unknown> | null };
  for (const field of ['order', 'hidden'])
    if (sidebar?.[field] !== undefined)
      problems.push(
        problem('field-idle', frontmatter.placeOf(['sidebar', field]), {
          field: `sidebar.${field}`,
          cure: '`sections` in `content/site.yaml` say which pages the sidebar has, and in which order.',
        }),
      );
}

const plainPageSchema = z.looseObject({ title: phaseSchema.shape.title, description: phaseSchema.shape.description });

function toPage(id: string, source: PageSource, problems: Problem[]): UntimedPage {
  checkStarlight(source, problems);
  if (!isLesson(id)) {
    checkShape(plainPageSchema, source.frontmatter, problems);
    const own = id.startsWith(folders.projects) || id === 'projects' ? Object.keys(projectPageSchema.shape) : [];
    checkKeys(source.frontmatter, [...starlightKeys, ...own], problems);
  }
  return pageOf(id, source);
}

/** Fields that Starlight writes as HTML. */
const fieldsWithMarks = [
  ['hero', 'tagline'],
  ['banner', 'content'],
];

function checkMarksInFields({ data, placeOf }: YamlSource, problems: Problem[]): void {
  for (const keys of fieldsWithMarks) {
    const value = keys.reduce<unknown>(
      (part, key) => (part as Record<string, unknown> | null | undefined)?.[key],
      data,
    );
    if (typeof value !== 'string') continue;
    for (const { name } of markupFaults(value, 'line')) problems.push(problem('html-unsafe', placeOf(keys), { name }));
  }
}

function pageOf(id: string, source: PageSource): UntimedPage {
  const data = source.frontmatter.data as { title?: string; description?: string; sidebar?: { label?: string } } | null;
  const title = data?.title ?? id;
  return {
    id,
    file: source.file,
    title,
    label: data?.sidebar?.label ?? title,
    description: data?.description ?? '',
    headings: source.headings,
    anchors: source.anchors,
    fences: source.fences,
    links: [...source.links, ...linksOfFrontmatter(source.frontmatter)],
    images: source.images,
    media: source.media,
    checkpoints: source.checkpoints,
    text: source.text,
    components: source.components,
    frontmatter: source.frontmatter,
  };
}

/** Links that stand outside the text: the buttons of a hero, those of a banner, and neighbors that the page names itself. */
function linksOfFrontmatter(source: YamlSource): PageLink[] {
  const { hero, prev, next, banner } = source.data as {
    hero?: { actions?: unknown };
    prev?: unknown;
    next?: unknown;
    banner?: { content?: unknown };
  };
  const actions: unknown[] = Array.isArray(hero?.actions) ? hero.actions : [];
  const inBanner = tagsIn(typeof banner?.content === 'string' ? banner.content : '').flatMap(({ attributes }) => {
    const target = attributes.get('href');
    return target === undefined ? [] : [{ target, place: source.placeOf(['banner', 'content']) }];
  });
  const inFields = [
    ...actions.map((action, index) => [action, ['hero', 'actions', index]] as const),
    [prev, ['prev']] as const,
    [next, ['next']] as const,
  ].flatMap(([value, path]) => {
    const target = (value as { link?: unknown } | null | undefined)?.link;
    return typeof target === 'string' ? [{ target, place: source.placeOf([...path, 'link']) }] : [];
  });
  return [...inFields, ...inBanner];
}

function checkKeys(source: YamlSource, allowed: readonly string[], problems: Problem[]): void {
  for (const key of Object.keys((source.data ?? {}) as object)) {
    if (allowed.includes(key)) continue;
    problems.push(
      problem('field-unknown', source.placeOf([key]), { field: key, allowed, near: nearest(key, allowed) }),
    );
  }
}
