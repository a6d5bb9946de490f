/** What the sitemap is told: a page that is not translated stands in it once, in the base language, and a page that moved only at
 * its new address. */
import type { SitemapOptions } from '@astrojs/sitemap';
import { inEachLanguage, type Curriculum } from '../curriculum/model/model.ts';
import { pagePath } from '../curriculum/names/page-id.ts';
import { renamesOf } from '../renames/moved.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { commitsByFile } from '../repository/git-history.ts';
import { isIndexed } from '../site/indexed.ts';
import { ownPaths } from '../site/language-view.ts';
import type { Project } from '../site/project.ts';

export function sitemapOptions({ curriculum, root, hasHistory }: Project): SitemapOptions {
  const { site, translations } = curriculum;
  const full = (path: string) => new URL(address(path, site.base), site.url).href;
  const renamed = renamesOf(curriculum, curriculum).pages;
  const moved = new Set(
    inEachLanguage(curriculum).flatMap(({ language }) =>
      renamed.map(({ from }) => full(inLanguage(from, language.folder))),
    ),
  );
  const folders = ['', ...translations.map(({ language }) => `/${language.folder}`)];
  const isListed = (page: string) =>
    !moved.has(page) &&
    folders.every(
      (folder) => !page.startsWith(full(`${folder}/`)) || isIndexed(page.slice(full(`${folder}/`).length - 1)),
    );
  const serialize = withDates(inEachLanguage(curriculum), full, hasHistory ? root : undefined);
  if (translations.length === 0) return { filter: isListed, serialize };
  const own = new Set(
    translations.flatMap((one) => ownPaths(one, curriculum).map((path) => full(`/${one.language.folder}${path}`))),
  );
  const starts = translations.map(({ language }) => full(`/${language.folder}/`));
  return {
    i18n: {
      defaultLocale: 'root',
      locales: Object.fromEntries(
        inEachLanguage(curriculum).map(({ language }) => [language.folder || 'root', language.tag]),
      ),
    },
    serialize,
    filter: (page) => isListed(page) && (own.has(page) || !starts.some((start) => page.startsWith(start))),
  };
}

/** Gives each page of the content the day of its last change, where git knows it. */
function withDates(
  languages: readonly Curriculum[],
  full: (path: string) => string,
  repository: string | undefined,
): NonNullable<SitemapOptions>['serialize'] {
  // Git is asked once, and only in a build: reading these options must not cost it.
  let days: ReadonlyMap<string, string> | undefined;
  const daysOfPages = () => {
    if (repository === undefined) return new Map<string, string>();
    const commits = commitsByFile(repository, ['content/docs']);
    return new Map(
      languages.flatMap(({ pages, language: { folder } }) =>
        [...pages].flatMap(([id, { file }]) => {
          const day = commits.get(file)?.[0]?.time;
          return day === undefined ? [] : [[full(inLanguage(pagePath(id), folder)), day] as const];
        }),
      ),
    );
  };
  return (item) => {
    days ??= daysOfPages();
    const lastmod = days.get(item.url);
    return lastmod === undefined ? item : { ...item, lastmod };
  };
}
