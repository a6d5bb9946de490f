/** Takes a built page apart: sections by heading, and in each what is prose, code, diagram or question. */
import type { Element, Nodes, Parents, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { toText } from 'hast-util-to-text';

/** Kinds of text a reader can narrow a search to. */
export const kinds = [
  'lesson',
  'code',
  'diagram',
  'question',
  'project',
  'glossary',
  'message',
  'track',
  'guide',
] as const;
export type Kind = (typeof kinds)[number];

/** One section of a page, of one kind. */
export interface PageSection {
  /** Anchor; empty for what stands before the first heading. */
  id: string;
  heading: string;
  level: 1 | 2 | 3;
  /** Paragraphs, items and rows are lines. */
  text: string;
}

export interface IndexablePage {
  language: string;
  title: string;
  /** Sections in page order, by kind; `lesson` stands for all prose. */
  sections: Partial<Record<Kind, PageSection[]>>;
}

/**
 * Reads a built page.
 *
 * @returns undefined when the page is not meant for search (Starlight marks the others with `data-pagefind-body`)
 */
export function readSections(html: string): IndexablePage | undefined {
  const tree = fromHtml(html);
  const body = first(tree, ({ properties }) => properties.dataPagefindBody !== undefined);
  if (!body) return undefined;
  const title = toString(first(body, ({ tagName }) => tagName === 'h1') ?? body).trim();
  const sections: Partial<Record<Kind, PageSection[]>> = {};
  let current: Omit<PageSection, 'text'> = { id: '', heading: title, level: 1 };

  /** Whether the next text begins a line. */
  let isLine = false;

  const add = (kind: Kind, text: string, place = current) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (!words) return;
    const list = (sections[kind] ??= []);
    const last = list.at(-1);
    if (last && last.id === place.id) last.text += (isLine && kind === 'lesson' ? '\n' : ' ') + words;
    else list.push({ ...place, text: words });
    isLine = false;
  };

  const walk = (node: Nodes): void => {
    if (node.type === 'text') return add('lesson', node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      if (isIgnored(node)) return;
      const kind = kindOf(node);
      if (kind === 'code')
        return add(
          'code',
          selectAll('.ec-line', node)
            .map((line) => toString(line))
            .join(' '),
        );
      if (kind === 'diagram') return add('diagram', diagramText(node));
      if (kind === 'question') return questions(node).forEach(([place, text]) => add('question', text, place));
      const level = /^h([1-3])$/.exec(node.tagName)?.[1];
      if (level) {
        current = {
          id: level === '1' ? '' : String(node.properties.id ?? current.id),
          heading: toString(node).trim(),
          level: Number(level) as 1 | 2 | 3,
        };
        return;
      }
      if (isBlock(node)) {
        isLine ||= !['td', 'th'].includes(node.tagName);
        const inner = (node.children as Nodes[]).some(
          (child) => child.type === 'element' && (isBlock(child) || kindOf(child) !== undefined),
        );
        if (!inner) add('lesson', toText(shown(node)));
        else node.children.forEach(walk);
        isLine ||= !['td', 'th'].includes(node.tagName);
        return;
      }
    }
    for (const child of (node as Parents).children) walk(child as Nodes);
  };
  walk(body);
  return {
    language: String(first(tree, ({ tagName }) => tagName === 'html')?.properties.lang ?? 'en'),
    title,
    sections,
  };
}

/** The first element that is wanted. Selectors take many times as long to look through a whole page. */
function first(node: Root | Element, isWanted: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = isWanted(child) ? child : first(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

/** What is left of an element without what is ignored in it. */
const shown = (element: Element): Element => ({
  ...element,
  children: element.children
    .filter((child) => child.type !== 'element' || !isIgnored(child))
    .map((child) => (child.type === 'element' ? shown(child) : child)),
});

const classesOf = ({ properties }: Element) => (Array.isArray(properties.className) ? properties.className : []);

function isIgnored(element: Element): boolean {
  return (
    element.properties.dataPagefindIgnore !== undefined ||
    ['script', 'style', 'svg', 'template', 'button', 'select', 'footer'].includes(element.tagName) ||
    classesOf(element).includes('sl-anchor-link')
  );
}

function kindOf(element: Element): Kind | undefined {
  const classes = classesOf(element);
  if (classes.includes('expressive-code')) return 'code';
  if (element.tagName === 'figure' && classes.includes('diagram')) return 'diagram';
  if (classes.includes('checkpoint')) return 'question';
  return undefined;
}

const blocks = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'table',
  'tr',
  'td',
  'th',
  'dl',
  'dd',
  'dt',
  'aside',
  'section',
  'div',
  'blockquote',
  'details',
  'summary',
  'h1',
  'h2',
  'h3',
  'h4',
  'figure',
  'main',
  'article',
  'header',
  'footer',
  'nav',
  'thead',
  'tbody',
  'starlight-tabs',
]);
const isBlock = (element: Element) => blocks.has(element.tagName);

function diagramText(figure: Element): string {
  const parts = [select('figcaption', figure), ...selectAll('.diagram-words p, .diagram-words li', figure)];
  return parts.map((part) => (part ? toString(part) : '')).join(' ');
}

/** Each question with the place it can be linked at. */
function questions(list: Element): [Omit<PageSection, 'text'>, string][] {
  return selectAll('details[data-q]', list).map((details) => {
    const question = select('.question', details);
    const heading = question ? toString(question).trim() : '';
    const answers = selectAll('.body p, .body li, .body dd, .body .ec-line', details).filter(
      (part) => !classesOf(part).includes('again'),
    );
    return [
      { id: String(details.properties.id ?? ''), heading, level: 3 },
      answers.map((paragraph) => toString(paragraph)).join(' ') || heading,
    ];
  });
}
