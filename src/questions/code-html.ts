/** Highlights code of questions in the colors of all other code, in the elements that src/theme/code.css knows. */
import { createHighlighter, type BundledLanguage, type Highlighter } from 'shiki';
import { keptLater } from '../build-cache/build-cache.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { knownLanguage } from '../theme/code-language.ts';
import { codeThemes, tokenizeTimeLimit } from '../theme/code-themes.ts';

let opened: Promise<Highlighter> | undefined;

/** Loaded languages by the word that a fence has; what is not known is plain text. */
async function languageOf(word: string, highlighter: Highlighter): Promise<BundledLanguage | 'text'> {
  const found = knownLanguage(word);
  if (!found) return 'text';
  await highlighter.loadLanguage(found.id as BundledLanguage);
  return found.id as BundledLanguage;
}

/**
 * Highlights the lines of a code.
 *
 * @param language as a fence names it
 * @returns HTML of each line; colors are style attributes with `--0` and `--1`, those of Expressive Code
 */
export function codeLines(code: string, language: string): Promise<string[]> {
  const key = `${language}\n${code}`;
  const lines = known.get(key) ?? keptLater('code', [language, code], () => highlight(code, language));
  known.set(key, lines);
  return lines;
}

/** Lines by language and code: pages, decks and languages show the same. */
const known = new Map<string, Promise<string[]>>();

async function highlight(code: string, language: string): Promise<string[]> {
  opened ??= createHighlighter({ themes: codeThemes as never, langs: [] });
  const highlighter = await opened;
  const lang = await languageOf(language, highlighter);
  const [first, second] = codeThemes.map(({ name }) => name) as [string, string];
  const { tokens } = highlighter.codeToTokens(code, {
    lang,
    themes: { 0: first, 1: second },
    defaultColor: false,
    cssVariablePrefix: '--',
    tokenizeTimeLimit,
  });
  return tokens.map((line) =>
    line
      .map(({ content, htmlStyle }) => {
        const text = escapeHtml(content);
        const colors = Object.entries((htmlStyle ?? {}) as Record<string, string>)
          .filter(([name]) => name === '--0' || name === '--1')
          .map(([name, color]) => `${name}:${color.toUpperCase()}`);
        return colors.length > 0 && content.trim() ? `<span style="${colors.join(';')}">${text}</span>` : text;
      })
      .join(''),
  );
}

/** A line of code, as Expressive Code writes it. */
export const codeLine = (html: string): string => `<div class="ec-line"><div class="code">${html || '\n'}</div></div>`;

/**
 * A whole block of code.
 *
 * @param title what stands above it; nothing stands there when it is left out
 */
export async function codeHtml(code: string, language: string, title?: string): Promise<string> {
  const lines = await codeLines(code, language);
  const header = title ? `<figcaption class="header"><span class="title">${escapeHtml(title)}</span></figcaption>` : '';
  const classes = `frame${title ? ' has-title' : ''} output`;
  return `<div class="expressive-code"><figure class="${classes}">${header}<pre class="wrap" data-language="${escapeHtml(language)}"><code>${lines.map(codeLine).join('')}</code></pre></figure></div>`;
}
