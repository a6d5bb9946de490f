/** Checks the style sheet of a roadmap, `content/style.css`. */
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { transform, type UrlDependency } from 'lightningcss';
import postcss, { CssSyntaxError, type Node, type Root } from 'postcss';
import { checkPicture, isPictureName } from '../pictures/check-pictures.ts';
import { isFolder, readText } from '../files/content-files.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

/** The style sheet, relative to the folder that holds `content/`. */
export const styleFile = 'content/style.css';

/** Rules that browsers know. */
const atRules: ReadonlySet<string> = new Set(
  'color-profile container counter-style document font-face font-feature-values font-palette-values keyframes layer media page position-try property scope starting-style supports view-transition viewport annotation character-variant historical-forms ornaments styleset stylistic swash bottom-center bottom-left bottom-left-corner bottom-right bottom-right-corner left-bottom left-middle left-top right-bottom right-middle right-top top-center top-left top-left-corner top-right top-right-corner'.split(
    ' ',
  ),
);

/** A text that is an address of another host, for functions that browsers read as addresses one day, such as `src()`. */
const farText = /(["'])((?:[a-z][a-z0-9+.-]*:)?\/\/.*?)\1/gi;

/**
 * @param root absolute path of the folder that holds `content/`
 * @returns whether there is a style sheet; its faults are added to `problems`
 */
export function checkStyle(root: string, problems: Problem[]): boolean {
  const content = path.join(root, 'content');
  for (const name of isFolder(content) ? readdirSync(content).sort() : [])
    if (/\.(?:css|less|s[ac]ss)$/i.test(name) && `content/${name}` !== styleFile)
      problems.push(problem('style-name', { file: `content/${name}` }, { name }));
  if (!lstatSync(path.join(root, styleFile), { throwIfNoEntry: false }) || isFolder(path.join(root, styleFile)))
    return false;
  if (lstatSync(path.join(root, styleFile)).isSymbolicLink()) {
    problems.push(problem('file-link', { file: styleFile }));
    return false;
  }
  const text = readText(root, styleFile, problems);
  const sheet = text === undefined ? undefined : read(text, problems);
  if (text === undefined || !sheet) return false;
  const placeOf = ({ source }: Node): Place => ({
    file: styleFile,
    line: source?.start?.line,
    column: source?.start?.column,
  });
  sheet.walkAtRules((rule) => {
    if (/^(?:import|charset|namespace)$/i.test(rule.name))
      problems.push(problem('style-rule', placeOf(rule), { name: `@${rule.name}` }));
    else if (!atRules.has(rule.name.toLowerCase().replace(/^-(?:webkit|moz|ms|o)-/, '')))
      problems.push(problem('style-rule-unknown', placeOf(rule), { name: `@${rule.name}` }));
  });
  const addresses = addressesIn(text, problems);
  for (const { url, loc } of addresses)
    checkAddress(root, url, { file: styleFile, line: loc.start.line, column: loc.start.column }, problems);
  const named = new Set(addresses.map(({ url }) => url));
  sheet.walkDecls((declaration) => {
    if (declaration.prop.toLowerCase() === 'content') return;
    for (const [, , target] of declaration.value.matchAll(farText))
      if (!named.has(target!)) problems.push(problem('style-address', placeOf(declaration), { target: target! }));
  });
  return true;
}

function read(text: string, problems: Problem[]): Root | undefined {
  try {
    // A map that the sheet names is no part of it.
    return postcss.parse(text, { map: false });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line, column, reason } = error;
    problems.push(problem('style-syntax', { file: styleFile, line, column }, { reason }));
    return undefined;
  }
}

/** The addresses of a sheet, read as the build reads it: with escapes, and whatever function they stand in. */
function addressesIn(text: string, problems: Problem[]): UrlDependency[] {
  try {
    const { dependencies } = transform({ filename: styleFile, code: Buffer.from(text), analyzeDependencies: true });
    return (dependencies ?? []).flatMap((one) => (one.type === 'url' ? [one] : []));
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    problems.push(
      problem('style-syntax', { file: styleFile, line: loc?.line, column: loc?.column }, { reason: message }),
    );
    return [];
  }
}

function checkAddress(root: string, target: string, place: Place, problems: Problem[]): void {
  if (target.startsWith('#')) return;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target) || target === '')
    return void problems.push(problem('style-address', place, { target }));
  if (isPictureName(target)) return checkPicture(root, target, styleFile, place, problems);
  const file = path.posix.join(target.startsWith('/') ? 'public' : 'content', target);
  const isFont = /\.woff2?$/i.test(file) && /^(?:content|public)\//.test(file);
  if (!isFont || !lstatSync(path.join(root, file), { throwIfNoEntry: false })?.isFile())
    problems.push(problem('style-file', place, { target }));
}
