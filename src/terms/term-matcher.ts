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
const arabicPrefixes = 'وفبكلا';
const isArabic = (name: string) => /^\p{Script=Arabic}/u.test(name);
const wordStart = '(?<![\\p{L}\\p{N}_])';

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
  const { starts, patternAt } = patternsOf([...ids.keys()], isEnglish);
  const idOf = (found: string): string | undefined => {
    for (const form of isEnglish ? singulars(found) : [found, found.replace(new RegExp(`^${arabicPrefix}`, 'u'), '')]) {
      const id = ids.get(form) ?? ids.get(form.toLocaleLowerCase(lang));
      if (id) return id;
    }
    return undefined;
  };
  return (text) => {
    const matches: TermMatch[] = [];
    starts.lastIndex = 0;
    for (let start = starts.exec(text); start; start = starts.exec(text)) {
      const pattern = patternAt.get(start[0])!;
      pattern.lastIndex = start.index;
      const [found] = pattern.exec(text) ?? [];
      if (found === undefined) continue;
      const end = start.index + found.length;
      const id = idOf(found.replace(/\s+/gu, ' '));
      if (id) matches.push({ start: start.index, end, id });
      starts.lastIndex = end;
    }
    return matches;
  };
}

/**
 * One pattern of hundreds of names is tried in full at every letter of a text. So places where a name may start are
 * looked for first, and only names that begin with the character there are tried, the longest first.
 */
function patternsOf(names: readonly string[], isEnglish: boolean) {
  const patterns = new Map<string, string[]>();
  const spaced = new Set<string>();
  for (const name of names.toSorted((one, two) => two.length - one.length)) {
    const [first = ''] = name;
    const own = isFixed(name) ? [first] : [first, ...first.toUpperCase()];
    for (const start of new Set(isArabic(name) ? [...own, ...arabicPrefixes] : own)) {
      patterns.set(start, [...(patterns.get(start) ?? []), patternOf(name, isEnglish)]);
      if (!unspaced.test(name)) spaced.add(start);
    }
  }
  const oneOf = (characters: readonly string[]) =>
    characters.length > 0 ? `[${characters.map((one) => one.replace(/[\]\\^-]/g, '\\$&')).join('')}]` : '(?!)';
  const [inWords, atStart] = [[...patterns.keys()].filter((one) => !spaced.has(one)), [...spaced]].map(oneOf);
  return {
    starts: new RegExp(`${wordStart}${atStart}|${inWords}`, 'gu'),
    patternAt: new Map([...patterns].map(([start, some]) => [start, new RegExp(some.join('|'), 'uy')])),
  };
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
  const before = unspaced.test(name) ? '' : wordStart + (isArabic(name) ? arabicPrefix : '');
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
