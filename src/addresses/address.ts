/**
 * Address of a path in the site.
 *
 * `/phases/caching/#redis` → `/base/phases/caching/#redis`, `https://…` stays
 *
 * @param base base path with or without a slash at the end
 */
export function address(path: string, base: string): string {
  return path.startsWith('/') ? `${base.replace(/\/$/, '')}${path}` : path;
}

/**
 * Path of the same page in a language; files, which are the same for all, stay.
 *
 * `/phases/caching/#redis` → `/ar/phases/caching/#redis`, `/samples/caching.zip` stays
 *
 * @param folder folder of the language, empty for the base language
 * @param folders folders of all languages: a path that names one already stays
 */
export function inLanguage(path: string, folder: string, folders: readonly string[] = [folder]): string {
  const [page = ''] = path.split(/[?#]/);
  const isPage = /^\/(?!\/)/.test(page) && !/\.\w+$/.test(page);
  const isNamed = folders.some((one) => one !== '' && page.startsWith(`/${one}/`));
  return folder === '' || !isPage || isNamed ? path : `/${folder}${path}`;
}
