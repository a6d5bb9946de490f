/** Checks what lies under `public/`: all of it is published as it is. */
import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { askGit } from '../../repository/git.ts';
import { markupFaults } from '../markup/allowed-markup.ts';
import { isPictureName } from '../pictures/check-pictures.ts';
import { hasPictureHeader } from '../pictures/picture-header.ts';
import { problem, type Problem, type RedirectFault } from '../problems/problems.ts';
import { svgFault } from '../pictures/svg-faults.ts';

/** Hidden names that are there to be published. */
const meantToBePublished = new Set(['.well-known', '.nojekyll']);

/**
 * What may lie under `public/`, by ending: pictures, sound and film, fonts, texts, data and archives. Browsers know more
 * endings of pages in which scripts run than anybody lists, and so do hosts of programs.
 */
const endings =
  /\.(?:avif|gif|ico|jpe?g|png|svg|webp|mp[34]|m4[av]|ogg|oga|ogv|opus|wav|weba|webm|vtt|otf|ttf|woff2?|css|csv|html?|ics|json|md|pdf|txt|webmanifest|xml|epub|zip|tar|tgz|docx|odp|ods|odt|pptx|xlsx)$/i;
/** What has no ending, or one of its own: settings of hosts, and what proves an owner. */
const withoutEnding = /^public\/(?:_redirects|CNAME|\.nojekyll|\.well-known\/(?:.*\/)?[^./]+)$/;

/**
 * Files that a host runs, or that change how it answers, wherever they lie. Hosts look for settings in JSON at the top,
 * under more names than anybody lists, so that data has to lie in a folder.
 */
const hostCode =
  /(?:^|\/)(?:_worker\.[cm]?js(?:\/.*)?|_routes\.json|(?:now|vercel|firebase|staticwebapp\.config|routes|serve|static|edgeone|package)\.json|web\.config|[^/]*\.(?:php\d?|phtml|phar|cgi|fcgi|pl|jspx?|aspx?|ashx))$|^public\/[^/]*\.json$/i;

const compressed = /(?:\.(?:gz|br|zst|deflate))+$/i;

/** Files that the build writes beside those of pages, in small letters; some there are in every language. */
const made =
  /^(?:404\.html|_headers|sw\.js|map\.css|llms\.txt|changes\.xml|icon-(?:192|512)\.png|sitemap-[^/]*\.xml|(?:curriculum|ids|learning|strings)\.json|(?:curriculum|ids|progress)\.schema\.json|glossary\/terms\.json|search\/words\.json|progress\/data\.json|(?:_astro|anki|learning|messages|offline|pagefind|questions|review|samples)(?:\/.*)?|tracks\/[^/]*\.json)$/;

/** Icons and texts that the build makes where a roadmap brings none of its own. */
const madeUnlessBrought =
  /^(?:favicon\.(?:svg|ico)|apple-touch-icon\.png|robots\.txt|manifest\.webmanifest|sitemap-index\.xml)$/;

/**
 * Which files the build writes.
 *
 * @param site ids of all pages, and the folders of further languages
 * @returns whether a path below the finished site is that of such a file, or of a page
 */
function madeFiles(site: { pages: readonly string[]; languages: readonly string[] }): (name: string) => boolean {
  const pages = new Set(site.pages.flatMap((id) => [id, `${id}.html`, `${id}.md`, `${id}/index.html`]));
  return (name) => {
    const own = name.toLowerCase();
    const language = site.languages.find((one) => own.startsWith(`${one.toLowerCase()}/`));
    return [own, ...(language === undefined ? [] : [own.slice(language.length + 1)])].some(
      (one) => made.test(one) || pages.has(one),
    );
  };
}

/**
 * What links to files may name.
 *
 * @param root absolute path of the folder that holds `public/`
 * @param site ids of all pages, and the folders of further languages
 */
