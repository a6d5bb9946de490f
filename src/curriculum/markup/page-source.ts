/** Reads one page: frontmatter, and the parts of its body that the model needs, each with its line. */
import type { Code, Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { kept } from '../../build-cache/build-cache.ts';
import { readDiagramSource } from '../../markdown/diagram-source.ts';
import { fenceAttributes } from '../../markdown/fence-meta.ts';
import { headingAnchors, headingText } from '../../markdown/heading-anchors.ts';
import { addressesIn, tagsIn } from '../../markdown/html-addresses.ts';
import { codeOf } from '../../markdown/remark-code-component.ts';
import { checkAsBuilt } from './built-frontmatter.ts';
import { checkMarkup, checkText } from './check-markup.ts';
import { placeWithin } from '../files/content-files.ts';
import { parseMdx } from './mdx-faults.ts';
import { attributeValue, isPictureImport, readCode, type PageNames } from './page-code.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { readYaml, type YamlSource } from '../files/yaml-source.ts';
import { expandComponents } from './expand-components.ts';
import type { OwnComponents } from './own-components.ts';
import { parseMarkdown, parseMdxText } from './page-parser.ts';

export interface PageHeading {
  depth: number;
  text: string;
  /** The anchor the site gives the heading. */
  id: string;
  place: Place;
  /** Words of prose up to the next heading of the same or a higher level; code, tables and diagrams do not count. */
  words: number;
  /** All text of that section, code excepted, for finding names. */
  content: string;
}

export interface PageFence {
  language: string;
  attributes: Record<string, string>;
  /** What stands behind the language, as it is written. */
  meta: string;
  value: string;
  place: Place;
}

export interface PageLink {
  target: string;
  place: Place;
}

/** A picture that an author puts into a page; it is named from the file of its place. */
export interface PageImage {
  target: string;
  /** What it shows, for people who cannot see it; empty when it is missing. An import has none, nor an ornament. */
  alt?: string;
  /** How it is put there: in the words of Markdown, as an element of HTML, or by an import. */
  by: 'words' | 'element' | 'import';
  place: Place;
}

/** A file that an element loads: sound, film, subtitles, and the forms of a picture for other screens. */
export interface PageMedia {
  /** The element as it is written, without what stands in it: `<video src="…">`. */
  element: string;
  target: string;
  place: Place;
}

/** Questions that an author puts into a page. */
export interface PageCheckpoint {
  /** Slug of a lesson other than the page. */
  of?: string;
  /** Id of the one question; all when left out. */
  question?: string;
  place: Place;
}

export interface PageSource {
  file: string;
  frontmatter: YamlSource;
  /** Headings that divide the page; those in boxes, lists and components do not. */
  headings: PageHeading[];
  /** Anchors beside those of `headings`: of headings in boxes, lists and components, and of elements. */
  anchors: string[];
  fences: PageFence[];
  links: PageLink[];
  images: PageImage[];
  media: PageMedia[];
  checkpoints: PageCheckpoint[];
  /** All words of the body, tables included, code excepted. */
  text: string;
  /** Names of the roadmap’s own components that stand in it. */
  components: ReadonlySet<string>;
}

/** A line that starts with more marks of quotes and lists than anybody reads; a parser needs seconds for a thousand. */
const nestedTooDeep = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*){100}/m;

/**
 * Reads a page of Markdown or MDX.
 *
 * @param source the text without a byte order mark
 * @param file path for reports; its ending decides between Markdown and MDX
 * @param components those of the roadmap, which stand in pages of MDX
 * @returns undefined when frontmatter or body cannot be read; the reasons are added to `problems`
 */
export function readPage(
  source: string,
  file: string,
  problems: Problem[],
  components: OwnComponents = new Map(),
): PageSource | undefined {
  const deep = nestedTooDeep.exec(source);
  if (deep) {
    const line = source.slice(0, deep.index).split('\n').length;
    problems.push(problem('mdx-syntax', { file, line, column: 1 }, { reason: 'marks are nested too deeply.' }));
    return undefined;
  }
  try {
    return read(source, file, components, problems);
  } catch (error) {
    // Nobody writes marks thousands deep; the parsers give up there with an overflow of the stack.
    if (!(error instanceof RangeError)) throw error;
    problems.push(problem('mdx-syntax', { file }, { reason: 'marks are nested too deeply.' }));
    return undefined;
  }
}

