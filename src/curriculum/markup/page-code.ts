/**
 * Reads the JavaScript of a page, which runs on the machine that builds the site. Pages have constants only: what is
 * written out, and names that the page gives to it. So nothing runs that could do more, and what stands in the page in
 * the end is known here already.
 */
import type { BaseNode, Program } from 'estree';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isPictureName } from '../pictures/check-pictures.ts';
import { knownComponents, unknownComponent } from './known-components.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

export type Constant = string | number | boolean | null;

/** What a page gives names to. */
export interface PageNames {
  /** Components that it imports, and where from. */
  components: ReadonlyMap<string, string>;
  /** Its constants, the texts of its frontmatter (`frontmatter.title`) and what pictures tell (`plan.src`). */
  constants: ReadonlyMap<string, Constant>;
  /** Names of the roadmap’s own components. */
  own?: readonly string[];
}

type Node = BaseNode & Record<string, unknown> & { start: number; end: number };

/** A part of the code that is no constant. */
class Refused {
  readonly node: Node;
  constructor(node: Node) {
    this.node = node;
  }
}

/** Names that Astro and MDX give to parts of a page. */
const reserved = new Set(
  'components frontmatter getHeadings headings props file url default layout arguments undefined then'.split(' '),
);

/** Texts that are put together from each other would grow without end. */
export const longestText = 1000;

/** Whether an import names a picture beside the page. */
export const isPictureImport = (from: string): boolean => /^\.{1,2}\//.test(from) && isPictureName(from);

/**
 * Reads the names of a page, and adds a problem for all JavaScript in it that is no constant.
 *
 * @param source the text of the page, as it was parsed
 * @param frontmatter its fields
 * @param props what a page gives to a component, where the text is that of one: `props.name` → value
 */
export function readCode(
  tree: Root,
  source: string,
  frontmatter: object,
  file: string,
  problems: Problem[],
  props?: ReadonlyMap<string, Constant>,
): PageNames {
  const components = new Map<string, string>();
  const constants = new Map<string, Constant>(props);
  for (const [name, value] of Object.entries(frontmatter))
    if (typeof value === 'string') constants.set(`frontmatter.${name}`, value);

  const placeOf = (node: Node): Place => {
    const start = node.loc?.start;
    return { file, line: start?.line, column: start && start.column + 1 };
  };
  const refuse = (node: Node) =>
    void problems.push(problem('code-outside', placeOf(node), { code: written(node, source), kind: node.type }));
  const isFree = (name: string, form: RegExp) =>
    form.test(name) && !reserved.has(name) && !constants.has(name) && !components.has(name);

  const readImport = (statement: Node) => {
    const from = String((statement.source as Node).value);
    const known = knownComponents.get(from);
    // Whether the file is a picture is checked with those that stand in the words of the page.
    // A component names its pictures in the words of Markdown, which the build can follow to another folder.
    if (!known && (props || !isPictureImport(from)))
      return void problems.push(problem('import-unknown', placeOf(statement), { from, isComponent: Boolean(props) }));
    for (const one of statement.specifiers as Node[]) {
      const name = nameOf(one.local);
      if (known && one.type === 'ImportSpecifier' && nameOf(one.imported) === name && isFree(name, /^[A-Z]/)) {
        if (!known.includes(name)) problems.push(problem('component-unknown', placeOf(one), unknownComponent(name)));
        components.set(name, from);
      } else if (!known && one.type === 'ImportDefaultSpecifier' && isFree(name, /^[a-z]\w*$/)) {
        // An imported drawing is a function; of a picture only these can be used.
        for (const part of ['src', 'width', 'height']) constants.set(`${name}.${part}`, '');
      } else refuse(one);
    }
  };
  const readExport = (statement: Node) => {
    const declaration = statement.declaration as Node | null;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return refuse(statement);
    for (const { id, init } of declaration.declarations as Node[]) {
      const value = constantOf(init as Node, constants);
      if (!isFree(nameOf(id), /^[a-z]\w*$/)) refuse(id as Node);
      else if (value instanceof Refused) refuse(value.node);
      else if (String(value).length > longestText) refuse(init as Node);
      else constants.set(nameOf(id), value);
    }
  };

  visit(tree, 'mdxjsEsm', ({ data }) => {
    for (const statement of (data?.estree?.body ?? []) as unknown as Node[])
      if (statement.type === 'ImportDeclaration') readImport(statement);
      else if (statement.type === 'ExportNamedDeclaration') readExport(statement);
      else refuse(statement);
  });
  visit(tree, (node: Nodes) => {
    for (const program of expressionsIn(node)) {
      const value = expressionValue(program, constants);
      if (value instanceof Refused) refuse(value.node);
    }
  });
  return { components, constants };
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** An attribute of an element or component in a page. */
export type PageAttribute = Element['attributes'][number];

/**
 * The value of an attribute.
 *
 * @returns undefined for one that has none, and for one that is refused
 */
export function attributeValue(value: PageAttribute['value'], names: PageNames): Constant | undefined {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const constant = value.data?.estree && expressionValue(value.data.estree, names.constants);
  return constant instanceof Refused ? undefined : (constant ?? undefined);
}

/** What braces in the text of a page show. */
export function expressionText(
  { data }: Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>,
  { constants }: Pick<PageNames, 'constants'>,
): string {
  const value = data?.estree ? expressionValue(data.estree, constants) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What stands in braces in a page: those of its text, and those of an element’s attributes. */
function expressionsIn(node: Nodes): Program[] {
  const parts =
    node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
      ? node.attributes.map((one) => (one.type === 'mdxJsxAttribute' ? one.value : undefined))
      : node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'
        ? [node]
        : [];
  return parts.flatMap((one) => (typeof one === 'object' && one?.data?.estree ? [one.data.estree] : []));
}

/** The value of braces; a remark has none. */
function expressionValue({ body }: Program, constants: ReadonlyMap<string, Constant>): Constant | undefined | Refused {
  const [statement] = body as unknown as Node[];
  if (!statement) return undefined;
  return statement.type === 'ExpressionStatement'
    ? constantOf(statement.expression as Node, constants)
    : new Refused(statement);
}

function constantOf(node: Node, constants: ReadonlyMap<string, Constant>): Constant | Refused {
  const named = (name: string) => constants.get(name) ?? (constants.has(name) ? null : new Refused(node));
  switch (node.type) {
    case 'Literal':
      return isConstant(node.value) && !('regex' in node) ? node.value : new Refused(node);
    case 'UnaryExpression': {
      const value = node.operator === '-' ? constantOf(node.argument as Node, constants) : undefined;
      return typeof value === 'number' ? -value : new Refused(node);
    }
    case 'TemplateLiteral': {
      const values = (node.expressions as Node[]).map((one) => constantOf(one, constants));
      const refused = values.find((one) => one instanceof Refused);
      const text = (node.quasis as { value: { cooked: string } }[])
        .map(({ value }, index) => value.cooked + (index < values.length ? String(values[index]) : ''))
        .join('');
      return refused ?? text;
    }
    case 'Identifier':
      return named(nameOf(node));
    case 'MemberExpression': {
      const { object, property, computed } = node as Node & { object: Node; property: Node };
      if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return new Refused(node);
      return named(`${nameOf(object)}.${nameOf(property)}`);
    }
    default:
      return new Refused(node);
  }
}

const isConstant = (value: unknown): value is Constant =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? '');

const written = ({ start, end }: Node, source: string) => oneLine(source.slice(start, end));

/** Code in one line, cut where it is long. */
export function oneLine(code: string): string {
  const line = code.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
