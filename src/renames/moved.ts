/** What was renamed, as addresses: pages that moved, and the former anchors of sections. */
import { kindOf, resolveId, splitId } from '../curriculum/names/ids.ts';
import { lessonsOf, type Curriculum, type Roadmap } from '../curriculum/model/model.ts';
import { pagePath } from '../curriculum/names/page-id.ts';

/** A section that was on a page, and where it is now. */
export interface MovedSection {
  /** Its former anchor. */
  id: string;
  title: string;
  path: string;
}

/** A page that was at an address, and where it is now; paths are from the root of the site without base and language. */
export interface MovedPage {
  from: string;
  to: string;
  title: string;
  /** Sections that were on it; the others keep their anchors on the new page. */
  sections: MovedSection[];
}

/** Former anchors of a page that is still there. */
export interface FormerAnchors {
  /** Anchor of today → the anchors it had before. */
  here: Record<string, string[]>;
  /** Sections that are on another page now. */
  elsewhere: MovedSection[];
}

export interface Renames {
  pages: MovedPage[];
  /** By the path of the page. */
  anchors: Record<string, FormerAnchors>;
}

/**
 * Reads the renames of a roadmap.
 *
 * @param curriculum the same roadmap in the language that titles are wanted in
 */
export function renamesOf({ ids }: Pick<Roadmap, 'ids'>, curriculum: Curriculum): Renames {
  const places = placesOf(curriculum);
  const paths = new Set([...places.values()].map(({ path }) => path.split('#')[0]!));
  const pages = new Map<string, MovedPage>();
  const anchors: Record<string, FormerAnchors> = {};
  // Pages first, so that their sections find them.
  const renamed = [...ids].filter(([, { now }]) => now !== undefined).map(([id]) => id);
  for (const id of renamed.toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)))) {
    const place = places.get(resolveId(ids, id)[0] ?? '');
    if (!place) continue;
    for (const from of formerPaths(id, place.path)) {
      const [page = '', anchor] = from.split('#') as [string, string?];
      if (anchor === undefined) {
        if (!paths.has(page)) pages.set(page, { from: page, to: place.path, title: place.title, sections: [] });
      } else if (paths.has(page)) {
        const known = (anchors[page] ??= { here: {}, elsewhere: [] });
        const [to, section] = place.path.split('#') as [string, string];
        if (to === page) (known.here[section] ??= []).push(anchor);
        else known.elsewhere.push({ id: anchor, title: place.title, path: place.path });
      } else pages.get(page)?.sections.push({ id: anchor, title: place.title, path: place.path });
    }
  }
  return { pages: [...pages.values()], anchors };
}

const isPart = (id: string) => ['topic', 'project', 'stage'].includes(kindOf(id)!);

/** Title and path of everything that has an address, by its id. */
function placesOf(curriculum: Curriculum): Map<string, { title: string; path: string }> {
  return new Map<string, { title: string; path: string }>([
    ...lessonsOf(curriculum).flatMap((lesson) => [
      [`lesson:${lesson.slug}`, lesson] as const,
      ...lesson.topics.map((topic) => [`topic:${lesson.slug}/${topic.id}`, topic] as const),
    ]),
    ...curriculum.projects.map((project) => [`project:${project.id}`, project] as const),
    ...curriculum.tracks.flatMap((track) => [
      [`track:${track.slug}`, track] as const,
      ...track.stages.map(
        (stage) =>
          [`stage:${track.slug}/${stage.id}`, { title: stage.title, path: `${track.path}#${stage.id}` }] as const,
      ),
    ]),
    ...[...curriculum.pages.values()].map(
      (page) => [`page:${page.id}`, { title: page.title, path: pagePath(page.id) }] as const,
    ),
  ]);
}

/**
 * Addresses that an id may have had. Whether a lesson was a phase or a supplement is not known any more, so it has both;
 * a project is taken to be on the page it was on.
 */
function formerPaths(id: string, today: string): string[] {
  const [parent, name] = splitId(id);
  const owner = parent.split(':')[1]!;
  const lessons = (slug: string) => [pagePath(`phases/${slug}`), pagePath(`supplements/${slug}`)];
  switch (kindOf(id)) {
    case 'lesson':
      return lessons(name);
    case 'topic':
      return lessons(owner).map((page) => `${page}#${name}`);
    case 'project':
      return [`${today.split('#')[0]!}#${name}`];
    case 'track':
      return [pagePath(`tracks/${name}`)];
    case 'stage':
      return [`${pagePath(`tracks/${owner}`)}#${name}`];
    case 'page':
      return [pagePath(id.slice('page:'.length))];
    default:
      return [];
  }
}

/**
 * The file `_redirects`, which Cloudflare and Netlify read.
 *
 * @param pages in each language, with its folder at the start of both paths
 * @param address puts the base path before a path
 */
export const redirectsFile = (
  pages: readonly Pick<MovedPage, 'from' | 'to'>[],
  address: (path: string) => string,
): string => pages.map(({ from, to }) => `${address(from)} ${address(to)} 301\n`).join('');
