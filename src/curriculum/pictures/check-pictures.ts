/**
 * Checks the files that pages show as pictures. What a page names is loaded by the build, which takes a file by what its
 * name says: a program runs, and what it gives is published. So only files that are pictures may be named.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { hasPictureHeader } from './picture-header.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import type { SiteSettings } from '../schema/schema.ts';
import { svgFault, svgHasSize } from './svg-faults.ts';
import type { YamlSource } from '../files/yaml-source.ts';

/** Endings of the pictures that pages may show. */
export const pictureEndings = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'] as const;

const ending = new RegExp(String.raw`\.(?:${pictureEndings.join('|')})$`, 'i');

/**
 * Whether a name ends as that of a picture does, with nothing in it that asks for another form of the file, or that one
 * part of the build could take for an escape and another for a letter.
 */
export const isPictureName = (name: string): boolean => ending.test(name) && !/[?#%\0]/.test(name);

/**
 * Adds a problem when a picture that a page names is none.
 *
 * @param root absolute path of the folder that holds `content/`
 * @param target the name as the page has it, without escapes
 * @param file the page or component, below `root`
 */
export function checkPicture(root: string, target: string, file: string, place: Place, problems: Problem[]): void {
  if (!isPictureName(target)) {
    problems.push(problem('image-kind', place, { target, allowed: pictureEndings }));
    return;
  }
  const folder = target.startsWith('/')
    ? 'public'
    : file.startsWith('content/docs/')
      ? 'content/docs'
      : path.posix.dirname(file);
  const resolve = (name: string) =>
    folder === 'public' ? path.posix.join('public', name) : path.posix.join(path.posix.dirname(file), name);
  const withSlashes = target.replaceAll('\\', '/');
  if (!resolve(withSlashes).startsWith(`${folder}/`)) {
    problems.push(problem('image-outside', place, { target }));
    return;
  }
  const name = resolve(target);
  if (!isFileItself(root, name)) {
    const near = withSlashes !== target && isFileItself(root, resolve(withSlashes)) ? withSlashes : undefined;
    problems.push(problem('image-missing', place, { target, near }));
    return;
  }
  const content = readFileSync(path.join(root, name));
  if (/\.svg$/i.test(name)) {
    // Those under `public/` are looked at whether a page shows them or not.
    const fault = folder === 'public' ? undefined : svgFault(content);
    if (fault) problems.push(problem('svg-unsafe', place, { file: name, what: fault }));
    else if (!svgHasSize(content)) problems.push(problem('image-size', place, { target }));
  } else if (!hasPictureHeader(content)) problems.push(problem('image-damaged', place, { target }));
}

/** Adds a problem for each picture of the logo that is none. */
export function checkLogo(
  root: string,
  { value: { logo }, source }: { value: Pick<SiteSettings, 'logo'>; source: YamlSource },
  problems: Problem[],
): void {
  const files = typeof logo === 'string' ? [[logo]] : Object.entries(logo ?? {}).map(([theme, file]) => [file, theme]);
  for (const [file, ...theme] of files)
    checkPicture(root, file!, 'content/site.yaml', source.placeOf(['logo', ...theme]), problems);
}

/** Whether a name is that of a file, and leads there through no link: a link could lead out of the content. */
function isFileItself(root: string, name: string): boolean {
  if (!lstatSync(path.join(root, name), { throwIfNoEntry: false })?.isFile()) return false;
  return realpathSync(path.join(root, name)) === path.join(realpathSync(root), name);
}