export function publishedFiles(root: string, site: { pages: readonly string[]; languages: readonly string[] }) {
  const isMade = madeFiles(site);
  const folder = path.join(root, 'public');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.replaceAll('\\', '/')}`)
    : [];
  const known = new Set(files);
  return {
    files,
    isPublished: (name: string) => known.has(`/${name}`) || madeUnlessBrought.test(name) || isMade(name),
  };
}

/**
 * Adds a problem for every file under `public/` that must not be published, or not like this: symbolic links, which
 * take along what they lead to; hidden files and what git ignores, which hold secrets; what runs as a page of the
 * site; and what stands where the build writes a file of its own.
 *
 * @param site its base path, ids of all pages, and the folders of further languages
 */
export function checkPublic(
  root: string,
  site: { base: string; pages: readonly string[]; languages: readonly string[] },
  problems: Problem[],
): void {
  const ignored = ignoredByGit(root);
  const isMade = madeFiles(site);
  // A host sends what was compressed beforehand in the place of the file it was made from.
  const isTaken = (name: string) => isMade(name.replace(/^public\//, '').replace(compressed, ''));
  /** Whether the site has something at an address, or for one that ends in `/*` below it. */
  const covers = (address: string) => {
    const base = site.base.replace(/\/?$/, '/');
    const own = (address.startsWith(base) ? address.slice(base.length) : address.slice(1)).toLowerCase();
    if (!own.endsWith('*')) return own === '' || isMade(own.replace(/\/$/, ''));
    const [first = '', second = ''] = own.split('/');
    const folders = [...site.pages, ...site.languages].map((one) => one.split('/')[0]!.toLowerCase());
    return [...folders, '*'].includes(first) || isMade(`${first}/a`) || isMade(`${first}/${second}/a`);
  };
  const check = (name: string) => {
    const stat = lstatSync(path.join(root, name), { throwIfNoEntry: false });
    const base = path.posix.basename(name);
    if (stat?.isSymbolicLink()) problems.push(problem('file-link', { file: name }));
    else if ((base.startsWith('.') && !meantToBePublished.has(base)) || ignored.has(name))
      problems.push(problem('public-hidden', { file: name }, { name, ignored: ignored.has(name) }));
    else if (stat?.isDirectory())
      for (const inside of readdirSync(path.join(root, name)).sort()) check(`${name}/${inside}`);
    else if (stat && isTaken(name.replace(/^public\//, '')))
      problems.push(problem('public-taken', { file: name }, { name }));
    else if (stat) checkFile(root, name, covers, problems);
  };
  check('public');
}

function checkFile(root: string, name: string, covers: (address: string) => boolean, problems: Problem[]): void {
  const plain = name.replace(compressed, '');
  if (hostCode.test(plain)) {
    problems.push(problem('public-host', { file: name }, { name }));
    return;
  }
  if (!endings.test(plain) && !withoutEnding.test(plain)) {
    problems.push(problem('public-kind', { file: name }, { ending: path.posix.extname(plain) }));
    return;
  }
  if (plain !== name && /\.(?:html?|svg|xml)$/i.test(plain)) {
    problems.push(problem('public-page', { file: name }, { what: path.posix.extname(plain) }));
    return;
  }
  const content = readFileSync(path.join(root, name));
  if (isPhoto(name) && !hasPictureHeader(content)) {
    problems.push(problem('image-damaged', { file: name }, { target: name }));
    return;
  }
  if (name === 'public/_redirects') checkRedirects(content.toString('utf8'), name, covers, problems);
  // A host may give a file another type than its name says, so what begins like XML is looked at as such.
  const kind = /\.(svg|xml|html?)$/i.exec(name)?.[1]?.toLowerCase() ?? (beginsWithTag(content) ? 'xml' : undefined);
  if (kind === undefined) return;
  const what = kind.startsWith('htm') ? htmlFault(content) : svgFault(content, kind as 'svg' | 'xml');
  if (what === undefined) return;
  problems.push(
    kind === 'svg'
      ? problem('svg-unsafe', { file: name }, { file: name, what })
      : problem('public-page', { file: name }, { what }),
  );
}

/** Whether a name is that of a picture which is no drawing. */
const isPhoto = (name: string) => isPictureName(name) && !/\.svg$/i.test(name);

/** Whether the first character that is no blank opens a tag, in UTF-8 or UTF-16. */
const beginsWithTag = (content: Buffer) =>
  /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?[\s\0]*</.test(content.toString('latin1'));

/** An address that leads on: names, and `/*` for all below it. What has another meaning to a host is not in it. */
const oldAddress = /^(?:\/(?:[\w.~-]|%[89a-f][\da-f])+)*(?:\/\*?)?$/i;
/** A path that begins with a name: what is put in behind it cannot make it the name of another site. */
const newAddress = /^\/(?:[\w-][\w.~-]*(?:[/?#].*)?|[?#].*)?$/;
const steps = /\/(?:\.|%2e){1,2}(?:[/?#]|$)|\\/i;

/**
 * A host obeys `_redirects`: it would give pages of another site out as pages of this one, or one file in the place of
 * another, such as the data that scripts load.
 */
function checkRedirects(text: string, file: string, covers: (address: string) => boolean, problems: Problem[]): void {
  text.split('\n').forEach((line, index) => {
    const [from = '', to = '', status = '302', ...more] = line.trim().split(/\s+/);
    if (from === '' || from.startsWith('#')) return;
    const tell = (bad: string, reason: RedirectFault) =>
      problems.push(problem('public-redirect', { file, line: index + 1 }, { bad, reason }));
    if (!oldAddress.test(from) || more.length > 0) tell(line.trim(), 'form');
    else if (covers(from)) tell(from, 'taken');
    else if (!newAddress.test(to) || steps.test(to)) tell(to, 'leaves');
    else if (!/^30[12378]$/.test(status)) tell(status, 'status');
  });
}

/** What of a page in HTML is not allowed in the pages of the content either; those that prove an owner have one line. */
function htmlFault(content: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return /[\0-\x08\x0E-\x1F]/.test(text) ? 'a control character' : markupFaults(text, 'page')[0]?.name;
  } catch {
    return 'bytes that are not UTF-8';
  }
}

/** Files under `public/` that git ignores; none where there is no git, or where it ignores all of the content. */
function ignoredByGit(root: string): Set<string> {
  const words = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', 'public', 'content/site.yaml'];
  const names = new Set(askGit(root, words)?.split('\0'));
  return names.has('content/site.yaml') ? new Set() : names;
}