const fenced = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

function read(source: string, file: string, components: OwnComponents, problems: Problem[]): PageSource | undefined {
  const written = Array.from(components.values(), (one) => [one.name, one.file, one.source]);
  let made: YamlSource | undefined;
  const found = kept('page-sources', [source, file, written], () => {
    const own: Problem[] = [];
    const { frontmatter, ...page } = readAnew(source, file, components, own) ?? {};
    made = frontmatter;
    return { page: frontmatter && (page as Omit<PageSource, 'frontmatter'>), problems: own };
  });
  problems.push(...found.problems);
  // It has functions, which are not kept.
  const frontmatter = made ?? readYaml(fenced.exec(source)?.[1] ?? '', file, 2, []);
  return found.page && frontmatter && { ...found.page, frontmatter };
}

function readAnew(
  source: string,
  file: string,
  components: OwnComponents,
  problems: Problem[],
): PageSource | undefined {
  const match = fenced.exec(source);
  if (!match) {
    problems.push(problem('frontmatter-missing', { file, line: 1 }));
    return undefined;
  }
  const frontmatter = readYaml(match[1]!, file, 2, problems);
  const tree = readBody(source, file, problems);
  if (!frontmatter || !tree) return undefined;
  if (typeof frontmatter.data !== 'object' || frontmatter.data === null || Array.isArray(frontmatter.data)) {
    const found = Array.isArray(frontmatter.data) ? 'a list' : frontmatter.data === null ? 'empty' : 'a single value';
    problems.push(problem('frontmatter-shape', { file, line: 2, column: 1 }, { found }));
    return undefined;
  }
  checkAsBuilt(source, match[1]!, frontmatter, problems);
  const own = readCode(tree, source, frontmatter.data, file, problems);
  checkText(tree, source, file, problems);
  const { fileOf, imports, used } = expandComponents(tree, { file, names: own, components }, problems);
  const names = { ...own, components: new Map([...own.components, ...imports]), own: [...components.keys()] };
  const placeOf = (node: Nodes): Place => ({
    file: fileOf(node) ?? file,
    line: node.position?.start.line,
    column: node.position?.start.column,
  });
  checkMarkup(tree, names, placeOf, problems);

  const fences: PageFence[] = [];
  const links: PageLink[] = [];
  const images: PageImage[] = [];
  const media: PageMedia[] = [];
  const checkpoints: PageCheckpoint[] = [];
  const elementIds: string[] = [];
  const pictures = namedByPicturesOnly(tree);
  visit(tree, (node: Nodes) => {
    const code = node.type === 'code' ? node : codeOf(node);
    if (code) {
      const fence = readFence(code, placeOf(node));
      fences.push(fence);
      if (fence.language === 'mermaid') links.push(...pathsInDiagram(fence));
    }
    // What only pictures name is checked with them.
    if (node.type === 'link' || (node.type === 'definition' && !pictures.has(node.identifier)))
      links.push({ target: node.url, place: placeOf(node) });
    if (node.type === 'image')
      images.push({ target: node.url, alt: node.alt ?? '', by: 'words', place: placeOf(node) });
    if (node.type === 'imageReference')
      images.push({ target: urlOf(node.identifier, tree), alt: node.alt ?? '', by: 'words', place: placeOf(node) });
    if (node.type === 'mdxjsEsm')
      for (const statement of node.data?.estree?.body ?? [])
        if (statement.type === 'ImportDeclaration' && isPictureImport(String(statement.source.value)))
          images.push({ target: String(statement.source.value), by: 'import', place: placeOf(node) });
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const attribute = attributesOf(node, names);
      readElement(node.name ?? '', attribute, placeOf(node));
      const [of, question] = [attribute('of'), attribute('question')];
      if (node.name === 'Checkpoint')
        checkpoints.push({ ...(of && { of }), ...(question && { question }), place: placeOf(node) });
    }
    if (node.type === 'html')
      for (const { name, attributes, offset } of tagsIn(node.value))
        readElement(name, (key) => attributes.get(key), placeWithin(placeOf(node), node.value, offset));
  });

  function readElement(name: string, attribute: (name: string) => string | undefined, place: Place): void {
    const [href, id, alt] = [attribute('href'), attribute('id'), attribute('alt')];
    if (href !== undefined) links.push({ target: href, place });
    if (id) elementIds.push(id);
    for (const key of ['src', 'poster', 'srcset']) {
      const value = attribute(key);
      if (value === undefined || (key === 'src' && !/^(?:img|audio|video|source|track)$/.test(name))) continue;
      // An ornament says so by a text that is empty: `alt=""`.
      if (name === 'img' && key === 'src')
        images.push({ target: value, ...(alt !== '' && { alt: alt ?? '' }), by: 'element', place });
      else
        for (const target of addressesIn(key, value))
          media.push({ element: `<${name} ${key}="${target}">`, target, place });
    }
  }

  const text = tree.children.map((node) => (node.type === 'code' ? '' : toString(node))).join(' ');
  const ids = headingAnchors(tree, source);
  const headings = readHeadings(tree, (node) => ({ id: ids.get(node)!, text: headingText(node, source) }), placeOf);
  const dividing = new Set(headings.map(({ id }) => id));
  const anchors = [...[...ids.values()].filter((id) => !dividing.has(id)), ...elementIds];
  return { file, frontmatter, headings, anchors, fences, links, images, media, checkpoints, text, components: used };
}

