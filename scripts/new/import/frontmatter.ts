/** Fills the frontmatter of a page that is brought in from what its text says. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { stringify } from 'yaml';
import { headingAnchors, headingText } from '../../../src/markdown/heading-anchors.ts';
import type { Level } from '../../../src/curriculum/schema/schema.ts';
import { withoutFences } from './notes.ts';
import { mdx } from './readable-mdx.ts';

/** What the text of a page does not say of itself. */
export interface Known {
  title: string;
  level: Level;
  /** Name of the page before it, which it asks for. */
  before: string | undefined;
  /** Fields that the note has. */
  fields: Readonly<Record<string, unknown>>;
}

/** Sections that tell what learners will know. */
const promise = /\b(?:overview|(?:learning )?(?:outcomes|objectives|goals)|you(?:['’]ll| will) learn)$/i;
/** Sections that stand round what a lesson teaches. */
const frame = new RegExp(
  `${promise.source}|^(?:introduction|prerequisites|assignments?|exercises?|practice|knowledge check|quiz|check your understanding|summary|recap|conclusion|wrap[- ]up|next steps|(?:(?:additional|further) )?(?:resources|reading)|references|see also)$`,
  'i',
);

/** The line that opens or ends a box, which is a paragraph for a parser that knows no boxes: `:::tip[Goals]` */
const box = /^:::+(?:\w+(?:\[(.*)\])?)?(?=\n|$)/;

/** The name of a section or of a box that begins here. */
const beginning = (node: RootContent): string | undefined =>
  node.type === 'heading'
    ? toString(node).trim()
    : node.type === 'paragraph'
      ? (box.exec(toString(node))?.[1] ?? (box.test(toString(node)) ? '' : undefined))
      : undefined;

/** What the list in a section or a box of such a name promises; undefined where there is none. */
function promises(tree: Root): string[] | undefined {
  const start = tree.children.findIndex((node) => promise.test(beginning(node) ?? ''));
  if (start < 0) return undefined;
  const end = tree.children.findIndex((node, index) => index > start && beginning(node) !== undefined);
  const list = tree.children.slice(start + 1, end < 0 ? undefined : end).find((node) => node.type === 'list');
  const texts = list?.children
    .map((item) =>
      toString(item.children[0])
        .replace(/\n:::+$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
  return texts?.length ? texts.slice(0, 8) : undefined;
}

/**
 * @param text body of a page of MDX
 * @returns the page: fields, then the text, with a section where it has none
 */
export function pageWithFields(text: string, { title, level, before, fields }: Known): string {
  let own = text;
  if (!/^## /m.test(withoutFences(text))) {
    // A page without sections has one: its whole text.
    const [imports = ''] = /^(?:import .*\n+)+/.exec(text) ?? [];
    own = `${imports}## ${title.replace(/(?<!\\)[{<]/g, '\\$&')}\n\n${text.slice(imports.length)}`;
  }
  const tree = mdx.parse(own);
  const sections = tree.children.filter((node) => node.type === 'heading' && node.depth === 2);
  const anchors = headingAnchors(tree, own);
  const nameOfSection = (node: (typeof sections)[number]) => headingText(node as never, own).trim();
  const teaching = sections.filter((node) => !frame.test(nameOfSection(node)));
  const topics = teaching.length > 0 ? teaching : sections;
  const words = own.split(/\s+/).length;
  const least = Math.max(1, Math.round(words / 1500));
  const { description, tags } = fields;
  const written = {
    title,
    description: (typeof description === 'string' && description.trim() !== '' ? description : firstWords(tree, title))
      .replace(/\s+/g, ' ')
      .slice(0, 170)
      .trim(),
    level,
    hours: [least, least * 2],
    prerequisites: before === undefined ? [] : [before],
    tags: tagsOf(tags, title),
    outcomes:
      promises(tree) ??
      (teaching.length > 0 ? teaching.slice(0, 4).map((node) => nameOfSection(node) || title) : [title]),
    reviewed: new Date().toISOString().slice(0, 10),
    versions: {},
    topics: topics.map((node) => ({ id: anchors.get(node as never)!, depth: 'must' })),
  };
  return `---\n${stringify(written, { lineWidth: 0 })}---\n\n${own}`;
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
    node.type === 'paragraph' && beginning(node) === undefined ? [toString(node).replace(/\s+/g, ' ').trim()] : [],
  );
  const first = texts.find((text) => text.length > 20) ?? texts[0] ?? title;
  if (first.length <= 170) return first === '' ? title : first;
  const cut = first.slice(0, 169);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('。'));
  return end > 40 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : 168)}…`;
}
