/** Writes the style sheets of a finished site, and lets each page load those it needs. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kept, writtenOut } from '../build-cache/build-cache.ts';
import { lessonsOf, type Roadmap } from '../curriculum/model/model.ts';
import { withLayerOrder } from '../theme/layer-order.ts';
import { withoutDeadProperties } from './dead-properties.ts';
import { withPlainListMargins } from './list-margins.ts';
import { askedWords, lessonKind, pageStyles, type StyledPage } from './page-styles.ts';
import { withPlainPictures } from './plain-pictures.ts';
import { scopesOf, withFewScopes, withShortScopes } from './scope-classes.ts';
import { forStyleClasses } from './style-classes.ts';
import { styledPage, wordsOfScripts } from './styled-page.ts';

/**
 * Puts all styles of pages into sheets by kind of page, and lets each page load those it needs.
 *
 * @param root folder of the finished site
 * @param pages absolute paths of its pages
 * @param rules for classes that were style attributes
 * @returns how many sheets there are
 * @throws when the bundler has made more than one sheet for all pages
 */
export function writePageStyles(root: string, pages: readonly string[], rules: string, curriculum: Roadmap): number {
  const assets = path.join(root, '_astro');
  // In the order in which pages load them: for paper, of the site, of code.
  const names = ['print', 'style', 'ec'].flatMap((name) => globSync(`${name}.*.css`, { cwd: assets }));
  const common = names.filter((name) => name.startsWith('style.'));
  if (common.length !== 1)
    throw new Error(`One style sheet for all pages is expected, and there are: ${common.join(', ')}`);
  const scripts = globSync('*.js', { cwd: assets }).map((name) => readFileSync(path.join(assets, name), 'utf8'));
  const questions = globSync('**/questions/*.json', { cwd: root }).map((name) =>
    readFileSync(path.join(root, name), 'utf8'),
  );
  const all = names.map((name) => readFileSync(path.join(assets, name), 'utf8')).join('');
  const plain = withPlainPictures(withPlainListMargins(forStyleClasses(all))) + rules;
  const kindOf = kindsOfPages(root, curriculum);
  const asked = askedWords(plain);
  const words = createHash('sha256').update(writtenOut(asked)).digest('hex');
  const kinds = new Map<string, Map<string, StyledPage>>();
  const properties = new Set(scripts.flatMap(propertiesIn));
  for (const page of pages) {
    const html = readFileSync(page, 'utf8');
    if (!html.includes(common[0]!)) continue;
    for (const name of propertiesIn(html)) properties.add(name);
    const styled = kept('page-words', [html, words], () => styledPage(html, asked));
    // Most pages of a kind are alike, and a large roadmap has many.
    const some = kinds.get(kindOf(page)) ?? new Map<string, StyledPage>();
    kinds.set(kindOf(page), some.set([...styled.words, '', ...styled.elements].toSorted().join('\n'), styled));
  }
  const byScript = wordsOfScripts(scripts, questions);
  const styles = pageStyles(
    withoutDeadProperties(plain, properties),
    new Map([...kinds].map(([kind, some]) => [kind, [...some.values()]])),
    byScript,
  );
  const scopes = scopesOf(styles.common + [...styles.kinds.values()].join(''), byScript);
  const written = new Set<string>();
  const write = (css: string) => {
    const content = withShortScopes(css, scopes);
    const name = `style.${createHash('sha256').update(content).digest('base64url').slice(0, 8)}.css`;
    writeFileSync(path.join(assets, name), content);
    written.add(name);
    return name;
  };
  const first = write(withLayerOrder(styles.common));
  const more = new Map([...styles.kinds].map(([kind, content]) => [kind, write(content)]));
  const link = /<link rel="stylesheet" href="([^"]*\/)([^"/]+)"[^>]*>/g;
  for (const page of pages) {
    const html = readFileSync(page, 'utf8');
    const own = more.get(kindOf(page));
    const linked = withFewScopes(html, scopes).replace(link, (tag, folder: string, name: string) => {
      if (name === common[0])
        return [first, ...(own ? [own] : [])]
          .map((sheet) => `<link rel="stylesheet" href="${folder}${sheet}">`)
          .join('');
      return names.includes(name) ? '' : tag;
    });
    if (linked !== html) writeFileSync(page, linked);
  }
  for (const name of names) if (!written.has(name)) rmSync(path.join(assets, name));
  return written.size;
}

const propertiesIn = (text: string): string[] => text.match(/--[a-z][\w-]*/g) ?? [];

/** Tells of the path of a page which kind it is: a lesson, the first page, or what shares its first folder. */
function kindsOfPages(root: string, curriculum: Roadmap): (page: string) => string {
  const lessons = new Set(lessonsOf(curriculum).map(({ path }) => `${path.slice(1)}index.html`));
  const languages = new Set(curriculum.translations.map(({ language }) => language.folder));
  return (page) => {
    const parts = path.relative(root, page).split(path.sep);
    const inLanguage = parts.length > 1 && languages.has(parts[0]!) ? parts.slice(1) : parts;
    return lessons.has(inLanguage.join('/')) ? lessonKind : inLanguage[0]!;
  };
}
