/** The language of a page: its view of the curriculum, its words, and its addresses. */
import languages from 'virtual:languages';
import type { Stop } from '../curriculum/model/model.ts';
import { titledStops } from '../curriculum/model/track-stops.ts';
import { translator, type Translator } from '../strings/translator.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { lessonViews, type CurriculumView } from './curriculum-view.ts';
import type { LanguageView } from './language-view.ts';

export interface TitledLink {
  href: string;
  title: string;
}

export interface PageLanguage extends Omit<LanguageView, 'strings'> {
  curriculum: CurriculumView;
  t: Translator;
  /** Attributes of an element with a text of data: where it is not translated, they say what language it is in. */
  mark(text: string): { lang?: string; dir?: 'ltr' | 'rtl' };
  /** Address in the site of a path from its root; a page is that of this language. */
  href(path: string): string;
  /** Link to a phase or supplement. */
  lessonLink(slug: string): TitledLink;
  /** Links to stages of tracks, such as “8 stages, stage 3”. */
  stopLinks(stops: readonly Stop[]): TitledLink[];
}

const base = import.meta.env.BASE_URL;
const folders = languages.map((language) => language.folder);

const inBase = { lang: languages[0]!.tag, dir: languages[0]!.direction };

let known: Set<string> | undefined;
/** Every text of data in the base language. */
function textsInBase(): ReadonlySet<string> {
  if (known) return known;
  known = new Set();
  JSON.stringify(languages[0]!.curriculum, (_key, value: unknown) => {
    if (typeof value === 'string') known!.add(value);
    return value;
  });
  return known;
}

function pageLanguage({ strings, ...language }: LanguageView): PageLanguage {
  const t = translator(strings, language.tag);
  const lessons = lessonViews(language.curriculum);
  const href = (path: string) => address(inLanguage(path, language.folder, folders), base);
  return {
    ...language,
    t,
    mark: (text) => (language.folder !== '' && textsInBase().has(text) ? { ...inBase } : {}),
    href,
    lessonLink(slug) {
      const { path, title } = lessons.get(slug)!;
      return { href: href(path), title };
    },
    stopLinks: (stops) =>
      titledStops(stops, language.curriculum.tracks, t).map(({ path, title }) => ({ href: href(path), title })),
  };
}

const all = languages.map(pageLanguage);

/** The language that pages are written in first. */
export const baseLanguage = all[0]!;

/** The language of an address. */
export function languageOf({ pathname }: URL): PageLanguage {
  const [first] = below(pathname).split('/');
  return all.find((language) => language.folder !== '' && language.folder === first) ?? baseLanguage;
}

/** Path of a page without base path and language: `/roadmap/ar/phases/flour/` → `/phases/flour/` */
export function pathInBase(url: URL): string {
  const { folder } = languageOf(url);
  const path = below(url.pathname);
  return `/${folder ? path.slice(folder.length + 1) : path}`;
}

const below = (pathname: string) => pathname.slice(base.replace(/\/?$/, '/').length);

/** Whether a language has a page as its own; otherwise it shows that of the base language. */
export function hasOwn(language: Pick<LanguageView, 'folder' | 'own'>, path: string): boolean {
  return language.folder === '' || language.own.includes(path);
}

/**
 * Lets links to pages in HTML of the base language lead to the same pages in another one.
 *
 * `<a href="/roadmap/phases/dough/">` → `<a href="/roadmap/ar/phases/dough/">`
 */
export function linksInLanguage(html: string, { folder }: Pick<PageLanguage, 'folder'>): string {
  const start = base.replace(/\/$/, '');
  return html.replace(/(<a\b[^>]*?\shref=")([^"]*)/g, (whole, before: string, to: string) =>
    to.startsWith(`${start}/`) ? before + start + inLanguage(to.slice(start.length), folder, folders) : whole,
  );
}
