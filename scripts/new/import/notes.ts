/** Reads a folder of notes that another program made, or a person: its pages in order, and where its pictures lie. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse, parseDocument } from 'yaml';
import { mostBytes } from '../../../src/curriculum/files/content-files.ts';
import { CannotMake } from '../plan.ts';

/** A page of the folder. */
export interface Note {
  /** Path below the folder, with forward slashes. */
  file: string;
  fields: Readonly<Record<string, unknown>>;
  body: string;
  /** Lines before the body. */
  linesBefore: number;
  /** Whether it is MDX, where tags are elements and braces are expressions. */
  isMdx: boolean;
}

export interface Notes {
  /** In the order in which they are read. */
  pages: Note[];
  /** Parts of pages, which pages import: their names begin with `_`. */
  parts: Note[];
  /** All other files, by their paths below the folder. */
  files: string[];
}

const ignored = /^(?:\.|node_modules$|dist$|build$|_site$)/;
/** Pages of a repository, and no part of a course. */
const apart = /(?:^|\/)(?:LICEN[CS]E|CONTRIBUTING|CODE_OF_CONDUCT|CHANGELOG|SECURITY|SUMMARY|_sidebar|404)\.mdx?$/i;

/**
 * @param folder absolute path
 * @throws CannotMake when there is no such folder, no page in it, or one that is too large
 */
export function readNotes(folder: string): Notes {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CannotMake(`\`${folder}\` is no folder. Name the one that holds the Markdown.`);
  const all = filesIn(folder, '');
  const pages = all.filter((name) => /\.(?:mdx?|markdown)$/i.test(name) && !apart.test(name));
  if (pages.length === 0) throw new CannotMake(`\`${folder}\` has no file that ends in \`.md\` or \`.mdx\`.`);
  const notes = pages.map((file) => readNote(folder, file));
  const isPart = ({ file }: Note) => /(?:^|\/)_[^/]*\.mdx?$/.test(file);
  const places = new Map(navigation(folder).map((file, index) => [file, index]));
  return {
    pages: notes.filter((note) => !isPart(note)).sort((a, b) => byNavigation(places, a, b) || byPlace(a, b)),
    parts: notes.filter(isPart),
    files: all.filter((name) => !pages.includes(name)),
  };
}

function filesIn(folder: string, below: string): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (ignored.test(entry.name)) return [];
    const name = below + entry.name;
    return entry.isDirectory() ? filesIn(folder, `${name}/`) : entry.isFile() ? [name] : [];
  });
}

/**
 * @param file path below the folder
 * @throws CannotMake when it is too large
 */
export function readNote(folder: string, file: string): Note {
  const { size } = statSync(path.join(folder, file));
  if (size > mostBytes)
    throw new CannotMake(
      `\`${file}\` has ${Math.ceil(size / 1024)} KiB, and a page at most ${mostBytes / 1024}. Split it, or take it out of the folder.`,
    );
  const text = readFileSync(path.join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '    ');
  const [whole = '', yaml, toml] =
    /^---\n(?:([^]*?)\n)?---[ \t]*(?:\n|$)|^\+\+\+\n([^]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text) ?? [];
  const body = text.slice(whole.length);
  return {
    file,
    isMdx: file.endsWith('.mdx') || /^import\s[^\n]*\sfrom\s+['"]/m.test(withoutFences(body)),
    fields: toml === undefined ? fieldsOf(yaml ?? '') : tomlFields(toml),
    body,
    linesBefore: whole.split('\n').length - 1,
  };
}

function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    const fields: unknown = parse(yaml);
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? { ...fields } : {};
  } catch {
    return {};
  }
}

/** Of TOML only what a page of Hugo needs: names with a text or a number. */
const tomlFields = (toml: string) =>
  Object.fromEntries(
    [...toml.matchAll(/^(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*$/gm)].map(([, name, double, single, number]) => [
      name!,
      double ?? single ?? Number(number),
    ]),
  );

/** A text of Markdown without its blocks of code. */
export const withoutFences = (text: string): string => text.replace(/^( *)(`{3,}|~{3,})[^]*?^ *\2/gm, '');

/** Pages in the order of the `nav` of MkDocs, by their paths below the folder; none where there is no such file. */
function navigation(folder: string): string[] {
  for (const home of [folder, path.dirname(folder)]) {
    const file = path.join(home, 'mkdocs.yml');
    if (!existsSync(file)) continue;
    // Its tags name functions of Python, which say nothing here.
    const settings: unknown = parseDocument(readFileSync(file, 'utf8'), { logLevel: 'silent' }).toJS();
    const { nav, docs_dir: pages = 'docs' } = (settings ?? {}) as { nav?: unknown; docs_dir?: unknown };
    const below = path.relative(folder, path.join(home, String(pages))).replaceAll('\\', '/');
    return pathsIn(nav).map((one) => path.posix.join(below, one));
  }
  return [];
}

/** `[{ Home: index.md }, { Part: [a.md, { B: b.md }] }]` → `index.md`, `a.md`, `b.md` */
function pathsIn(nav: unknown): string[] {
  if (typeof nav === 'string') return [nav];
  return typeof nav === 'object' && nav !== null ? Object.values(nav).flatMap(pathsIn) : [];
}

/** Pages that a navigation names stand in its order and before others. */
function byNavigation(places: ReadonlyMap<string, number>, a: Note, b: Note): number {
  const [one, other] = [a, b].map(({ file }) => places.get(file) ?? places.size) as [number, number];
  return one - other;
}

/** What stands before or behind its neighbors whatever the letters are, where names have no numbers. */
const first = /^(?:intro|getting[-_ ]started|overview|welcome|start[-_ ]here)/i;
const last = /^(?:conclusion|final|wrap[-_ ]up)/i;
const rank = (name: string) => (first.test(name) ? 0 : last.test(name) ? 2 : 1);

/** By the place that a page names, then by its path, in which numbers count as numbers. */
function byPlace(a: Note, b: Note): number {
  const folders = (note: Note) => path.posix.dirname(note.file);
  if (folders(a) === folders(b)) {
    const difference = placeOf(a) - placeOf(b);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  const key = ({ file }: Note) =>
    file.replace(/(^|\/)(?:index|readme)\.\w+$/i, '$1').replace(/[^/]+/g, (name) => `${rank(name)}/${name}`);
  return new Intl.Collator('en', { numeric: true }).compare(key(a), key(b));
}

function placeOf({ fields }: Note): number {
  const { sidebar_position: docusaurus, weight, order, sidebar, nav_order: jekyll } = fields;
  const named = [docusaurus, weight, order, (sidebar as { order?: unknown } | undefined)?.order, jekyll];
  return named.find((one) => typeof one === 'number') ?? Infinity;
}
