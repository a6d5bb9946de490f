/** `npm run new -- import <folder>`: makes phases of a folder of Markdown, and says what is left to do. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toString } from 'mdast-util-to-string';
import { parse, stringify } from 'yaml';
import { headingAnchors, headingText } from '../../../src/markdown/heading-anchors.ts';
import { homeOfComponent } from '../../../src/curriculum/markup/known-components.ts';
import { isPictureName } from '../../../src/curriculum/pictures/check-pictures.ts';
import { levels, type Level } from '../../../src/curriculum/schema/schema.ts';
import { numberedFiles } from '../numbers.ts';
import { CannotMake, slugFor, type Plan } from '../plan.ts';
import { readNotes, type Note, type Notes } from './notes.ts';
import { convertPage, undescribed, type Converted, type Surroundings } from './page.ts';

export interface ImportAnswers {
  /** The folder, as it was typed. */
  from: string;
  level?: string;
  /** Address of the site that the folder is from. */
  site?: string;
}

interface Planned {
  note: Note;
  slug: string;
  title: string;
  file: string;
}

const phaseFolder = 'content/docs/phases';
const partFolder = 'content/components';

/** What the settings of the roadmap ask of pages. */
interface Settings {
  typedCode?: string;
  undescribedPictures?: string;
}

/**
 * @param root absolute path of the folder that holds `content/`
 * @throws CannotMake when there is no roadmap to bring the pages into, or nothing to bring
 */
