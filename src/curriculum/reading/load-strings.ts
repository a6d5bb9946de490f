/** Loads the languages of a roadmap with the words of the interface in each, and checks `content/i18n`. */
import path from 'node:path';
import { i18nSchema } from '@astrojs/starlight/schema';
import { english, type StringEntry, type StringKey } from '../../strings/english.ts';
import { filesBelow, isFolder, readText } from '../files/content-files.ts';
import type { Language } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { SiteSettings } from '../schema/schema.ts';
import { readYaml, type YamlSource } from '../files/yaml-source.ts';

const folder = 'content/i18n';
const starlightKeys = Object.keys(i18nSchema().shape);
const allKeys = [...Object.keys(english), ...starlightKeys];

/** A language of the roadmap without its words. */
type Named = Omit<Language, 'strings'>;

/** The languages that `content/site.yaml` names, the base language first. */
export function namedLanguages({ language, languages }: Pick<SiteSettings, 'language' | 'languages'>): Named[] {
  return [{ code: language, label: undefined, direction: undefined }, ...languages].map(
    ({ code, label, direction }, index) => {
      const tag = canonical(code);
      return {
        folder: index === 0 ? '' : tag.toLowerCase(),
        tag,
        direction: direction ?? directionOf(tag),
        label: label ?? labelOf(tag),
      };
    },
  );
}

const canonical = (code: string) => Intl.getCanonicalLocales(code)[0] ?? code;

function directionOf(tag: string): Language['direction'] {
  // TypeScript 6 does not know the method yet.
  const { direction } = (new Intl.Locale(tag) as unknown as { getTextInfo(): { direction: string } }).getTextInfo();
  return direction === 'rtl' ? 'rtl' : 'ltr';
}

/** The name of a language in itself, `العربية`. */
function labelOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(tag));
}

/**
 * Loads the words of each language: English, replaced by what its file has.
 *
 * @param root absolute path of the folder that holds `content/`
 */
export function loadStrings(root: string, languages: readonly Named[], problems: Problem[]): Language[] {
  const tags = languages.map(({ tag }) => tag);
  const files = isFolder(path.join(root, folder)) ? filesBelow(root, folder, problems) : [];
  const tables = new Map<string, Partial<Record<StringKey, StringEntry>>>();
  for (const name of files) {
    const file = `${folder}/${name}`;
    const tag = name.replace(/\.json$/, '');
    if (tag === name) problems.push(problem('file-ending', { file }, { name, allowed: '`.json`' }));
    // Settings that cannot be read name no language, and their own problem is told.
    else if (tags.length > 0 && !tags.includes(tag))
      problems.push(problem('language-unlisted', { file }, { code: tag, near: nearest(tag, tags) }));
    else tables.set(tag, readStrings(root, file, tag, problems));
  }
  return languages.map((language) => ({
    ...language,
    strings: { ...(language.direction === 'rtl' ? isolatedEnglish() : english), ...tables.get(language.tag) },
  }));
}

/** English words as they stand on a page that is read from the right, where a number at their start would go to their end. */
const isolatedEnglish = () =>
  Object.fromEntries(
    Object.entries<StringEntry>(english).map(([key, entry]) => [
      key,
      typeof entry === 'string'
        ? isolate(entry)
        : Object.fromEntries(Object.entries(entry).map(([form, text]) => [form, isolate(text)])),
    ]),
  ) as Record<StringKey, StringEntry>;

/**
 * Put between the signs of Unicode that keep a text of the other direction together, where anything but a letter stands at
 * an end of it: only that would move.
 */
const isolate = (text: string) => (/\p{L}/u.test(text) && /^\P{L}|\P{L}$/u.test(text) ? `\u2066${text}\u2069` : text);

function readStrings(
  root: string,
  file: string,
  tag: string,
  problems: Problem[],
): Partial<Record<StringKey, StringEntry>> {
  const text = readText(root, file, problems);
  // JSON is YAML, whose reader knows the line of every value; only tabs are not.
  const source = text === undefined ? undefined : readYaml(text.replaceAll('\t', '  '), file, 1, problems);
  if (!source) return {};
  try {
    JSON.parse(text!);
  } catch (error) {
    problems.push(problem('json-syntax', { file }, { reason: `${(error as Error).message}.` }));
    return {};
  }
  const { data } = source;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    problems.push(
      problem('field-wrong', { file, line: 1 }, { field: '', value: data, allowed: 'keys with texts are expected' }),
    );
    return {};
  }
  const table: Record<string, StringEntry> = {};
  for (const [key, value] of Object.entries(data)) {
    if (!allKeys.includes(key))
      problems.push(problem('string-unknown', source.placeOf([key]), { key, near: nearest(key, allKeys) }));
    else if (checkEntry(key, value, tag, source, problems) && key in english) table[key] = value as StringEntry;
  }
  return table;
}

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** Whether a value may stand for a string; the reasons why not are added to `problems`. */
function checkEntry(key: string, value: unknown, tag: string, source: YamlSource, problems: Problem[]): boolean {
  const original: StringEntry | undefined = key in english ? english[key as StringKey] : undefined;
  const place = source.placeOf([key]);
  const before = problems.length;
  const wanted = original === undefined ? [] : namesIn(typeof original === 'string' ? original : original.other);
  const checkText = (text: string, complete: boolean) => {
    if (original === undefined) {
      // Starlight writes some of its strings as HTML.
      if (text.includes('<')) problems.push(problem('html-unsafe', place, { name: '<' }));
      return;
    }
    const found = namesIn(text);
    const unknown = found.find((name) => !wanted.includes(name));
    const missing = complete ? wanted.find((name) => !found.includes(name)) : undefined;
    if (unknown !== undefined)
      problems.push(
        problem('string-placeholder', place, { key, name: unknown, known: false, allowed: [...new Set(wanted)] }),
      );
    else if (missing !== undefined)
      problems.push(
        problem('string-placeholder', place, { key, name: missing, known: true, allowed: [...new Set(wanted)] }),
      );
  };
  if (typeof value === 'string' && value.trim()) checkText(value, true);
  else if (typeof original === 'object' && typeof value === 'object' && value !== null) {
    const allowed: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const [form, text] of Object.entries(value)) {
      if (!allowed.includes(form))
        problems.push(problem('string-plural', source.placeOf([key, form]), { key, form, allowed, needed: false }));
      else if (typeof text !== 'string')
        problems.push(
          problem('field-wrong', source.placeOf([key, form]), {
            field: key,
            value: text,
            allowed: 'a text is expected',
          }),
        );
      // “One hour” needs no number.
      else checkText(text, form === 'other');
    }
    if (!('other' in value))
      problems.push(problem('string-plural', place, { key, form: 'other', allowed, needed: true }));
  } else
    problems.push(
      problem('field-wrong', place, {
        field: key,
        value,
        allowed: typeof original === 'object' ? 'a text or plural forms are expected' : 'a text is expected',
      }),
    );
  return problems.length === before;
}
