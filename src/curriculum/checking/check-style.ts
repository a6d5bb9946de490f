/** Checks the style sheet of a roadmap, `content/style.css`. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import postcss, { CssSyntaxError, type Node, type Root } from 'postcss';
import { checkPicture, isPictureName } from '../pictures/check-pictures.ts';
import { isFolder, readText } from '../files/content-files.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

/** The style sheet, relative to the folder that holds `content/`. */
export const styleFile = 'content/style.css';

/** An address in a value: in `url()`, or a text in `image-set()`. */
const address = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]*))\s*\)/gi;
const inSet = /image-set\((?:[^()]|\([^()]*\))*\)/gi;

/**
 * @param root absolute path of the folder that holds `content/`
 * @returns whether there is a style sheet; its faults are added to `problems`
 */
export function checkStyle(root: string, problems: Problem[]): boolean {
  if (!lstatSync(path.join(root, styleFile), { throwIfNoEntry: false }) || isFolder(path.join(root, styleFile)))
    return false;
  if (lstatSync(path.join(root, styleFile)).isSymbolicLink()) {
    problems.push(problem('file-link', { file: styleFile }));
    return false;
  }
  const text = readText(root, styleFile, problems);
  const sheet = text === undefined ? undefined : read(text, problems);
  if (!sheet) return false;
  const placeOf = ({ source }: Node): Place => ({
    file: styleFile,
    line: source?.start?.line,
    column: source?.start?.column,
  });
  sheet.walkAtRules((rule) => {
    if (/^(?:import|charset|namespace)$/i.test(rule.name))
      problems.push(problem('style-rule', placeOf(rule), { name: `@${rule.name}` }));
  });
  sheet.walkDecls((declaration) => {
    for (const target of addressesIn(declaration.value)) checkAddress(root, target, placeOf(declaration), problems);
  });
  return true;
}

function read(text: string, problems: Problem[]): Root | undefined {
  try {
    return postcss.parse(text);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line, column, reason } = error;
    problems.push(problem('style-syntax', { file: styleFile, line, column }, { reason }));
    return undefined;
  }
}

function addressesIn(written: string): string[] {
  const value = written.replace(/\s+/g, ' ');
  const named = [...value.matchAll(address)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  const texts = [...value.matchAll(inSet)].flatMap(([set]) =>
    [...set.replace(address, '').matchAll(/"([^"]*)"|'([^']*)'/g)]
      .map(([, double, single]) => double ?? single ?? '')
      .filter((one) => !/^(?:image|font)\//.test(one)),
  );
  return [...named, ...texts];
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
