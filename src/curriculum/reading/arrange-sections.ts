/** Makes the groups of the sidebar from `content/site.yaml`. */
import { missingLesson } from './load-lessons.ts';
import type { LoadedPages } from './load-pages.ts';
import { folders } from './load-pages.ts';
import type { Curriculum, Phase, Section, SidebarEntry } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { pagePath } from '../names/page-id.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { SiteSettings } from '../schema/schema.ts';
import type { YamlSource } from '../files/yaml-source.ts';

/** Whether a page is one of those that `progress: false` takes away; the places that name it need no change. */
export const isOff = (id: string, { progress }: Pick<SiteSettings, 'progress'>): boolean =>
  !progress && ['progress', 'plan', 'review'].includes(id);

type NamedEntry = Extract<SiteSettings['sections'][number], { pages: unknown }>['pages'][number];

/** Ids of all pages that the groups of the sidebar name, those in inner groups among them. */
export const namedPages = ({ sections }: Pick<SiteSettings, 'sections'>): string[] =>
  sections.flatMap((section) => ('pages' in section ? section.pages.flatMap(pagesOfEntry) : []));

function pagesOfEntry(entry: NamedEntry): string[] {
  if (typeof entry === 'string') return [entry];
  return 'pages' in entry ? entry.pages.flatMap(pagesOfEntry) : [];
}

/** Titles of all groups and links of the sidebar, in order. */
export const sidebarTitles = ({ sections }: Pick<SiteSettings, 'sections'>): string[] =>
  sections.flatMap((section) => [section.title, ...('pages' in section ? section.pages.flatMap(titlesOfEntry) : [])]);

function titlesOfEntry(entry: NamedEntry): string[] {
  if (typeof entry === 'string') return [];
  return [entry.title, ...('pages' in entry ? entry.pages.flatMap(titlesOfEntry) : [])];
}

/** The entries with the titles that another language has for them. */
export const translatedEntries = (
  entries: readonly SidebarEntry[],
  titles: Readonly<Record<string, string>> = {},
): SidebarEntry[] =>
  entries.map((entry) => {
    if (typeof entry === 'string') return entry;
    const title = titles[entry.title] ?? entry.title;
    return 'link' in entry ? { ...entry, title } : { title, entries: translatedEntries(entry.entries, titles) };
  });

/**
 * @param names slugs of all phase pages, those included whose fields are wrong
 * @param made ids of the pages that are made from the model, such as `map`
 * @param drafts ids of pages that are not published: a group may name them before they are
 */
export function arrangeSections(
  site: { value: SiteSettings; source: YamlSource },
  phases: readonly Phase[],
  names: readonly string[],
  pages: LoadedPages,
  made: readonly string[],
  drafts: readonly string[],
  problems: Problem[],
): Section[] {
  const { value: settings, source } = site;
  const slugs = phases.map((phase) => phase.slug);
  const firsts = settings.sections.flatMap((section) => ('firstPhase' in section ? [section.firstPhase] : []));
  const ids = [...pages.keys(), ...made];
  const named = new Set(namedPages(settings));
  /** The page of all tracks is followed by each of them, where the author does not place them. */
  const withTracks = (id: string) =>
    id === 'tracks' ? [id, ...made.filter((one) => one.startsWith('tracks/') && !named.has(one))] : [id];
  const entriesOf = (entries: readonly NamedEntry[], at: readonly (string | number)[]): SidebarEntry[] =>
    entries.flatMap((entry, position): SidebarEntry[] => {
      if (typeof entry !== 'string') {
        if (!('pages' in entry)) return [entry];
        const inner = entriesOf(entry.pages, [...at, position, 'pages']);
        return inner.length > 0 ? [{ title: entry.title, entries: inner }] : [];
      }
      if (isOff(entry, settings) || (drafts.includes(entry) && !ids.includes(entry))) return [];
      if (!ids.includes(entry)) {
        const place = source.placeOf([...at, position]);
        problems.push(problem('page-unknown', place, { id: entry, near: nearest(entry, ids) }));
      }
      return withTracks(entry);
    });
  const sections = settings.sections.map((section, index): Section => {
    if ('pages' in section) {
      const entries = entriesOf(section.pages, ['sections', index, 'pages']);
      return { title: section.title, entries, pages: pagesIn(entries) };
    }
    const start = slugs.indexOf(section.firstPhase);
    if (start < 0) {
      const place = source.placeOf(['sections', index, 'firstPhase']);
      const slug = section.firstPhase;
      if (!names.includes(slug))
        problems.push(
          missingLesson(place, slug, 'firstPhase', {
            allowed: names,
            drafts: drafts.map((id) => id.replace(/^.*\//, '')),
          }),
        );
      return { title: section.title, entries: [], pages: [] };
    }
    const end = slugs.findIndex((slug, position) => position > start && firsts.includes(slug));
    const pages = slugs.slice(start, end < 0 ? undefined : end).map((slug) => folders.phases + slug);
    return { title: section.title, entries: pages, pages };
  });
  const placed = new Set(sections.flatMap((section) => section.pages));
  for (const { slug, file } of phases)
    if (!placed.has(folders.phases + slug)) problems.push(problem('phase-unplaced', { file }, { slug }));
  return sections;
}

const pagesIn = (entries: readonly SidebarEntry[]): string[] =>
  entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : 'entries' in entry ? pagesIn(entry.entries) : []));

/** A problem for each page, the home page apart, that neither the sidebar nor the header names. */
export function unplacedPages({
  pages,
  sections,
  header,
}: Pick<Curriculum, 'pages' | 'sections' | 'header'>): Problem[] {
  const paths = new Set([
    ...sections.flatMap((section) => section.pages.map(pagePath)),
    ...header.map(({ path }) => path),
  ]);
  return [...pages.values()]
    .filter(({ id }) => id !== 'index' && !id.startsWith(folders.phases) && !paths.has(pagePath(id)))
    .map(({ id, file }) => problem('page-unplaced', { file }, { id }));
}
