/**
 * Checks the JavaScript of a page. It runs on the machine that builds the site, and what it gives stands in the page. So
 * pages speak a small part of the language, in which values are computed from values: what is not named here is refused,
 * whether or not anybody can say what harm it would do.
 */
import type { BaseNode, Program } from 'estree';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { checkAttribute, checkElement, oneLine } from './check-elements.ts';
import type { PageNames } from './page-names.ts';
import { problem, type Place, type Problem } from './problems.ts';

const words = (text: string) => new Set(text.split(' '));

/** Values that JavaScript gives to every program; `frontmatter` comes from Astro. */
const given = words('undefined NaN Infinity frontmatter');
/** Methods of lists, texts, numbers, days and formats, which give a value and change nothing. */
const methods = words(
  'at charAt concat endsWith every filter find findIndex flat flatMap format getDate getFullYear getMonth includes indexOf join map normalize reduce replace replaceAll slice some split startsWith toFixed toISOString toLocaleDateString toLocaleLowerCase toLocaleString toLocaleUpperCase toLowerCase toReversed toSorted toString toUpperCase trim trimEnd trimStart',
);
const functions = words('Boolean Number String');
/** Functions by what holds them; they may be called, and not be handed on. */
const held = new Map([
  ['Math', words('abs ceil floor max min pow round sign sqrt trunc')],
  ['Object', words('entries keys values')],
]);
const made = words('Date');
/** Names of properties that lead from a value to the program itself, or make an element of an object. */
const reaching = /^(?:apply|arguments|bind|call|callee|caller|constructor|prototype|__\w+__)$/;
/** A key of an object; one with a colon could be a mark by which Astro knows an element. */
const key = /^[A-Za-z]\w*$/;
/** What an imported picture tells. */
const ofPicture = words('src width height format');

type Node = BaseNode & Record<string, unknown> & { start: number; end: number };

/**
 * Adds a problem for all JavaScript of a page that is not of the small language.
 *
 * @param source the text of the page, as it was parsed
 */
export function checkCode(tree: Root, names: PageNames, source: string, file: string, problems: Problem[]): void {
  visit(tree, (node: Nodes) => {
    const place = { file, line: node.position?.start.line, column: node.position?.start.column };
    const parts: unknown[] =
      node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
        ? node.attributes.flatMap((one): unknown[] => (one.type === 'mdxJsxAttribute' ? [one.value] : []))
        : [node];
    for (const part of parts) {
      const program = (part as { data?: { estree?: Program | null } } | null | undefined)?.data?.estree;
      if (program) new PageCode(names, source, place, problems).check(program as unknown as Node);
    }
  });
}

class PageCode {
  /** Names that the functions around give to what they are called with. */
  readonly #parameters: string[] = [];
  readonly #names: PageNames;
  readonly #source: string;
  readonly #place: Place;
  readonly #problems: Problem[];

  constructor(names: PageNames, source: string, place: Place, problems: Problem[]) {
    this.#names = names;
    this.#source = source;
    this.#place = place;
    this.#problems = problems;
  }

  check(program: Node): void {
    for (const statement of program.body as Node[]) this.#statement(statement);
  }

