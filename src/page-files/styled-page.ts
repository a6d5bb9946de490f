/** Reads of finished pages and scripts what style sheets may find in them. */
import type { StyledPage } from './page-styles.ts';

const tag = /<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute = (name: string) => new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const classes = attribute('class');
const ids = attribute('id');

const valueOf = (found: RegExpExecArray | null): string => found?.[1] ?? found?.[2] ?? found?.[3] ?? '';

/** @param asked the words that style sheets ask for, and those of them that a page has are told */
export function styledPage(html: string, asked: ReadonlyMap<string, string>): StyledPage {
  const words = new Set<string>();
  const elements = new Set<string>();
  for (const [, name = '', rest = ''] of html.matchAll(tag)) {
    const own = [
      name.toLowerCase(),
      ...valueOf(classes.exec(rest))
        .split(/\s+/)
        .map((one) => `.${one}`),
    ]
      .flatMap((word) => asked.get(word) ?? [])
      .toSorted();
    for (const word of own) words.add(word);
    elements.add(own.join(' '));
    const id = asked.get(`#${valueOf(ids.exec(rest))}`);
    if (id) words.add(id);
  }
  return { words, elements };
}

/**
 * Words that scripts may put into a page: all they hold but the names under which they define elements, and those of
 * the HTML in data that they load.
 */
export function wordsOfScripts(scripts: readonly string[], data: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const script of scripts)
    for (const [word] of script.replace(/\bdefine\((["'`])[\w-]+\1/g, '').matchAll(/[\w-]+/g)) words.add(word);
  for (const text of data)
    for (const [, name, list] of text.matchAll(/<([a-z][\w-]*)|\bclass=\\?"([^"\\]*)/g))
      for (const word of (name ?? list ?? '').split(' ')) words.add(word);
  return words;
}
