/** Checks how a page is marked up: headings, code blocks, boxes, components, pictures and addresses. */
import type { Program } from 'estree';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isAllowedAttribute, isAllowedElement, isUnsafeAddress, markupFaults } from './allowed-markup.ts';
import { checkCode } from './check-code.ts';
import { isPictureName } from './check-pictures.ts';
import { homeOfComponent, knownComponents } from './known-components.ts';
import { nearest } from './nearest.ts';
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
  const imported = checkImports(tree, placeOf, problems);
  checkComponents(tree, imported, placeOf, problems);
  checkJsxInCode(tree, placeOf, problems);
  checkHtml(tree, placeOf, problems);
  checkCode(tree, file, problems);
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

/** Whether an import names a picture beside the page. */
export const isPictureImport = (from: string): boolean => /^\.{1,2}\//.test(from) && isPictureName(from);

function checkImports(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): Set<string> {
  const imported = new Set<string>();
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== 'ImportDeclaration') {
        if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration')
          for (const { id, init } of statement.declaration.declarations) {
            if (id.type !== 'Identifier') continue;
            // A text that is used as a component would be the element of that name, `script` among them.
            if (init && /Function/.test(init.type)) imported.add(id.name);
            if (id.name === 'components')
              problems.push(problem('html-unsafe', placeOf(node), { name: 'export const components' }));
          }
        continue;
      }
      const from = String(statement.source.value);
      const allowed = knownComponents.get(from);
      // Whether the file is a picture is checked with those that stand in the words of the page.
      if (!allowed && !isPictureImport(from)) problems.push(problem('import-unknown', placeOf(node), { from }));
      for (const specifier of statement.specifiers) {
        imported.add(specifier.local.name);
        if (!allowed || specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue;
        const { name } = specifier.imported;
        if (!allowed.includes(name)) problems.push(problem('component-unknown', placeOf(node), unknown(name)));
      }
    }
  });
  return imported;
}

function checkComponents(
  tree: Root,
  imported: ReadonlySet<string>,
  placeOf: (node: Nodes) => Place,
  problems: Problem[],
): void {
  visit(tree, (node: Nodes) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { name } = node;
    if (name === null) return;
    const unsafe = (what: string, at: Place = placeOf(node)) =>
      problems.push(problem('html-unsafe', at, { name: what }));
    const component = name.split('.')[0]!;
    const isComponent = /^[A-Z]/.test(component);
    if (!isComponent && !isAllowedElement(name)) return void unsafe(`<${name}>`);
    for (const attribute of node.attributes) checkAttribute(name, attribute, placeOf(node), problems);
    if (!isComponent || imported.has(component)) return;
    const from = homeOfComponent(component);
    problems.push(
      from
        ? problem('component-import', placeOf(node), { name: component, from })
        : problem('component-unknown', placeOf(node), unknown(component)),
    );
  });
}

function checkAttribute(
  element: string,
  attribute: MdxJsxAttribute | MdxJsxExpressionAttribute,
  place: Place,
  problems: Problem[],
): void {
  const unsafe = (name: string) => problems.push(problem('html-unsafe', place, { name }));
  if (attribute.type === 'mdxJsxExpressionAttribute') return void unsafe(`{${oneLine(attribute.value)}}`);
  const { name, value } = attribute;
  if (!isAllowedAttribute(element, name)) return void unsafe(name);
  if (value === null || value === undefined) return;
  const written = `${name}=${typeof value === 'string' ? `"${oneLine(value)}"` : `{${oneLine(value.value)}}`}`;
  const texts = typeof value === 'string' ? [value] : textsIn(value.data?.estree);
  // Components of Starlight write some of their texts as HTML.
  if (texts.some((text) => isUnsafeAddress(text) || (/^[A-Z]/.test(element) && /<[a-z!/]/i.test(text))))
    unsafe(written);
}

/** Texts that stand in an expression. What it makes of them is seen in the built page (src/security/policy.ts). */
function textsIn(program: Program | null | undefined): string[] {
  const texts: string[] = [];
  eachNode(program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    if (node.type === 'TemplateElement') texts.push(String((node.value as { cooked?: string }).cooked));
  });
  return texts;
}

type CodeNode = { type: string } & Record<string, unknown>;

function eachNode(value: unknown, visitor: (node: CodeNode) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (typeof (value as CodeNode).type === 'string') visitor(value as CodeNode);
  for (const part of Object.values(value)) eachNode(part, visitor);
}

/** Elements that stand in the JavaScript of a page, as in `{isLong && <b>…</b>}`, are held to the same rules. */
function checkJsxInCode(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, ['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression'], (node) => {
    const { estree } = (node as { data?: { estree?: Program | null } }).data ?? {};
    const unsafe = (name: string) => problems.push(problem('html-unsafe', placeOf(node), { name }));
    eachNode(estree, (part) => {
      if (part.type !== 'JSXOpeningElement') return;
      const element = jsxName(part.name);
      if (/^[a-z]/.test(element) && !isAllowedElement(element)) return void unsafe(`<${element}>`);
      for (const attribute of part.attributes as CodeNode[]) {
        // What is spread is known only when the page is made, and may be `set:html`.
        if (attribute.type !== 'JSXAttribute') {
          unsafe('{...}');
          continue;
        }
        const name = jsxName(attribute.name);
        if (!isAllowedAttribute(element, name)) unsafe(name);
        eachNode(attribute.value, ({ value }) => {
          if (typeof value === 'string' && isUnsafeAddress(value)) unsafe(`${name}="${oneLine(value)}"`);
        });
      }
    });
  });
}

/** `b`, `Tabs.Item` and `set:html`, as they are written. */
function jsxName(node: unknown): string {
  const { name, namespace, object, property } = node as Record<string, unknown>;
  if (typeof name === 'string') return name;
  return namespace ? `${jsxName(namespace)}:${jsxName(name)}` : `${jsxName(object)}.${jsxName(property)}`;
}

function checkHtml(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  visit(tree, 'html', (node) => {
    for (const { name, offset } of markupFaults(node.value, 'page')) {
      const before = node.value.slice(0, offset).split('\n');
      const { file, line = 1, column = 1 } = placeOf(node);
      const place = {
        file,
        line: line + before.length - 1,
        column: before.at(-1)!.length + (before.length > 1 ? 1 : column),
      };
      problems.push(problem('html-unsafe', place, { name }));
    }
  });
}

const oneLine = (code: string) => {
  const line = code.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

function unknown(name: string) {
  const near = nearest(name, [...knownComponents.values()].flat());
  return { name, near, allowed: [...knownComponents.values()][0]! };
}
