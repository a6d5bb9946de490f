/** What is asked of style rules to tell which pages they may change, and which of two would win. */

/** Parts of a list that stand between commas outside of brackets. */
export function splitList(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of list) {
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** Classes, ids and names of elements, each as one word: `.card`, `#top`, `p`. */
export type Words = ReadonlySet<string>;

/** `:name(choices)`, with brackets in brackets in it. */
const functions = /:([\w-]+)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;

/** A selector without what it asks in brackets, but for the only choice of `:is()` and `:where()`. */
const bare = (selector: string): string =>
  selector
    .replace(/\[[^\]]*\]/g, '')
    .replace(functions, (_, name: string, choices: string) =>
      /^(?:is|where)$/.test(name) && /^[.#]?[\w-]+$/.test(choices) ? choices : '',
    )
    .replace(/(?<!\\):+[\w-]+/g, '');

/**
 * The words that must be in a page, and more perhaps, for a selector to find something in it.
 *
 * `ul.big:where(.astro-1) > li:not(.x)` → `ul`, `.big`, `.astro-1`, `li`
 */
export const neededWords = (selector: string): string[] => [
  ...new Set((bare(selector).match(/[.#]?-?[a-z_](?:[\w-]|\\.)*/gi) ?? []).map((word) => word.replaceAll('\\', ''))),
];

/** What a selector asks of each element on the way to the one it finds, in order: `ul.big > li:not(p a)` → `ul.big`, `li:not(pa)` */
export const compounds = (selector: string): string[] =>
  selector.replace(functions, (all) => all.replace(/[\s>+~]/g, '')).split(/[\s>+~]+/);

/**
 * The same for the element itself that a selector finds.
 *
 * `ul.big > li.row::before` → `li`, `.row`
 */
export const subjectWords = (selector: string): string[] => neededWords(compounds(selector).at(-1) ?? '');

/** The part of an element that a selector finds, such as `::before`; empty for the element itself. */
export const pseudoElement = (selector: string): string =>
  /::?(?:before|after)$|::[\w-]+(?:\([^)]*\))?$/.exec(selector)?.[0] ?? '';

/**
 * How specific a selector is: ids, then classes, then elements, as one number.
 *
 * @see https://www.w3.org/TR/selectors-4/#specificity-rules
 */
export function specificity(selector: string): number {
  let inner = 0;
  const outer = selector.replace(functions, (_, name: string, choices: string) => {
    if (name === 'where') return '';
    if (/^(?:is|not|has|matches|-webkit-any)$/.test(name)) {
      inner += Math.max(...splitList(choices).map(specificity));
      return '';
    }
    return `:${name}`;
  });
  const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;
  const plain = outer.replace(/\[[^\]]*\]/g, '.a');
  const elements = /::[\w-]+|:(?:before|after|first-line|first-letter)\b/g;
  const rest = plain.replace(elements, '');
  return (
    inner +
    10_000 * count(/#[\w-]+/g, rest) +
    100 * count(/[.:][\w-]+/g, rest) +
    count(elements, plain) +
    count(/(?<![\w.#:-])[a-z][\w-]*/gi, rest)
  );
}
