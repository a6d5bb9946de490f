/** What the sitemap is told: a page that is not translated stands in it once, in the base language, and a page that moved only at
 * its new address. */
import type { SitemapOptions } from '@astrojs/sitemap';
import { inEachLanguage } from '../curriculum/model.ts';
import { renamesOf } from '../renames/moved.ts';
import { address, inLanguage } from './address.ts';
import { ownPaths } from './language-view.ts';
import type { Project } from './project.ts';

export function sitemapOptions({ curriculum }: Project): SitemapOptions {
  const { site, translations } = curriculum;
  const full = (path: string) => new URL(address(path, site.base), site.url).href;
  const moved = new Set(
    inEachLanguage(curriculum).flatMap(({ language }) =>
      renamesOf(curriculum, curriculum).pages.map(({ from }) => full(inLanguage(from, language.folder))),
    ),
  );
  // No address of its own: the service worker shows this page in place of others.
  moved.add(full('/offline/unsaved/'));
  if (translations.length === 0) return { filter: (page) => !moved.has(page) };
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
    filter: (page) => !moved.has(page) && (own.has(page) || !starts.some((start) => page.startsWith(start))),
  };
}
