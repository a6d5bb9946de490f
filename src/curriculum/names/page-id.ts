/** Names of pages: the number of a file gives the order and never shows in an address. */

const numbered = /^(\d+)-(.+)$/;

/**
 * Id of a page from its path under `content/docs`.
 *
 * `phases/04-relational-databases.mdx` → `phases/relational-databases`, `index.mdx` → `index`
 */
export function pageId(pathUnderDocs: string): string {
  const parts = pathUnderDocs
    .replaceAll('\\', '/')
    .replace(/\.mdx?$/, '')
    .split('/')
    .map((part) => numbered.exec(part)?.[2] ?? part);
  if (parts.length > 1 && parts.at(-1) === 'index') parts.pop();
  return parts.join('/');
}

/** Splits a file name such as `04-relational-databases.mdx`; undefined when it has another form. */
export function phaseFileName(name: string): { number: number; slug: string } | undefined {
  const match = /^(\d{1,6})-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name);
  return match ? { number: Number(match[1]), slug: match[2]! } : undefined;
}

/** Splits a file name such as `2-eight-stages.yaml`; undefined when it has another form. */
export function trackFileName(name: string): { number: number; slug: string } | undefined {
  const match = /^(\d{1,6})-([a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml$/.exec(name);
  return match ? { number: Number(match[1]), slug: match[2]! } : undefined;
}

/** Path of a page from the root of the site, without base and with a slash at the end. */
export function pagePath(id: string): string {
  return id === 'index' ? '/' : `/${id}/`;
}
