/** `npm run new -- import <folder>`: makes phases of a folder of Markdown, and says what is left to do. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import { homeOfComponent } from '../../../src/curriculum/markup/known-components.ts';
import { mostBytes } from '../../../src/curriculum/files/content-files.ts';
import { isPictureName } from '../../../src/curriculum/pictures/check-pictures.ts';
import { levels, type Level } from '../../../src/curriculum/schema/schema.ts';
import { numberedFiles } from '../numbers.ts';
import { CannotMake, slugFor, type Plan } from '../plan.ts';
import { readNote, readNotes, withoutFences, type Note, type Notes } from './notes.ts';
import { pageWithFields } from './frontmatter.ts';
import { anchorsOf, mendAnchors } from './anchors.ts';
import { convertPage, type Converted } from './page.ts';
import { undescribed } from './page-text.ts';
import type { Surroundings } from './surroundings.ts';

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

const addressOf = ({ slug }: Planned) => `/phases/${slug}/`;

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
  const pages = planned.map((page) => ({
    page,
    converted: convertPage(page.note, around(phaseFolder, `${page.slug}/`)),
  }));
  const anchors = new Map(pages.map(({ page, converted }) => [addressOf(page), anchorsOf(converted.text)]));
  pages.forEach(({ page, converted }, index) => {
    const { title, note } = page;
    const text = mendAnchors(converted.text, anchors, (anchor) => {
      const line = note.body.slice(0, Math.max(0, note.body.indexOf(`#${anchor}`))).split('\n').length;
      converted.left.push({ line, what: `no heading of the other page has the anchor \`#${anchor}\`` });
    });
    const before = planned[index - 1]?.slug;
    files[page.file] = pageWithFields(text, { title, level: level as Level, before, fields: note.fields });
    tell({ note, converted });
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
      ...(left.length > 0
        ? [
            `Look at the ${left.length === 1 ? 'place' : `${left.length} places`} above, each with its line in the folder.`,
          ]
        : []),
      'Read `hours`, `tags`, `outcomes` and `depth` in the frontmatter of each page: they are made from lengths, lists of goals and headings; sections such as “Introduction” or “Assignment” are no topics.',
      'Remove phases that came with a fresh roadmap and that you do not want, name one of yours as `firstPhase` in content/site.yaml and in the button of content/docs/index.mdx, and run `npm run new -- ids`.',
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
  const [, atx, underlined, tagged] =
    /^(?:#[ \t]+(.+?)[ \t#]*|(?=\S)(.+)\n=+[ \t]*|[ \t]*<h1[^<>]*>([^<>]+)<\/h1>.*)$/m.exec(withoutFences(body)) ?? [];
  const written = typeof fields.title === 'string' ? fields.title : (atx ?? underlined ?? tagged);
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

/** Name of a file without number and ending; of an index, that of its folder. */
function nameOf(file: string): string {
  const base = path.posix.basename(file).replace(/\.\w+$/, '');
  const own = /^(?:index|readme)$/i.test(base) ? path.posix.basename(path.posix.dirname(file)) : base;
  return own === '.' ? 'introduction' : own.replace(/^\d+[-_. ]+/, '') || own;
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
  const nameOfFolder = path.basename(folder);
  return {
    elsewhere: (target) => (site === undefined ? undefined : addressAt(site, target)),
    asksForReasons: settings?.typedCode !== 'allowed',
    bringPart(name, file) {
      const normal = path.posix.normalize(file);
      const isBeside = /^\.\.\/(?!\.)/.test(normal) && isFileIn(path.dirname(folder), normal.slice(3));
      const part = all.find((one) => one.file === normal) ?? (isBeside ? readNote(folder, normal) : undefined);
      const isFree = parts.get(name) === undefined || parts.get(name)?.file === part?.file;
      if (!part || !isFree || !/^[A-Z][A-Za-z0-9]*$/.test(name) || homeOfComponent(name)) return false;
      parts.set(name, part);
      return true;
    },
    pageAt(named) {
      // Parts beside the folder name its pages with its own name.
      const own = `../${nameOfFolder}/`;
      const file = named.startsWith(own) ? named.slice(own.length) : named;
      const found = planned.find(({ note }) => bare(note.file) === bare(`${file}.md`) || bare(note.file) === file);
      return found && addressOf(found);
    },
    textOf(file) {
      const name = path.posix.normalize(file);
      const whole = path.join(folder, name);
      if (name.startsWith('..') || !isFileIn(folder, name) || statSync(whole).size > mostBytes) return undefined;
      return readFileSync(whole, 'utf8').replaceAll('\r\n', '\n').replaceAll('\t', '    ');
    },
    isPage: (address) => planned.some((one) => addressOf(one) === address),
    isWiki,
    pageNamed(name) {
      const found = noteNamed(name, planned);
      return found && addressOf(found);
    },
    fileAt(file) {
      const clean = path.posix.normalize(file);
      // Pictures often lie beside the folder, and not in it; those of other folders are nobody’s to publish.
      if (/^\.\.\/(?!\.)/.test(clean) && isPictureName(clean) && isFileIn(path.dirname(folder), clean.slice(3)))
        return clean;
      const published = isPictureName(clean) && !clean.startsWith('..') ? publishedAbove(folder, clean) : undefined;
      return (
        files.find((one) => one === clean || one === `static/${clean}` || one === `public/${clean}`) ??
        published ??
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

/** Address of a page or file on a site; of pages only those that show files, such as GitHub, have the ending. */
function addressAt(site: string, target: string): string {
  const home = site.replace(/\/?$/, '/');
  const showsFiles = /^https?:\/\/(?:www\.)?(?:github|gitlab|codeberg|bitbucket)\./.test(site);
  const page = showsFiles ? target : target.replace(/(?:(^|\/)(?:index|readme))?\.mdx?$/i, '$1');
  return target.startsWith('/') ? home + page.slice(1) : new URL(encodeURI(page), home).href;
}

/** A file that the site of the folder publishes, whose folder for such files lies beside it or further up. */
function publishedAbove(folder: string, name: string): string | undefined {
  const ups = ['..', '../..', '../../..'];
  const homes = ups.flatMap((up) => ['static', 'public', 'website/static'].map((home) => `${up}/${home}`));
  return homes.find((home) => isFileIn(path.join(folder, home), name))?.concat('/', name);
}

/** Whether a folder has a file, and no link on the way to it leads elsewhere. */
function isFileIn(folder: string, name: string): boolean {
  const file = path.join(folder, name);
  return existsSync(file) && statSync(file).isFile() && realpathSync(file) === path.join(realpathSync(folder), name);
}
