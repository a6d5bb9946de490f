/** In the browser: data of the site, as each file of it is asked for once. */

const loaded = new Map<string, Promise<unknown>>();

/**
 * Where the site of this page stands, each with a slash at the end.
 *
 * @returns `root` of the language of the page, and `base` of the base language, which holds what no language changes
 */
export function rootsOfSite(): { root: string; base: string } {
  const { root = '/', bundle = '/' } = document.querySelector<HTMLElement>('site-search')!.dataset;
  return { root, base: bundle.replace(/pagefind\/$/, '') };
}

/**
 * Loads a file of JSON that the build writes. Parts of such files are put into pages as HTML, so nothing is loaded from
 * elsewhere: not from other folders, where files of anybody could lie, and not by a name with steps or escapes in it.
 *
 * @param root address of the first page of the base language or of the page’s own, with a slash at the end
 * @param name path of the file below it
 * @throws where it is not there, without a network for one; it may be asked for again
 */
export function loadOnce<Data>(root: string, name: string): Promise<Data> {
  const { root: own, bundle } = document.querySelector<HTMLElement>('site-search')!.dataset;
  const address = root + name;
  if ((root !== own && `${root}pagefind/` !== bundle) || !/^(?:[\w-]+\/)*[\w-]+\.json$/.test(name))
    return Promise.reject(new Error(`${address}: not of this site`));
  const known = loaded.get(address) as Promise<Data> | undefined;
  if (known) return known;
  const file = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return (await answer.json()) as Data;
  });
  loaded.set(address, file);
  file.catch(() => loaded.delete(address));
  return file;
}
