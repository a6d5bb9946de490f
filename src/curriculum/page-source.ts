/** Reads one page: frontmatter, and the parts of its body that the model needs, each with its line. */
import GithubSlugger from 'github-slugger';
import type { Code, Heading, Link, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { readDiagramSource } from '../diagrams/source.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';
import { problem, type Place, type Problem } from './problems.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

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
  value: string;
  place: Place;
}

export interface PageLink {
  target: string;
  place: Place;
}

export interface PageSource {
  file: string;
  frontmatter: YamlSource;
  headings: PageHeading[];
  fences: PageFence[];
  links: PageLink[];
  /** All words of the body, tables included, code excepted. */
  text: string;
}

const parser = {
  mdx: unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).use(remarkMdx),
  md: unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective),
};

/**
 * Reads a page of Markdown or MDX.
 *
 * @param file path for reports; its ending decides between Markdown and MDX
 * @returns undefined when frontmatter or body cannot be read; the reasons are added to `problems`
 */
export function readPage(content: string, file: string, problems: Problem[]): PageSource | undefined {
  const source = content.replace(/^\uFEFF/, '');
  const match = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source);
  if (!match) {
    problems.push(problem('frontmatter-missing', { file, line: 1 }));
    return undefined;
  }
  const frontmatter = readYaml(match[1]!, file, 2, problems);
  const tree = readBody(source, file, problems);
  if (!frontmatter || !tree) return undefined;
  const placeOf = (node: Nodes): Place => ({
    file,
    line: node.position?.start.line,
    column: node.position?.start.column,
  });

  const fences: PageFence[] = [];
  const links: PageLink[] = [];
  visit(tree, (node) => {
    if (node.type === 'code') {
      const fence = readFence(node, placeOf(node));
      fences.push(fence);
      if (fence.language === 'mermaid') links.push(...pathsInDiagram(fence));
    }
    if (node.type === 'link') links.push({ target: (node as Link).url, place: placeOf(node) });
  });
  const text = tree.children.map((node) => (node.type === 'code' ? '' : toString(node))).join(' ');
  return { file, frontmatter, headings: readHeadings(tree, placeOf), fences, links, text };
}

function readBody(source: string, file: string, problems: Problem[]): Root | undefined {
  try {
    return parser[file.endsWith('.mdx') ? 'mdx' : 'md'].parse(source);
  } catch (error) {
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
    problems.push(
      problem('mdx-syntax', { file, line, column }, { reason: `${(reason ?? String(error)).replace(/\.$/, '')}.` }),
    );
    return undefined;
  }
}

/** Links of a diagram that are paths; those that are references are checked with the diagram. */
function pathsInDiagram({ value, place }: PageFence): PageLink[] {
  return readDiagramSource(value)
    .links.filter((link) => link.target.startsWith('/'))
    .map(({ target, line }) => ({ target, place: { ...place, line: (place.line ?? 0) + line } }));
}

function readFence(node: Code, place: Place): PageFence {
  return { language: node.lang ?? '', attributes: fenceAttributes(node.meta), value: node.value, place };
}

function readHeadings(tree: Root, placeOf: (node: Nodes) => Place): PageHeading[] {
  const slugger = new GithubSlugger();
  const headings: PageHeading[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const text = toString(node as Heading);
      headings.push({ depth: node.depth, text, id: slugger.slug(text), place: placeOf(node), words: 0, content: '' });
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
