/** Checks how a page is marked up: headings, code blocks, boxes, components, pictures and addresses. */
import path from 'node:path';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { checkCode } from './check-code.ts';
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
  checkComponents(tree, placeOf, problems);
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

/** Whether a path beside a page leads out of the folder that all pages lie in. */
export const isOutside = (target: string, file: string): boolean =>
  path.posix.join(path.posix.dirname(file), target.replaceAll('\\', '/')).split('/')[0] !== file.split('/')[0];

/** Elements that run code or bring another site into the page. */
const unsafeElements = new Set(['script', 'iframe', 'object', 'embed', 'base', 'meta', 'form']);

function checkComponents(tree: Root, placeOf: (node: Nodes) => Place, problems: Problem[]): void {
  const imported = new Set<string>();
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== 'ImportDeclaration') {
        if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration')
          for (const { id } of statement.declaration.declarations) if (id.type === 'Identifier') imported.add(id.name);
        continue;
      }
      const from = String(statement.source.value);
      const allowed = knownComponents.get(from);
      if (!allowed && !/^\.{1,2}\/[^?#]*\.(?:png|jpe?g|webp|avif|gif|svg)$/i.test(from))
        problems.push(problem('import-unknown', placeOf(node), { from }));
      else if (!allowed && isOutside(from, placeOf(node).file))
        problems.push(problem('image-outside', placeOf(node), { target: from }));
      for (const specifier of statement.specifiers) {
        imported.add(specifier.local.name);
        if (!allowed || specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue;
        const { name } = specifier.imported;
        if (!allowed.includes(name)) problems.push(problem('component-unknown', placeOf(node), unknown(name)));
      }
    }
  });
  visit(tree, (node: Nodes) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { name, attributes } = node;
    if (name === null) return;
    if (unsafeElements.has(name)) problems.push(problem('html-unsafe', placeOf(node), { name: `<${name}>` }));
    for (const attribute of attributes)
      if (attribute.type === 'mdxJsxAttribute' && /^on[a-z]/i.test(attribute.name) && /^[a-z]/.test(name))
        problems.push(problem('html-unsafe', placeOf(node), { name: attribute.name }));
    const component = name.split('.')[0]!;
    if (!/^[A-Z]/.test(component) || imported.has(component)) return;
    const from = homeOfComponent(component);
    problems.push(
      from
        ? problem('component-import', placeOf(node), { name: component, from })
        : problem('component-unknown', placeOf(node), unknown(component)),
    );
  });
  visit(tree, 'html', (node) => {
    const [, name] = /<\s*(script|iframe|object|embed|base|meta|form)\b/i.exec(node.value) ?? [];
    if (name) problems.push(problem('html-unsafe', placeOf(node), { name: `<${name}>` }));
    const [, handler] = /<[^>]*\s(on[a-z]+)\s*=/i.exec(node.value) ?? [];
    if (handler) problems.push(problem('html-unsafe', placeOf(node), { name: handler }));
  });
}

function unknown(name: string) {
  const near = nearest(name, [...knownComponents.values()].flat());
  return { name, near, allowed: [...knownComponents.values()][0]! };
}
