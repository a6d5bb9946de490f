/** Says strings in a language: puts values in, chooses plural forms, writes numbers and dates. */
import type { english, StringEntry, StringKey } from './english.ts';

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type TextOf<Entry> = Entry extends string ? Entry : Entry extends { other: infer Text extends string } ? Text : never;
/** Names of the values that a string needs. */
export type NamesIn<Key extends StringKey> = Names<TextOf<(typeof english)[Key]>>;
type Values<Name extends string> = Record<Name, string | number>;

export interface Translator {
  /** Language tag, such as `en` or `pt-BR`. */
  lang: string;
  /** `t('lesson.phase', { position: 4, count: 25 })` → `Phase 4 of 25` */
  <Key extends StringKey>(key: Key, ...values: [NamesIn<Key>] extends [never] ? [] : [Values<NamesIn<Key>>]): string;
  /** The text before and after one value, which is an element: `t.around('topic.after', 'topics')` → `['After ', '']` */
  around<Key extends StringKey, Name extends NamesIn<Key>>(
    key: Key,
    name: Name,
    ...values: [Exclude<NamesIn<Key>, Name>] extends [never] ? [] : [Values<Exclude<NamesIn<Key>, Name>>]
  ): [before: string, after: string];
  /** The same as alone, with a capital at its start: `beginner` → `Beginner` */
  alone(words: string): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** `2026-11-20` or a full time of ISO 8601 → `November 20, 2026` */
  date(iso: string): string;
  /** `['Java 25', 'Python 3']` → `Java 25, Python 3` */
  list(items: readonly string[]): string;
  /** The same for things that are no text: what stands between them are strings. */
  between<Item>(items: readonly Item[]): (Item | string)[];
}

/** TypeScript 6 does not know the method yet. */
type RangeRules = Intl.PluralRules & { selectRange(from: number, to: number): Intl.LDMLPluralRule };

/** Code points of zero in systems whose digits follow each other. */
const zeros: Readonly<Record<string, number>> = { latn: 0x30, arab: 0x660, arabext: 0x6f0, deva: 0x966, beng: 0x9e6 };

/**
 * The digit zero of a language. The first `Intl.NumberFormat` of a page takes some 20 ms, 80 on a phone, and most numbers
 * of an interface are small: below 1,000 a number is its digits in every language.
 *
 * @returns its code point; undefined where the browser does not tell the system (Firefox) or it has other digits
 */
function zeroOf(lang: string): number | undefined {
  const locale = new Intl.Locale(lang) as Intl.Locale & { getNumberingSystems?(): string[] };
  return zeros[locale.getNumberingSystems?.()[0] ?? ''];
}

/** Stands for the value that is an element; no text has it. */
const gap = '\u0000';

/**
 * @param table strings of the language; must have every key that is asked for
 * @param lang tag of the language
 */
export function translator(table: Readonly<Record<string, StringEntry>>, lang: string): Translator {
  const zero = zeroOf(lang);
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    zero !== undefined && !options && Number.isInteger(value) && value >= 0 && value < 1000
      ? String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
      : new Intl.NumberFormat(lang, options).format(value);
  const textOf = (key: string, values: Values<string>): string => {
    const entry = table[key] ?? key;
    if (typeof entry === 'string') return entry;
    const rules = new Intl.PluralRules(lang) as RangeRules;
    const { count, from, to } = values;
    const form =
      typeof from === 'number' && typeof to === 'number' ? rules.selectRange(from, to) : rules.select(Number(count));
    return entry[form] ?? entry.other;
  };
  const say = (key: string, values: Values<string> = {}) =>
    textOf(key, values).replace(/\{(\w+)\}/g, (name, key: string) => {
      const value = values[key];
      return typeof value === 'number' ? number(value) : (value ?? name);
    });
  const comma = String(table['list.between'] ?? ', ');
  const more: Omit<Translator, never> = {
    lang,
    around: ((key: string, name: string, values: Values<string> = {}) => {
      const [before = '', after = ''] = say(key, { ...values, [name]: gap }).split(gap);
      return [before, after];
    }) as Translator['around'],
    alone: (words) => words.replace(/^\u2066?\p{Ll}/u, (first) => first.toLocaleUpperCase(lang)),
    number,
    date: (iso) =>
      new Date(iso).toLocaleDateString(lang, { dateStyle: 'long', ...(iso.length === 10 && { timeZone: 'UTC' }) }),
    list: (items) => items.join(comma),
    between: (items) => items.flatMap((item, index) => (index === 0 ? [item] : [comma, item])),
  };
  return Object.assign(say, more) as unknown as Translator;
}