  #statement(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
        // Where from is checked with the words of the page.
        for (const specifier of node.specifiers as Node[]) this.#specifier(specifier);
        return;
      case 'ExpressionStatement':
        return this.#value(node.expression as Node);
      case 'ExportNamedDeclaration': {
        const declaration = node.declaration as Node | null;
        if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return this.#refuse(node);
        for (const one of declaration.declarations as Node[]) this.#constant(one);
        return;
      }
      default:
        return this.#refuse(node);
    }
  }

  #specifier(node: Node): void {
    const name = nameOf(node.local);
    const isComponent = this.#names.imported.has(name);
    // A component in small letters would pass for an element, and a picture in capitals for a component.
    const isSound = isComponent
      ? node.type === 'ImportSpecifier' && /^[A-Z]/.test(name)
      : node.type === 'ImportDefaultSpecifier' && /^[a-z]/.test(name);
    if (!isSound) this.#refuse(node);
  }

  #constant(node: Node): void {
    const name = nameOf(node.id);
    const init = node.init as Node;
    // Astro and MDX take what has one of these names for something else, and make names with `_` themselves.
    if (!key.test(name) || reserved.has(name)) return this.#refuse(node.id as Node);
    if (init.type === 'ArrowFunctionExpression' && /^[A-Z]/.test(name)) this.#function(init);
    else this.#value(init);
  }

  #value(node: Node): void {
    switch (node.type) {
      case 'Literal':
        return 'regex' in node ? this.#refuse(node) : undefined;
      case 'TemplateLiteral':
        return this.#values(node.expressions);
      case 'Identifier': {
        const name = nameOf(node);
        const isKnown = this.#names.values.has(name) || this.#names.pictures.has(name) || given.has(name);
        return isKnown || this.#parameters.includes(name) ? undefined : this.#refuse(node);
      }
      case 'ArrayExpression':
        return this.#values(node.elements);
      case 'ObjectExpression':
        for (const property of node.properties as Node[]) this.#property(property);
        return;
      case 'UnaryExpression':
        return node.operator === 'delete' ? this.#refuse(node) : this.#value(node.argument as Node);
      case 'BinaryExpression':
      case 'LogicalExpression':
        return this.#values([node.left, node.right]);
      case 'ConditionalExpression':
        return this.#values([node.test, node.consequent, node.alternate]);
      case 'ChainExpression':
        return this.#value(node.expression as Node);
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression':
        return this.#call(node);
      case 'NewExpression':
        return this.#made(node);
      case 'JSXElement':
        return this.#element(node);
      case 'JSXFragment':
        return this.#children(node);
      default:
        return this.#refuse(node);
    }
  }

  #values(nodes: unknown): void {
    for (const node of nodes as (Node | null)[]) if (node) this.#value(node);
  }

  #property(node: Node): void {
    const written = node.key as Node | undefined;
    const name = String(written?.name ?? written?.value);
    if (node.type !== 'Property' || node.computed || node.method || node.kind !== 'init') return this.#refuse(node);
    if (!key.test(name) || reaching.test(name)) return this.#refuse(written!, name);
    this.#value(node.value as Node);
  }

  #member(node: Node): void {
    const object = node.object as Node;
    const property = node.property as Node;
    // A key that is put together could be any of the names that lead out.
    if (node.computed && !(property.type === 'Literal' && typeof property.value === 'number'))
      return this.#refuse(property, property.type === 'Literal' ? String(property.value) : '[…]');
    this.#value(object);
    if (node.computed) return;
    const isPicture = object.type === 'Identifier' && this.#names.pictures.has(nameOf(object));
    if (property.type !== 'Identifier' || reaching.test(nameOf(property))) this.#refuse(property);
    else if (isPicture && !ofPicture.has(nameOf(property))) this.#refuse(node);
  }

  #call(node: Node): void {
    const callee = node.callee as Node;
    if (callee.type === 'MemberExpression') {
      const { object, property } = callee as Node & { object: Node; property: Node };
      const functionsHeld = this.#isOwn(object) ? undefined : held.get(nameOf(object));
      if (functionsHeld) {
        if (callee.computed || !functionsHeld.has(nameOf(property))) this.#refuse(property);
      } else {
        this.#member(callee);
        if (!methods.has(nameOf(property)) && !reaching.test(nameOf(property))) this.#refuse(property);
      }
    } else if (callee.type !== 'Identifier' || !functions.has(nameOf(callee)) || this.#isOwn(callee)) {
      this.#refuse(callee);
    }
    this.#arguments(node);
  }

  /** `new Date(…)` and `new Intl.NumberFormat(…)`. */
  #made(node: Node): void {
    const callee = node.callee as Node;
    const isFormat =
      callee.type === 'MemberExpression' &&
      !callee.computed &&
      nameOf(callee.object) === 'Intl' &&
      !this.#isOwn(callee.object as Node) &&
      /^[A-Z]/.test(nameOf(callee.property));
    if (!isFormat && (!made.has(nameOf(callee)) || this.#isOwn(callee))) this.#refuse(callee);
    this.#arguments(node);
  }

  #arguments(node: Node): void {
    for (const one of node.arguments as Node[])
      if (one.type === 'ArrowFunctionExpression') this.#function(one);
      else this.#value(one);
  }

  #function(node: Node): void {
    const body = node.body as Node;
    if (node.async || body.type === 'BlockStatement') return this.#refuse(node);
    const before = this.#parameters.length;
    for (const parameter of node.params as Node[]) this.#parameter(parameter);
    this.#value(body);
    this.#parameters.length = before;
  }

  #parameter(node: Node): void {
    switch (node.type) {
      case 'Identifier':
        // What is in capitals is a component, and what a function is called with could be any text.
        if (!/^[a-z]/.test(nameOf(node)) || reserved.has(nameOf(node))) return this.#refuse(node);
        this.#parameters.push(nameOf(node));
        return;
      case 'AssignmentPattern':
        this.#parameter(node.left as Node);
        return this.#value(node.right as Node);
      case 'ArrayPattern':
        for (const one of node.elements as (Node | null)[]) if (one) this.#parameter(one);
        return;
      case 'ObjectPattern':
        for (const one of node.properties as Node[])
          if (one.type !== 'Property' || one.computed) this.#refuse(one);
          else if (reaching.test(String((one.key as Node).name ?? (one.key as Node).value)))
            this.#refuse(one.key as Node);
          else this.#parameter(one.value as Node);
        return;
      default:
        return this.#refuse(node);
    }
  }

  #element(node: Node): void {
    const opening = node.openingElement as Node;
    const element = jsxName(opening.name);
    if (!checkElement(element, this.#names, this.#placeOf(opening), this.#problems)) return;
    for (const attribute of opening.attributes as Node[]) {
      // What is spread is known only when the page is made, and may be `set:html`.
      if (attribute.type !== 'JSXAttribute') {
        this.#problems.push(problem('html-unsafe', this.#placeOf(attribute), { name: '{...}' }));
        continue;
      }
      const value = attribute.value as Node | null;
      const inner = value?.type === 'JSXExpressionContainer' ? (value.expression as Node) : undefined;
      const shown = value ? oneLine(this.#source.slice(value.start, value.end)) : '';
      checkAttribute(
        { element, name: jsxName(attribute.name), value: inner ?? (value as { value?: string } | null)?.value, shown },
        this.#names,
        this.#placeOf(attribute),
        this.#problems,
      );
      if (inner) this.#value(inner);
      else if (value && value.type !== 'Literal') this.#value(value);
    }
    this.#children(node);
  }

  #children(node: Node): void {
    for (const child of node.children as Node[]) {
      const inner = child.type === 'JSXExpressionContainer' ? (child.expression as Node) : child;
      if (inner.type !== 'JSXText' && inner.type !== 'JSXEmptyExpression') this.#value(inner);
    }
  }

  /** Whether the page gives a name to something of its own. */
  #isOwn(node: Node): boolean {
    const name = nameOf(node);
    const { components, values, pictures } = this.#names;
    return this.#parameters.includes(name) || components.has(name) || values.has(name) || pictures.has(name);
  }

  #placeOf(node: Node): Place {
    const start = node.loc?.start;
    return start ? { ...this.#place, line: start.line, column: start.column + 1 } : this.#place;
  }

  /** @param code how it is called; without, as it is written */
  #refuse(node: Node, code?: string): void {
    const written = short[node.type] ?? oneLine(this.#source.slice(node.start, node.end));
    this.#problems.push(problem('code-outside', this.#placeOf(node), { code: code ?? written }));
  }
}

/** Names that Astro and MDX give to parts of a page. */
const reserved = words(
  'components frontmatter getHeadings props file url default layout Content Fragment MDXContent MDXLayout arguments',
);

/** What is long as it is written, or not known by what is written. */
const short: Readonly<Record<string, string>> = {
  ImportExpression: 'import(…)',
  MetaProperty: 'import.meta',
  ExportAllDeclaration: 'export … from',
};

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? '');

/** `b`, `Tabs.Item` and `set:html`, as they are written. */
function jsxName(node: unknown): string {
  const { name, namespace, object, property } = node as Record<string, unknown>;
  if (typeof name === 'string') return name;
  return namespace ? `${jsxName(namespace)}:${jsxName(name)}` : `${jsxName(object)}.${jsxName(property)}`;
}
