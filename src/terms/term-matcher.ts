/** Finds words of the glossary in running text. */

/** A term with its names; the first name is the one the glossary lists it under. */
export interface NamedTerm {
  id: string;
  names: readonly string[];
}

export interface TermMatch {
  start: number;
  end: number;
  id: string;
}

/** Scripts that put no spaces between words: a name may stand anywhere in them. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Short words that Arabic writes as part of the next one: “and”, “in”, “for”, “as” and the article. */
const arabicPrefix = '(?:[وفبكل]{0,2}(?:ال|لل)?)';

/**
 * Makes a function that finds terms in a text, the longest name first, each place once.
 *
 * A name with capitals inside (`ACID`, `mTLS`, `Let’s Encrypt`) is found as it is written only; others may begin with a
 * small or a capital letter. In English a name is found in the plural too.
 *
 * @param lang tag of the language of the text
 */
export function termMatcher(terms: readonly NamedTerm[], lang: string): (text: string) => TermMatch[] {
  const ids = new Map<string, string>();
  for (const { id, names } of terms)
    for (const name of names) {
      const key = isFixed(name) ? name : name.toLocaleLowerCase(lang);
      if (!ids.has(key)) ids.set(key, id);
    }
  if (ids.size === 0) return () => [];
  const isEnglish = /^en\b/i.test(lang);
  const names = [...ids.keys()].sort((one, two) => two.length - one.length);
  const pattern = new RegExp(names.map((name) => patternOf(name, isEnglish)).join('|'), 'gu');
  const idOf = (found: string): string | undefined => {
    for (const form of isEnglish ? singulars(found) : [found, found.replace(new RegExp(`^${arabicPrefix}`, 'u'), '')]) {
      const id = ids.get(form) ?? ids.get(form.toLocaleLowerCase(lang));
      if (id) return id;
    }
    return undefined;
  };
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const id = idOf(match[0].replace(/\s+/gu, ' '));
      return id ? [{ start: match.index, end: match.index + match[0].length, id }] : [];
    });
}

/** Whether a name is written in one way only. */
const isFixed = (name: string) => /\p{L}.*\p{Lu}/u.test(name);

function patternOf(name: string, isEnglish: boolean): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/gu, '\\s+');
  const [first = ''] = name;
  const anyCase =
    isFixed(name) || first.toUpperCase() === first
      ? escaped
      : `[${first}${first.toUpperCase()}]${escaped.slice(first.length)}`;
  const plural = isEnglish && /[a-zA-Z]$/.test(name) ? pluralOf(anyCase) : anyCase;
  const isArabic = /^\p{Script=Arabic}/u.test(name);
  const before = unspaced.test(name) ? '' : '(?<![\\p{L}\\p{N}_])' + (isArabic ? arabicPrefix : '');
  const after = unspaced.test(name.at(-1) ?? '') ? '' : '(?![\\p{L}\\p{M}\\p{N}_])';
  // A hyphen makes another word of it: “non-idempotent”, “pod-level”.
  return `${before}${isEnglish ? '(?<!\\p{L}-)' : ''}${plural}${after}${isEnglish ? '(?!-\\p{L})' : ''}`;
}

/** `query` → `quer(?:y|ies)`, `cache` → `caches?`, `bus` → `bus(?:es)?` */
function pluralOf(pattern: string): string {
  if (/[^aeiou]y$/.test(pattern)) return `${pattern.slice(0, -1)}(?:y|ies)`;
  return /(?:s|x|z|ch|sh)$/.test(pattern) ? `${pattern}(?:es)?` : `${pattern}s?`;
}

function singulars(word: string): string[] {
  return [word, word.replace(/ies$/, 'y'), word.replace(/s$/, ''), word.replace(/es$/, '')];
}
