/** Checks how a page is marked up: headings, code blocks, boxes, components, pictures and addresses. */
import type { Program } from 'estree';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { markupFaults } from './allowed-markup.ts';
import { checkCode } from './check-code.ts';
import { checkForeign } from './check-foreign.ts';
import { checkStarlightComponents } from './check-starlight.ts';
import { checkAttribute, checkElement, oneLine, unknownComponent } from './check-elements.ts';
import { placeWithin } from './content-files.ts';
import { knownComponents } from './known-components.ts';
import { nearest } from './nearest.ts';
import { isPictureImport, pageNames, type PageNames } from './page-names.ts';
import { problem, type Place, type Problem } from './problems.ts';

/** Boxes that Starlight draws. */
const boxes = ['note', 'tip', 'caution', 'danger'];

type Directive = Nodes & { name: string };

/**
 * Adds a problem for every fault in the markup of a page.
 *
 * @param source the text of the page, as it was parsed
 */
export function checkMarkup(tree: Root, source: string, file: string, problems: Problem[]): void {
  const lines = source.split(/\r?\n/);
  const placeOf = (node: Nodes): Place => ({
    file,
    line: node.position?.start.line,
    column: node.position?.start.column,
  });
  const lastLine = (node: Nodes) => lines[(node.position?.end.line ?? 1) - 1] ?? '';
  checkHeadings(tree, placeOf, problems);
  const names = pageNames(tree);
  checkImports(tree, placeOf, problems);
  checkComponents(tree, names, placeOf, problems);
  checkStarlightComponents(tree, names, placeOf, problems);
  checkHtml(tree, placeOf, problems);
  checkForeign(tree, source, placeOf, problems);
  checkCode(tree, names, source, file, problems);
  visit(tree, (node: Nodes) => {
    if (node.type === 'code' && /^\s*(?:[>*+-]\s*)*(`{3,}|~{3,})/.test(lines[(node.position?.start.line ?? 1) - 1]!)) {
      const sameLine = node.position?.start.line === node.position?.end.line;
      if (sameLine || !/(`{3,}|~{3,})\s*$/.test(lastLine(node))) problems.push(problem('fence-open', placeOf(node)));
    } else if ((node.type as string) === 'containerDirective') {
      const { name } = node as Directive;
      if (!/^\s*(?:>\s*)*:{3,}\s*$/.test(lastLine(node))) problems.push(problem('aside-open', placeOf(node), { name }));
      if (!boxes.includes(name))
        problems.push(problem('aside-unknown', placeOf(node), { name, near: nearest(name, boxes), allowed: boxes }));
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

function checkImports(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== 'ImportDeclaration') continue;
      const from = String(statement.source.value);
      const allowed = knownComponents.get(from);
      // Whether the file is a picture is checked with those that stand in the words of the page.
      if (!allowed && !isPictureImport(from)) problems.push(problem('import-unknown', placeOf(node), { from }));
      for (const specifier of statement.specifiers) {
        if (!allowed || specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue;
        const { name } = specifier.imported;
        if (!allowed.includes(name)) problems.push(problem('component-unknown', placeOf(node), unknownComponent(name)));
      }
    }
  });
}

function checkComponents(tree: Root, names: PageNames, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, (node: Nodes) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === null || !checkElement(node.name, names, placeOf(node), problems)) return;
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute') {
        problems.push(problem('html-unsafe', placeOf(node), { name: `{${oneLine(attribute.value)}}` }));
        continue;
      }
      const { name, value } = attribute;
      const isText = typeof value !== 'object' || value === null;
      const expression = isText ? value : (expressionOf(value.data?.estree) ?? {});
      const shown = isText ? `"${oneLine(value ?? '')}"` : `{${oneLine(value.value)}}`;
      checkAttribute({ element: node.name, name, value: expression, shown }, names, placeOf(node), problems);
    }
  });
}

function expressionOf(program: Program | null | undefined): object | undefined {
  const [statement] = program?.body ?? [];
  return statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
}

function checkHtml(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, 'html', (node) => {
    for (const { name, offset } of markupFaults(node.value, 'page'))
      problems.push(problem('html-unsafe', placeWithin(placeOf(node), node.value, offset), { name }));
  });
}
