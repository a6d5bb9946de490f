/** Checks links between pages: the page exists, and the heading a `#` names exists in it. */
import type { LoadedPage, LoadedPages } from './load-pages.ts';
import { nearest } from './nearest.ts';
import { pagePath } from './page-id.ts';
import type { PageLink } from './page-source.ts';
import { problem, type Place, type Problem } from './problems.ts';

/** Where links may lead, and where they stand. */
interface Linked {
  /** Pages in the base language. */
  pages: LoadedPages;
  /** Pages in every language. */
  allPages: readonly LoadedPage[];
  /** Folders of the further languages: a link may name the page of one language, and mostly names none. */
  languages: readonly string[];
  /** Ids of pages made from the model. */
  made: readonly string[];
  /** Links of data files. */
  others: readonly PageLink[];
}

/** Adds a problem for every link from the root of the site, or within a page, that leads nowhere. */
export function checkLinks({ pages, allPages, languages, made, others }: Linked, problems: Problem[]): void {
  const inBase = new Map<string, readonly string[] | undefined>([
    ...[...pages.values()].map((page) => [pagePath(page.id), page.headings.map(({ id }) => id)] as const),
    // Headings of pages that are made from the model are not known here; tests of the built site follow those links.
    ...made.map((id) => [pagePath(id), undefined] as const),
  ]);
  const paths = [...inBase.keys()];
  const anchors = new Map(
    ['', ...languages.map((folder) => `/${folder}`)].flatMap((start) =>
      [...inBase].map(([path, ids]) => [start + path, ids] as const),
    ),
  );
  const check = (target: string, from: string, place: Place) => {
    const [to, anchor] = target.split('#') as [string, string?];
    const address = to === '' ? from : to;
    if (!anchors.has(address)) {
      if (!/\.\w+$/.test(address))
        problems.push(problem('link-broken', place, { target, near: nearest(address, paths) }));
      return;
    }
    const known = anchors.get(address);
    if (!anchor || !known || known.includes(anchor)) return;
    const near = nearest(anchor, known);
    problems.push(problem('link-broken', place, { target, near: near && `${address}#${near}` }));
  };
  for (const page of allPages) {
    for (const { target, place } of page.links) if (/^[/#]/.test(target)) check(target, pagePath(page.id), place);
  }
  for (const { target, place } of others) check(target, '/', place);
}