export function importPlan(root: string, { from, level = levels[0], site }: ImportAnswers): Plan {
  if (!existsSync(path.join(root, 'content/site.yaml')))
    throw new CannotMake('There is no roadmap yet. Make one first: `npm run new -- roadmap --title "…"`.');
  if (!levels.includes(level as Level))
    throw new CannotMake(`\`--level ${level}\` is none. Levels are ${levels.join(', ')}.`);
  if (site !== undefined && !/^https?:\/\/[^/?#\s]+[^?#\s]*$/.test(site))
    throw new CannotMake(`\`--site ${site}\` is no address. Write one such as \`--site https://example.org\`.`);
  const folder = path.resolve(from);
  const notes = readNotes(folder);
  const planned = place(root, notes.pages);
  const settings = parse(readFileSync(path.join(root, 'content/site.yaml'), 'utf8')) as Settings | null;
  const isWiki = areWiki(planned);
  const copies = new Map<string, string>();
  const files: Record<string, string> = {};
  const left: string[] = [];
  const counts = new Map<string, number>();
  const parts = new Map<string, Note>();
  const around = (into: string, below: string) =>
    surroundings({ into, below, parts, notes, planned, folder, copies, settings, site, isWiki });
  const tell = ({ note, converted }: { note: Note; converted: Converted }) => {
    for (const [what, number] of converted.counts) counts.set(what, (counts.get(what) ?? 0) + number);
    for (const { line, what } of converted.left) left.push(`${note.file}:${line + note.linesBefore}  ${what}`);
  };
  planned.forEach((page, index) => {
    const converted = convertPage(page.note, around(phaseFolder, `${page.slug}/`));
    const before = planned[index - 1]?.slug ?? numberedFiles(root, phaseFolder).at(-1)?.slug;
    files[page.file] = pageText(page, converted, level as Level, before);
    tell({ note: page.note, converted });
  });
  // A part may have parts itself, which join the others meanwhile.
  for (const [name, note] of parts) {
    const converted = convertPage(note, around(partFolder, ''), true);
    files[`${partFolder}/${name}.mdx`] = converted.text;
    tell({ note, converted });
  }
  const summary = [...counts].map(([what, number]) => `${number} ${what}`).join(', ');
  return {
    files,
    copies: [...copies],
    renames: [],
    left,
    next: [
      `${planned.length} pages are planned as phases; rewritten: ${summary || 'nothing'}.`,
      ...adviceOn(counts, left, settings, site),
      ...(left.length > 0 ? [`Look at the ${left.length} places above, each with its line in the folder.`] : []),
      'Read `hours`, `tags`, `outcomes` and `depth` in the frontmatter of each page: they are made from lengths, lists of goals and headings; sections such as “Introduction” or “Assignment” are no topics.',
      'Remove phases that came with a fresh roadmap and that you do not want, and run `npm run new -- ids`.',
      '`npm run check -- --only content` says what is missing; `npm run dev` shows it.',
    ],
  };
}

/** What one line of settings, or one more word of the command, would do for many places. */
function adviceOn(
  counts: ReadonlyMap<string, number>,
  left: readonly string[],
  settings: Settings | null,
  site: string | undefined,
): string[] {
  const pictures = counts.get(undescribed) ?? 0;
  const links = left.filter((line) => line.includes('leads to no page of the folder')).length;
  return [
    ...(pictures > 0 && settings?.undescribedPictures !== 'allowed'
      ? [
          `Write words for the ${pictures === 1 ? 'one picture' : `${pictures} pictures`} without any, which the check names with file and line; \`undescribedPictures: allowed\` in content/site.yaml lets them stand until then, and says so to people who cannot see them.`,
        ]
      : []),
    ...(links > 1 && site === undefined
      ? [
          `${links} links name pages that are not in the folder. With \`--site https://…\`, the address that the folder is published at, they lead there instead of becoming text.`,
        ]
      : []),
  ];
}

/** Gives every note its number and its name. */
function place(root: string, notes: readonly Note[]): Planned[] {
  const there = numberedFiles(root, phaseFolder);
  const taken = new Set(there.map(({ slug }) => slug));
  const start = (there.at(-1)?.number ?? 0) + 1;
  const width = Math.max(2, String(start + notes.length - 1).length);
  return notes.map((note, index) => {
    const title = titleOf(note);
    const slug = freeSlug(note, title, taken);
    taken.add(slug);
    const file = `${phaseFolder}/${String(start + index).padStart(width, '0')}-${slug}.mdx`;
    return { note, slug, title, file };
  });
}

function titleOf({ fields, body, file }: Note): string {
  const [, atx, underlined] = /^(?:#[ \t]+(.+?)[ \t#]*|(?=\S)(.+)\n=+[ \t]*)$/m.exec(withoutFences(body)) ?? [];
  const written = typeof fields.title === 'string' ? fields.title : (atx ?? underlined);
  const plain =
    written === undefined
      ? ''
      : toString(unified().use(remarkParse).parse(written))
          .replace(/\{#.*\}$/, '')
          .trim();
  if (plain !== '') return plain;
  const words = nameOf(file)
    .split(/[-_ ]+/)
    .filter((word) => word !== '')
    .map(
      (word, index) =>
        asWritten(word, body) ?? (index === 0 ? word.replace(/^./u, (letter) => letter.toUpperCase()) : word),
    );
  return words.join(' ');
}

/** A word of a file name as the text mostly writes it, where that is no ordinary word: `postgresql` → `PostgreSQL` */
function asWritten(word: string, body: string): string | undefined {
  const plain = (text: string) => text.replaceAll('.', '').toLowerCase();
  const prose = withoutFences(body).replace(/`[^`\n]*`|\]\([^)\n]*\)|https?:\S+/g, ' ');
  const found = [...prose.matchAll(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu)].flatMap(([one]) =>
    plain(one) === plain(word) ? [one] : [],
  );
  const [most] = [...Map.groupBy(found, (one) => one)].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return most !== undefined && /^.+[\p{Lu}.]/u.test(most) ? most : undefined;
}

const withoutFences = (text: string) => text.replace(/^(`{3,}|~{3,})[^]*?^\1/gm, '');

/** Name of a file without number and ending; of an index, that of its folder. */
function nameOf(file: string): string {
  const base = path.posix.basename(file).replace(/\.\w+$/, '');
  const own = /^(?:index|readme)$/i.test(base) ? path.posix.basename(path.posix.dirname(file)) : base;
  return own.replace(/^\d+[-_. ]+/, '') || own;
}

function freeSlug(note: Note, title: string, taken: ReadonlySet<string>): string {
  const names = [
    nameOf(note.file),
    title,
    `${path.posix.basename(path.posix.dirname(note.file))} ${nameOf(note.file)}`,
  ];
  const slugs = names.flatMap((name) => {
    try {
      return slugFor(name, undefined).slice(0, 60).replace(/-+$/, '');
    } catch {
      return [];
    }
  });
  const base = slugs[0] ?? 'page';
  const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${base}-${index + 2}`);
  return [...slugs, ...(slugs.length === 0 ? [base] : []), ...numbered].find((slug) => !taken.has(slug))!;
}

/** Path of a note without its ending, of an index that of its folder. */
const bare = (file: string) =>
  file
    .replace(/\.\w+$/, '')
    .replace(/(^|\/)(?:index|readme)$/i, '')
    .replace(/\/$/, '');

/** The note that a link of a wiki names: by its title, its path or its file. */
function noteNamed(name: string, planned: readonly Planned[]): Planned | undefined {
  const wanted = name.trim().toLowerCase();
  return planned.find(
    ({ note, title }) =>
      title.toLowerCase() === wanted ||
      bare(note.file).toLowerCase() === wanted ||
      path.posix.basename(bare(note.file)).toLowerCase() === path.posix.basename(wanted),
  );
}

/** Whether notes name each other in double brackets. */
const areWiki = (planned: readonly Planned[]) =>
  planned.some(({ note }) =>
    [...note.body.matchAll(/\[\[([^\]|#\n]+)/g)].some(([, name]) => noteNamed(name!, planned) !== undefined),
  );

/** What the pages of an import share. */
interface Shared {
  /** Folder of the page below `root`, and of its pictures below that. */
  into: string;
  below: string;
  /** Parts of pages that were taken along, by the names of their tags. */
  parts: Map<string, Note>;
  notes: Notes;
  planned: readonly Planned[];
  folder: string;
  /** Files to copy: target → source. */
  copies: Map<string, string>;
  settings: Settings | null;
  site: string | undefined;
  isWiki: boolean;
}

function surroundings({
  into,
  below,
  parts,
  notes: { files, parts: all },
  planned,
  folder,
  copies,
  settings,
  site,
  isWiki,
}: Shared): Surroundings {
  const pathOf = ({ slug }: Planned) => `/phases/${slug}/`;
  return {
    elsewhere: (target) => (site === undefined ? undefined : site.replace(/\/$/, '') + target),
    asksForReasons: settings?.typedCode !== 'allowed',
    bringPart(name, file) {
      const part = all.find((one) => one.file === path.posix.normalize(file));
      const isFree = parts.get(name) === undefined || parts.get(name) === part;
      if (!part || !isFree || !/^[A-Z][A-Za-z0-9]*$/.test(name) || homeOfComponent(name)) return false;
      parts.set(name, part);
      return true;
    },
    pageAt(file) {
      const found = planned.find(({ note }) => bare(note.file) === bare(`${file}.md`) || bare(note.file) === file);
      return found && pathOf(found);
    },
    isPage: (address) => planned.some((one) => pathOf(one) === address),
    isWiki,
    pageNamed(name) {
      const found = noteNamed(name, planned);
      return found && pathOf(found);
    },
    fileAt(file) {
      const clean = path.posix.normalize(file);
      // Pictures often lie beside the folder, and not in it; those of other folders are nobody’s to publish.
      if (/^\.\.\/(?!\.)/.test(clean) && isPictureName(clean) && isFileIn(path.dirname(folder), clean.slice(3)))
        return clean;
      return (
        files.find((one) => one === clean || one === `static/${clean}` || one === `public/${clean}`) ??
        files.find((one) => path.posix.basename(one) === path.posix.basename(clean))
      );
    },
    bring(file) {
      const name = below + path.posix.basename(file);
      const other = copies.get(`${into}/${name}`);
      const source = path.join(folder, file);
      const isFree = other === undefined || other === source;
      const own = isFree ? name : below + file.replace(/^[./]+/, '').replaceAll('/', '-');
      copies.set(`${into}/${own}`, source);
      return `./${own}`;
    },
  };
}

/** Whether a folder has a file, and no link on the way to it leads elsewhere. */
function isFileIn(folder: string, name: string): boolean {
  const file = path.join(folder, name);
  return existsSync(file) && statSync(file).isFile() && realpathSync(file) === path.join(realpathSync(folder), name);
}

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Sections that tell what learners will know. */
const promise = /\b(?:overview|(?:learning )?(?:outcomes|objectives|goals)|you(?:['’]ll| will) learn)$/i;
/** Sections that stand round what a lesson teaches. */
const frame = new RegExp(
  `${promise.source}|^(?:introduction|prerequisites|assignments?|exercises?|practice|knowledge check|quiz|check your understanding|summary|recap|conclusion|wrap[- ]up|next steps|(?:(?:additional|further) )?(?:resources|reading)|references|see also)$`,
  'i',
);

/** What the list in a section of such a name promises; undefined where there is none. */
function promises(tree: Root): string[] | undefined {
  const start = tree.children.findIndex((node) => node.type === 'heading' && promise.test(toString(node).trim()));
  if (start < 0) return undefined;
  const end = tree.children.findIndex((node, index) => index > start && node.type === 'heading');
  const list = tree.children.slice(start + 1, end < 0 ? undefined : end).find((node) => node.type === 'list');
  const texts = list?.children.map((item) => toString(item.children[0]).replace(/\s+/g, ' ').trim()).filter(Boolean);
  return texts?.length ? texts.slice(0, 8) : undefined;
}

function pageText(page: Planned, converted: Converted, level: Level, before: string | undefined): string {
  let { text } = converted;
  if (!/^## /m.test(withoutFences(text))) {
    // A page without sections has one: its whole text.
    const [imports = ''] = /^(?:import .*\n+)+/.exec(text) ?? [];
    text = `${imports}## ${page.title.replace(/(?<!\\)[{<]/g, '\\$&')}\n\n${text.slice(imports.length)}`;
  }
  const tree = mdx.parse(text);
  const sections = tree.children.filter((node) => node.type === 'heading' && node.depth === 2);
  const anchors = headingAnchors(tree, text);
  const nameOfSection = (node: (typeof sections)[number]) => headingText(node as never, text).trim();
  const teaching = sections.filter((node) => !frame.test(nameOfSection(node)));
  const topics = teaching.length > 0 ? teaching : sections;
  const words = text.split(/\s+/).length;
  const least = Math.max(1, Math.round(words / 1500));
  const { description, tags } = page.note.fields;
  const fields = {
    title: page.title,
    description: (typeof description === 'string' && description.trim() !== ''
      ? description
      : firstWords(tree, page.title)
    )
      .replace(/\s+/g, ' ')
      .slice(0, 170)
      .trim(),
    level,
    hours: [least, least * 2],
    prerequisites: before === undefined ? [] : [before],
    tags: tagsOf(tags, page.title),
    outcomes:
      promises(tree) ??
      (teaching.length > 0 ? teaching.slice(0, 4).map((node) => nameOfSection(node) || page.title) : [page.title]),
    reviewed: new Date().toISOString().slice(0, 10),
    versions: {},
    topics: topics.map((node) => ({ id: anchors.get(node as never)!, depth: 'must' })),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${text}`;
}

function tagsOf(tags: unknown, title: string): string[] {
  const list = (Array.isArray(tags) ? tags : []).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  return list.length > 0 ? list : [title];
}

/** The first sentence or two of a page. */
function firstWords(tree: Root, title: string): string {
  const texts = tree.children.flatMap((node) =>
    node.type === 'paragraph' ? [toString(node).replace(/\s+/g, ' ').trim()] : [],
  );
  const first = texts.find((text) => text.length > 20) ?? texts[0] ?? title;
  if (first.length <= 170) return first === '' ? title : first;
  const cut = first.slice(0, 169);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('。'));
  return end > 40 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : 168)}…`;
}
