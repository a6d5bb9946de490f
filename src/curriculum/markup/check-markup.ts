/** Checks how a page is marked up: headings, code blocks, boxes, components, pictures and addresses. */
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { literalText } from '../../markdown/literal-text.ts';
import { markupFaults } from './allowed-markup.ts';
import { checkAttribute, checkElement } from './check-elements.ts';
import { checkForeign } from './check-foreign.ts';
import { checkStarlightComponents } from './check-starlight.ts';
import { placeWithin } from '../files/content-files.ts';
import { nearest } from '../problems/nearest.ts';
import { attributeValue, oneLine, type PageNames } from './page-code.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { isIcon } from '../schema/schema.ts';

/** Boxes that Starlight draws. */
const boxes = ['note', 'tip', 'caution', 'danger'];

/** Boxes of other programs, and what is most like them here. */
const others: Readonly<Record<string, string>> = {
  warning: 'caution',
  attention: 'caution',
  important: 'note',
  info: 'note',
  success: 'tip',
  hint: 'tip',
  error: 'danger',
};
const nearBox = (name: string) => (Object.hasOwn(others, name) ? others[name] : nearest(name, boxes));

type Directive = Nodes & { name: string; attributes?: Record<string, string | null | undefined> | null };

/**
 * Adds a problem for every fault in the markup of a page whose components are put in.
 *
 * @param names what the page, and what stands in it, gives names to
 */
export function checkMarkup(tree: Root, names: PageNames, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  checkHeadings(tree, placeOf, problems);
  checkComponents(tree, names, placeOf, problems);
  checkStarlightComponents(tree, names, placeOf, problems);
}

/**
 * Adds a problem for every fault in the text of a page or component that shows in how it is written.
 *
 * @param source the text, as it was parsed
 */
export function checkText(tree: Root, source: string, file: string, problems: Problem[]): void {
  const lines = source.split(/\r?\n/);
  const placeOf = (node: Nodes): Place => ({
    file,
    line: node.position?.start.line,
    column: node.position?.start.column,
  });
  const lastLine = (node: Nodes) => lines[(node.position?.end.line ?? 1) - 1] ?? '';
  checkHtml(tree, placeOf, problems);
  checkForeign(tree, source, placeOf, problems);
  if (file.endsWith('x'))
    for (const node of tree.children)
      if (node.type === 'paragraph' && /^(?: {4}|\t)/.test(lines[(node.position?.start.line ?? 1) - 1]!))
        problems.push(problem('code-indented', placeOf(node)));
  visit(tree, (node: Nodes) => {
    if (node.type === 'code' && /^\s*(?:[>*+-]\s*)*(`{3,}|~{3,})/.test(lines[(node.position?.start.line ?? 1) - 1]!)) {
      const sameLine = node.position?.start.line === node.position?.end.line;
      if (sameLine || !/(`{3,}|~{3,})\s*$/.test(lastLine(node))) problems.push(problem('fence-open', placeOf(node)));
    } else if ((node.type as string) === 'containerDirective') {
      const { name, attributes } = node as Directive;
      if (!/^\s*(?:>\s*)*:{3,}\s*$/.test(lastLine(node))) problems.push(problem('aside-open', placeOf(node), { name }));
      if (!boxes.includes(name))
        problems.push(problem('aside-unknown', placeOf(node), { name, near: nearBox(name), allowed: boxes }));
      const value = attributes?.icon;
      if (value && !isIcon(value))
        problems.push(problem('component-icon', placeOf(node), { component: 'Aside', name: 'icon', value }));
    }
  });
}

function checkHeadings(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  let above = 1;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const text = toString(node);
    if (text.trim() === '') problems.push(problem('heading-empty', placeOf(node)));
    if (node.depth === 1) problems.push(problem('heading-one', placeOf(node), { text }));
    else if (node.depth > above + 1)
      problems.push(problem('heading-order', placeOf(node), { text, depth: node.depth, above }));
    above = node.depth;
  }
}

function checkComponents(tree: Root, names: PageNames, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, (node: Nodes) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === null || !checkElement(node.name, names, placeOf(node), problems)) return;
    const known = new Set<string>();
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute') {
        problems.push(problem('html-unsafe', placeOf(node), { name: `{${oneLine(attribute.value)}}` }));
        continue;
      }
      const { name, value } = attribute;
      if (known.has(name.toLowerCase()))
        problems.push(problem('attribute-twice', placeOf(node), { element: node.name, name }));
      known.add(name.toLowerCase());
      const shown = typeof value === 'object' && value ? `{${oneLine(value.value)}}` : `"${oneLine(value ?? '')}"`;
      const given = attributeValue(value, names);
      const isWritten = literalText(value) !== undefined;
      checkAttribute({ element: node.name, name, value: given, isWritten, shown }, names, placeOf(node), problems);
    }
  });
}

function checkHtml(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, 'html', (node) => {
    for (const { name, offset } of markupFaults(node.value, 'page')) {
      const place = placeWithin(placeOf(node), node.value, offset);
      const [, component, isEnd] = /^<((\/?)[A-Z]\w*)/.exec(node.value.slice(offset)) ?? [];
      // The tag that opens it has been told.
      if (component === undefined) problems.push(problem('html-unsafe', place, { name }));
      else if (isEnd === '') problems.push(problem('component-markdown', place, { name: component }));
    }
  });
}