/** Reads attributes of a JSX element as texts. */
function attributesOf(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, names: PageNames) {
  return (name: string): string | undefined => {
    const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name.toLowerCase() === name);
    if (!found || found.type !== 'mdxJsxAttribute') return undefined;
    const text = String(attributeValue(found.value, names) ?? '');
    // The address of an imported picture is made by the build, and the picture checked where it is imported.
    return typeof found.value === 'object' ? text || undefined : text;
  };
}

/** Identifiers of addresses at the end of a page that pictures name, and no link does. */
function namedByPicturesOnly(tree: Root): Set<string> {
  const pictures = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void pictures.add(identifier));
  visit(tree, 'linkReference', ({ identifier }) => void pictures.delete(identifier));
  return pictures;
}

function urlOf(identifier: string, tree: Root): string {
  let url: string | undefined;
  visit(tree, 'definition', (one) => {
    if (one.identifier === identifier) url ??= one.url;
  });
  return url ?? identifier;
}

function readBody(source: string, file: string, problems: Problem[]): Root | undefined {
  if (!file.endsWith('.mdx')) return parseMarkdown(source);
  return parseMdx(source, file, parseMdxText, problems);
}

/** Links of a diagram that are paths; those that are references are checked with the diagram. */
function pathsInDiagram({ value, place }: PageFence): PageLink[] {
  return readDiagramSource(value)
    .links.filter((link) => link.target.startsWith('/'))
    .map(({ target, line }) => ({ target, place: { ...place, line: (place.line ?? 0) + line } }));
}

function readFence(node: Code, place: Place): PageFence {
  return {
    language: node.lang ?? '',
    attributes: fenceAttributes(node.meta),
    meta: node.meta ?? '',
    value: node.value,
    place,
  };
}

function readHeadings(
  tree: Root,
  nameOf: (heading: Heading) => Pick<PageHeading, 'id' | 'text'>,
  placeOf: (node: Nodes) => Place,
): PageHeading[] {
  const headings: PageHeading[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') {
      headings.push({ depth: node.depth, ...nameOf(node), place: placeOf(node), words: 0, content: '' });
      continue;
    }
    const prose = proseOf(node as Nodes);
    const all = node.type === 'table' ? toString(node) : prose;
    const count = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    // A section contains its subsections: every open heading above counts.
    let level = Infinity;
    for (const heading of [...headings].reverse()) {
      if (heading.depth >= level) continue;
      level = heading.depth;
      heading.words += count;
      heading.content += ` ${all}`;
    }
  }
  return headings;
}

/** Text of a block without code blocks and tables. */
function proseOf(node: Nodes): string {
  if (node.type === 'code' || node.type === 'table' || node.type === 'yaml') return '';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  const separator = ['paragraph', 'heading', 'emphasis', 'strong', 'link', 'delete'].includes(node.type) ? '' : ' ';
  return (node.children as Nodes[]).map(proseOf).join(separator);
}
