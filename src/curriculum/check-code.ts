/**
 * Checks the JavaScript of a page. It runs on the machine that builds the site, and so may use only what the page
 * declares, and what JavaScript has for computing. This tells mistakes and plain attempts; whoever hides one well enough
 * passes, so that pages stay code that somebody has to review (`src/make-it-yours/guides/index.mdx` says so).
 */
import type { Nodes, Root } from 'mdast';
import type { BaseNode, Program } from 'estree';
import { visit } from 'unist-util-visit';
import { problem, type Place, type Problem } from './problems.ts';

/** Names that JavaScript gives to every program and that reach nothing outside it. */
const harmless = new Set(
  'undefined NaN Infinity Math JSON Number String Boolean BigInt Array Object Map Set RegExp Date Intl parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent'
    .split(' ')
    // What MDX and Astro give to a page: its frontmatter, what it was called with, and its headings.
    .concat('props', 'frontmatter', 'getHeadings'),
);
/** Names that lead out of the page, even where it gives them to something of its own. */
const reaching = new Set(
  'process globalThis global window self require module eval Function Buffer fetch constructor __proto__ prototype'.split(
    ' ',
  ),
);

type Node = BaseNode & Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Adds a problem for every expression of a page that the machine should not run. */
export function checkCode(tree: Root, file: string, problems: Problem[]): void {
  const programs: { program: Program; place: Place }[] = [];
  visit(tree, (node: Nodes) => {
    const place = { file, line: node.position?.start.line, column: node.position?.start.column };
    const parts: unknown[] =
      node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
        ? node.attributes.flatMap((one): unknown[] => (one.type === 'mdxJsxAttribute' ? [one.value] : [one]))
        : [node];
    for (const part of parts) {
      const program = (part as { data?: { estree?: Program | null } } | null | undefined)?.data?.estree;
      if (program) programs.push({ program, place });
    }
  });
  const own = new Set(programs.flatMap(({ program }) => declaredIn(program as unknown as Node)));
  for (const { program, place } of programs)
    for (const { code, at } of faultsIn(program as unknown as Node, own))
      problems.push(problem('code-outside', at ? { file, ...at } : place, { code }));
}

/** Names that a program gives to something: imports, variables, functions, parameters. */
function declaredIn(node: Node): string[] {
  switch (node.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return namesOf(node.local);
    case 'VariableDeclarator':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [...namesOf(node.id), ...inside(node)];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...namesOf(node.id), ...(node.params as unknown[]).flatMap(namesOf), ...inside(node)];
    case 'CatchClause':
      return [...namesOf(node.param), ...inside(node)];
    default:
      return inside(node);
  }
}
const inside = (node: Node) => childrenOf(node).flatMap(declaredIn);

/** Names in a pattern, as in `{ a, b: [c] }`. */
function namesOf(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [String(pattern.name)];
  if (pattern.type === 'AssignmentPattern') return namesOf(pattern.left);
  if (pattern.type === 'Property') return namesOf(pattern.value);
  return childrenOf(pattern).flatMap(namesOf);
}

const childrenOf = (node: Node): Node[] =>
  Object.entries(node)
    .filter(([key]) => key !== 'loc' && key !== 'parent')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

interface Fault {
  /** What is not allowed, as it is written. */
  code: string;
  at?: { line: number; column: number };
}

function faultsIn(node: Node, own: ReadonlySet<string>): Fault[] {
  const fault = (code: string): Fault[] => {
    const start = node.loc?.start;
    return [{ code, ...(start && { at: { line: start.line, column: start.column + 1 } }) }];
  };
  const rest = (without?: unknown) =>
    childrenOf(node)
      .filter((child) => child !== without)
      .flatMap((child) => faultsIn(child, own));
  switch (node.type) {
    case 'ImportExpression':
      return fault('import(…)');
    case 'MetaProperty':
      return fault('import.meta');
    case 'ImportDeclaration':
      return [];
    case 'ExportAllDeclaration':
      return fault('export … from');
    case 'ExportNamedDeclaration':
      return node.source ? fault('export … from') : rest();
    case 'Identifier': {
      const name = String(node.name);
      return reaching.has(name) || !(own.has(name) || harmless.has(name)) ? fault(name) : [];
    }
    case 'MemberExpression':
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const key = (node.type === 'MemberExpression' ? node.property : node.key) as Node;
      if (!node.computed && key.type === 'Identifier')
        return [...(reaching.has(String(key.name)) ? faultsIn(key, own) : []), ...rest(key)];
      // A key that is put together could read any of the names above.
      return node.computed && !['Literal', 'Identifier', 'UnaryExpression'].includes(key.type) ? fault('[…]') : rest();
    }
    case 'Literal':
      return reaching.has(String(node.value)) && typeof node.value === 'string' ? fault(node.value) : [];
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return rest(node.label);
    default:
      return rest();
  }
}
