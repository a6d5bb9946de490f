/** Makes the groups of the sidebar from `content/site.yaml`. */
import type { LoadedPages } from './load-pages.ts';
import { folders } from './load-pages.ts';
import type { Curriculum, Phase, Section } from './model.ts';
import { nearest } from './nearest.ts';
import { pagePath } from './page-id.ts';
import { problem, type Problem } from './problems.ts';
import type { SiteSettings } from './schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** Whether a page is one of those that `progress: false` takes away; the places that name it need no change. */
export const isOff = (id: string, { progress }: Pick<SiteSettings, 'progress'>): boolean =>
  !progress && ['progress', 'plan', 'review'].includes(id);

/**
 * @param names slugs of all phase pages, those included whose fields are wrong
 * @param made ids of the pages that are made from the model, such as `map`
 */
export function arrangeSections(
  site: { value: SiteSettings; source: YamlSource },
  phases: readonly Phase[],
  names: readonly string[],
  pages: LoadedPages,
  made: readonly string[],
  problems: Problem[],
): Section[] {
  const { value: settings, source } = site;
  const slugs = phases.map((phase) => phase.slug);
  const firsts = settings.sections.flatMap((section) => ('firstPhase' in section ? [section.firstPhase] : []));
  const ids = [...pages.keys(), ...made];
  const named = new Set(settings.sections.flatMap((section) => ('pages' in section ? section.pages : [])));
  /** The page of all tracks is followed by each of them, where the author does not place them. */
  const withTracks = (id: string) =>
    id === 'tracks' ? [id, ...made.filter((one) => one.startsWith('tracks/') && !named.has(one))] : [id];
  const sections = settings.sections.map((section, index): Section => {
    if ('pages' in section) {
      section.pages.forEach((id, position) => {
        if (ids.includes(id) || isOff(id, settings)) return;
        const place = source.placeOf(['sections', index, 'pages', position]);
        problems.push(problem('page-unknown', place, { id, near: nearest(id, ids) }));
      });
      return { title: section.title, pages: section.pages.filter((id) => !isOff(id, settings)).flatMap(withTracks) };
    }
    const start = slugs.indexOf(section.firstPhase);
    if (start < 0) {
      const place = source.placeOf(['sections', index, 'firstPhase']);
      const slug = section.firstPhase;
      if (!names.includes(slug))
        problems.push(problem('phase-unknown', place, { slug, field: 'firstPhase', near: nearest(slug, names) }));
      return { title: section.title, pages: [] };
    }
    const end = slugs.findIndex((slug, position) => position > start && firsts.includes(slug));
    return {
      title: section.title,
      pages: slugs.slice(start, end < 0 ? undefined : end).map((slug) => folders.phases + slug),
    };
  });
  const placed = new Set(sections.flatMap((section) => section.pages));
  for (const { slug, file } of phases)
    if (!placed.has(folders.phases + slug)) problems.push(problem('phase-unplaced', { file }, { slug }));
  return sections;
}

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
