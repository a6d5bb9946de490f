/** Checks what kind of address links and pictures have, and that pictures are there. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { checkPicture } from '../pictures/check-pictures.ts';
import { pageId, pagePath } from '../names/page-id.ts';
import type { LoadedPage, LoadedPages } from '../reading/load-pages.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { PageImage } from '../markup/page-source.ts';
import type { SiteSettings } from '../schema/schema.ts';

const scheme = /^\s*([a-z][a-z0-9+.-]*):/i;
const linkSchemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Whether an address would run a script or carry a whole file in itself. */
const isUnsafe = (target: string) => {
  // Browsers ignore control characters and blanks in a scheme.

  const name = scheme.exec(target.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  return name !== undefined && !linkSchemes.has(name);
};

/**
 * Checks the addresses of every page.
 *
 * @param root absolute path of the folder that holds `content/`
 * @param pages pages of the base language, which links name
 * @param all pages in every language
 * @param undescribed whether pictures in the words of a page may be without a text
 */
export function checkAddresses(
  root: string,
  pages: LoadedPages,
  all: readonly LoadedPage[],
  undescribed: SiteSettings['undescribedPictures'],
  problems: Problem[],
): void {
  for (const page of all) {
    for (const { target, place } of page.links) {
      if (isUnsafe(target) || target.startsWith('//')) problems.push(problem('link-unsafe', place, { target }));
      else if (!scheme.test(target) && !/^[/#]/.test(target))
        problems.push(problem('link-relative', place, { target, near: fromRoot(target, page, pages) }));
    }
    for (const { target, alt, by, place } of page.images) {
      if (isUndescribed({ alt }) && (undescribed === 'refused' || by !== 'words'))
        problems.push(problem('image-alt', place, { target }));
      if (isElsewhere(target)) problems.push(problem('image-external', place, { target }));
      else if (isUnsafe(target)) problems.push(problem('link-unsafe', place, { target }));
      else if (by === 'element' && !target.startsWith('/'))
        problems.push(problem('image-element', place, { target, alt: alt ?? '' }));
      // An import is taken letter by letter; the words of a page have escapes.
      else checkPicture(root, by === 'import' ? target : decode(target, decodeURI), place.file, place, problems);
    }
    for (const { element, target, place } of page.media) {
      const reason = isElsewhere(target)
        ? 'elsewhere'
        : !target.startsWith('/')
          ? 'beside'
          : isFile(root, target)
            ? undefined
            : 'missing';
      if (reason) problems.push(problem('media-address', place, { element, reason }));
    }
    checkFields(root, page.frontmatter.data, [], page, problems);
  }
}

/** Whether a picture that shows something has no text for people who cannot see it. */
export const isUndescribed = ({ alt }: Pick<PageImage, 'alt'>): boolean => alt?.trim() === '';

/** Whether an address is one of another site. */
const isElsewhere = (target: string) => /^(?:https?:)?\/\//i.test(target);

const isFile = (root: string, target: string) =>
  statSync(path.join(root, 'public', decode(target.replace(/[?#].*/, ''))), { throwIfNoEntry: false })?.isFile() ??
  false;

/** The path a relative link most likely means. */
function fromRoot(target: string, page: LoadedPage, pages: LoadedPages): string | undefined {
  const clean = decode(target.split('#')[0]!).replaceAll('\\', '/');
  const file = path.posix.join(path.posix.dirname(page.file), clean);
  const anchor = target.includes('#') ? `#${target.split('#')[1]}` : '';
  const ids = [
    pageId(file.replace(/^content\/docs\//, '').replace(/\/$/, '')),
    path.posix.join(page.id, clean).replace(/\/$/, ''),
  ];
  const id = ids.find((one) => pages.has(one));
  return id === undefined ? undefined : pagePath(id) + anchor;
}

/** Fields of the frontmatter that hold addresses, such as those of a hero’s buttons. */
function checkFields(
  root: string,
  value: unknown,
  keys: (string | number)[],
  page: LoadedPage,
  problems: Problem[],
): void {
  if (typeof value === 'string') {
    const key = keys.at(-1);
    if (['link', 'href', 'src', 'file', 'prev', 'next', 'editUrl'].includes(String(key)) && isUnsafe(value))
      problems.push(problem('link-unsafe', page.frontmatter.placeOf(keys), { target: value }));
    if (keys.includes('image') && ['file', 'dark', 'light'].includes(String(key))) {
      // Starlight takes a file beside the page only.
      if (/^\.{1,2}\//.test(value)) checkPicture(root, value, page.file, page.frontmatter.placeOf(keys), problems);
      else problems.push(problem('image-hero', page.frontmatter.placeOf(keys), { target: value }));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      checkFields(root, inner, [...keys, Array.isArray(value) ? Number(key) : key], page, problems);
  }
}

function decode(text: string, way = decodeURIComponent): string {
  try {
    return way(text);
  } catch {
    return text;
  }
}
