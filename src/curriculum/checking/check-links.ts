/** Checks links between pages: the page exists, and the heading a `#` names exists in it. */
import { anchorIn } from '../../addresses/anchor.ts';
import type { LoadedPage, LoadedPages } from '../reading/load-pages.ts';
import { nearest } from '../problems/nearest.ts';
import { pagePath } from '../names/page-id.ts';
import type { PageLink } from '../markup/page-source.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

/** Where links may lead, and where they stand. */
interface Linked {
  /** Pages in the base language. */
  pages: LoadedPages;
  /** Pages in every language. */
  allPages: readonly LoadedPage[];
  /** Ids of pages that are not published. */
  drafts: readonly string[];
  /** Folders of the further languages: a link may name the page of one language, and mostly names none. */
  languages: readonly string[];
  /** Ids of pages made from the model. */
  made: readonly string[];
  /** Links of data files. */
  others: readonly PageLink[];
  /** Files under `public/`, by their paths from there. */
  files: readonly string[];
  /** Whether a file is published, by its path from the root of the site without a slash before it. */
  isPublished(file: string): boolean;
}

/** Adds a problem for every link from the root of the site, or within a page, that leads nowhere. */
export function checkLinks(
  { pages, allPages, drafts, languages, made, others, files, isPublished }: Linked,
  problems: Problem[],
): void {
  const inBase = new Map<string, readonly string[] | undefined>([
    ...[...pages.values()].map(
      (page) => [pagePath(page.id), [...page.headings.map(({ id }) => id), ...page.anchors]] as const,
    ),
    // Headings of pages that are made from the model are not known here; tests of the built site follow those links.
    ...made.map((id) => [pagePath(id), undefined] as const),
  ]);
  const paths = [...inBase.keys()];
  const unpublished = new Set(drafts.map(pagePath));
  const anchors = new Map(
    ['', ...languages.map((folder) => `/${folder}`)].flatMap((start) =>
      [...inBase].map(([path, ids]) => [start + path, ids] as const),
    ),
  );
  const check = (target: string, from: string, place: Place, own: readonly string[] = []) => {
    const [whole, written] = target.split('#') as [string, string?];
    // What is asked of a page, as in `/search/?q=bread`, is the page’s to answer.
    const to = whole.replace(/\?.*/, '');
    const anchor = written && anchorIn(`#${written}`);
    const address = to === '' ? from : to;
    if (!anchors.has(address)) {
      if (unpublished.has(address)) problems.push(problem('link-draft', place, { target }));
      else if (!/\.\w+$/.test(address))
        problems.push(problem('link-broken', place, { target, near: nearest(address, paths) }));
      else if (!isPublished(anchorIn(`#${address.slice(1)}`))) {
        const near = nearest(address, files);
        problems.push(problem('link-file', place, { target, near }));
      }
      return;
    }
    const known = anchors.get(address);
    if (!anchor || !known || known.includes(anchor) || (to === '' && own.includes(anchor))) return;
    const near = nearest(anchor, known);
    problems.push(problem('link-broken', place, { target, near: near && `${address}#${near}` }));
  };
  for (const page of allPages) {
    for (const { target, place } of page.links)
      if (/^(?:\/(?!\/)|#)/.test(target)) check(target, pagePath(page.id), place, page.anchors);
  }
  for (const { target, place } of others) check(target, '/', place);
}
