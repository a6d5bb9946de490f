/**
 * Puts the components of a roadmap into the tree of a page: what the file of a component holds stands where its tag was,
 * with the words that the page gives it. Nothing of a component is left to run: braces become the texts that they stand
 * for.
 */
import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isInLine } from './allowed-markup.ts';
import { nearest } from '../problems/nearest.ts';
import { attributeValue, expressionText, longestText, type Constant, type PageNames } from './page-code.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { fromPage, namesOf, type OwnComponent, type OwnComponents } from './own-components.ts';

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** What is asked of a page whose components are put in. */
export interface PageContext {
  /** Path of the page, as problems and pictures name it. */
  file: string;
  /** What the page gives names to. */
  names: PageNames;
  components: OwnComponents;
  /** Prepares the tree of a component as the tree of the page has been prepared. */
  prepare?(tree: Root): void;
  /** Whether pictures of a component are named from the page, as the build needs it. */
  movesPictures?: boolean;
}

/** What became of a page. */
export interface Expansion {
  /** File of a node that comes from a component. */
  fileOf(node: Nodes): string | undefined;
  /** Components that the parts from components use: their names, and where they are imported from. */
  imports: Map<string, string>;
  /** Names of the components that stand in the page. */
  used: Set<string>;
}

/** Text that components may bring into one page; each may hold others, so that it could grow without end. */
const mostCharacters = 1_000_000;

/**
 * @param tree the tree of the page, which is changed
 * @param problems faults in how the page and its components use components are added here
 */
export function expandComponents(tree: Root, context: PageContext, problems: Problem[]): Expansion {
  const expander = new Expander(context, problems);
  if (context.components.size > 0) expander.within(tree, context.names, []);
  return { fileOf: (node) => expander.files.get(node), imports: expander.imports, used: expander.used };
}

class Expander {
  readonly files = new WeakMap<object, string>();
  readonly imports = new Map<string, string>();
  readonly used = new Set<string>();
  readonly #context: PageContext;
  readonly #problems: Problem[];
  #left = mostCharacters;
  #uses = 0;

  constructor(context: PageContext, problems: Problem[]) {
    this.#context = context;
    this.#problems = problems;
  }

  /** @param inside names of the components in which the node stands, the outermost first */
  within(parent: Parents, names: PageNames, inside: readonly string[]): void {
    const children = (parent.children as Nodes[]).flatMap((node) => this.#alone(node));
    parent.children = children.flatMap((node) => {
      const component = this.#componentOf(node);
      if (!component) {
        if ('children' in node) this.within(node, names, inside);
        return [node];
      }
      const element = node as Element;
      this.within(element, names, inside);
      return this.#use(component, element, names, inside);
    }) as never;
  }

  #componentOf(node: Nodes): OwnComponent | undefined {
    return isElement(node) && node.name !== null ? this.#context.components.get(node.name) : undefined;
  }

  /** Components that follow each other line by line are a paragraph for the parser, and none for the site. */
  #alone(node: Nodes): Nodes[] {
    if (node.type !== 'paragraph') return [node];
    const parts = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (parts.length === 0 || !parts.every((part) => this.#componentOf(part))) return [node];
    return parts.map((part) => Object.assign(part, { type: 'mdxJsxFlowElement' }) as unknown as Nodes);
  }

  #place(node: Nodes): Place {
    const { start } = node.position ?? {};
    return { file: this.files.get(node) ?? this.#context.file, line: start?.line, column: start?.column };
  }

  #use(component: OwnComponent, element: Element, names: PageNames, inside: readonly string[]): Nodes[] {
    const place = this.#place(element);
    const { name } = component;
    this.used.add(name);
    if (inside.includes(name)) {
      const way = [...inside.slice(inside.indexOf(name)), name];
      this.#problems.push(problem('component-cycle', place, { way }));
      return [];
    }
    this.#uses += 1;
    if (!this.#hasRoom(component.source.length, name, place)) return [];
    const given = this.#given(component, element, names, place);
    const body = structuredClone(component.tree);
    this.#context.prepare?.(body);
    const own = namesOf(component, given, []);
    for (const [one, home] of own.components) this.imports.set(one, home);
    settle(body, own, component.source, `${name}-${this.#uses}`);
    visit(body, (node: Nodes) => {
      this.files.set(node, component.file);
      if (this.#context.movesPictures && node.type === 'image' && !isPublic(node.url))
        node.url = fromPage(node.url, component.file, this.#context.file);
    });
    this.#fillSlots(body, component, element, place);
    this.within(body, own, [...inside, name]);
    if (element.type === 'mdxJsxFlowElement') return body.children;
    const words = inLine(body.children);
    if (words) return words;
    this.#problems.push(problem('component-in-line', place, { name }));
    return [];
  }

  /** Whether so much more may come into the page; that it may not is told once. */
  #hasRoom(characters: number, name: string, place: Place): boolean {
    if (this.#left >= 0 && this.#left < characters)
      this.#problems.push(problem('component-much', place, { name, most: mostCharacters }));
    this.#left -= characters;
    return this.#left >= 0;
  }

  /** Reads the words that a page gives to a component. */
  #given(
    { name, props, defaults }: OwnComponent,
    element: Element,
    names: PageNames,
    place: Place,
  ): Map<string, Constant> {
    const given = new Map<string, Constant>();
    for (const attribute of element.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute') {
        this.#problems.push(problem('html-unsafe', place, { name: `{${attribute.value}}` }));
        continue;
      }
      const prop = attribute.name;
      if (given.has(prop)) this.#problems.push(problem('attribute-twice', place, { element: name, name: prop }));
      if (!props.has(prop))
        this.#problems.push(
          problem('component-prop', place, { name, prop, near: nearest(prop, [...props]), allowed: [...props] }),
        );
      // What is no constant is told where the page is read; a name alone is true.
      const value = attribute.value === null ? true : (attributeValue(attribute.value, names) ?? '');
      // Words that are put together from each other, from one component to the next, would grow without end.
      const isLong = String(value).length > longestText;
      if (isLong) this.#problems.push(problem('component-prop-long', place, { name, prop, most: longestText }));
      given.set(prop, isLong ? '' : value);
    }
    for (const prop of props)
      if (!given.has(prop) && !defaults.has(prop)) {
        this.#problems.push(problem('component-prop-missing', place, { name, prop }));
        given.set(prop, '');
      }
    return given;
  }

  /** Puts what stands between the tags into each `<slot />`. */
  #fillSlots(body: Root, { name, hasSlot }: OwnComponent, element: Element, place: Place): void {
    const content = element.children as Nodes[];
    let isTaken = false;
    // What stands in several places is several nodes.
    const taken = () => {
      if (!isTaken) {
        isTaken = true;
        return content;
      }
      let size = 0;
      for (const node of content)
        visit(node, (one) => {
          size += 20 + ('value' in one ? one.value.length : 0);
        });
      return this.#hasRoom(size, name, place) ? content.map((node) => this.#copy(node)) : [];
    };
    if (!hasSlot && content.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      this.#problems.push(problem('component-slot', place, { name }));
    const fill = (parent: Parents) => {
      parent.children = (parent.children as Nodes[]).flatMap((node) => {
        if (!isElement(node) || node.name !== 'slot') {
          if ('children' in node) fill(node);
          return [node];
        }
        const isInText = node.type === 'mdxJsxTextElement' || element.type === 'mdxJsxTextElement';
        if (!isInText) return content.every(isPhrasing) ? asParagraph(taken()) : taken();
        const words = inLine(taken());
        if (!words) this.#problems.push(problem('component-slot-blocks', place, { name }));
        return words ?? [];
      }) as never;
    };
    fill(body);
  }

  #copy(node: Nodes): Nodes {
    const copy = structuredClone(node);
    const keep = (from: Nodes, to: Nodes) => {
      const file = this.files.get(from);
      if (file !== undefined) this.files.set(to, file);
      if ('children' in from && 'children' in to)
        from.children.forEach((child, index) => keep(child, to.children[index] as Nodes));
    };
    keep(node, copy);
    return copy;
  }
}

const isElement = (node: Nodes): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const isPublic = (url: string) => /^(?:[/#]|[a-z][a-z0-9+.-]*:)/i.test(url);

const phrasing = new Set(
  'text emphasis strong delete inlineCode link linkReference image imageReference break mdxJsxTextElement mdxTextExpression footnoteReference textDirective html'.split(
    ' ',
  ),
);
const isPhrasing = (node: Nodes) => phrasing.has(node.type);

const asParagraph = (nodes: Nodes[]): Nodes[] =>
  nodes.length === 0 ? [] : [{ type: 'paragraph', children: nodes as PhrasingContent[] } satisfies Paragraph];

/** The words of blocks that can stand in a line: of one paragraph, or of elements of a line; undefined of others. */
function inLine(nodes: readonly Nodes[]): Nodes[] | undefined {
  if (nodes.every(isPhrasing)) return [...nodes];
  const [only, ...others] = nodes;
  if (others.length > 0 || !only) return undefined;
  if (only.type === 'paragraph') return only.children;
  if (only.type !== 'mdxJsxFlowElement' || !(isInLine(only.name ?? '') || /^[A-Z]/.test(only.name ?? '')))
    return undefined;
  const children = inLine(only.children);
  return children && [Object.assign(only, { type: 'mdxJsxTextElement', children }) as unknown as Nodes];
}

/**
 * Lets nothing in a component depend on where it stands: braces become texts, references the addresses that they name,
 * and notes have names of their own.
 */
function settle(body: Root, names: PageNames, source: string, prefix: string): void {
  const addresses = new Map<string, { url: string; title?: string | null }>();
  visit(body, 'definition', ({ identifier, url, title }) => void addresses.set(identifier, { url, title }));
  const settled = (parent: Parents) => {
    parent.children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
      if (node.type === 'yaml' || node.type === 'mdxjsEsm' || node.type === 'definition') return [];
      if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
        const value = expressionText(node, names);
        const text = { type: 'text', value, position: node.position } satisfies Nodes;
        if (value === '') return [];
        return node.type === 'mdxTextExpression'
          ? [text]
          : asParagraph([text]).map((one) => ({ ...one, position: node.position }));
      }
      // `localhost:8080` and `10:30` are words.
      if (node.type === 'textDirective') {
        const value = source.slice(node.position?.start.offset, node.position?.end.offset);
        return [{ type: 'text', value, position: node.position }];
      }
      if ('children' in node) settled(node);
      if (isElement(node)) node.attributes = node.attributes.flatMap((one) => settledAttribute(one, names));
      if (node.type === 'linkReference') {
        const { url, title } = addresses.get(node.identifier) ?? { url: '' };
        return [{ type: 'link', url, title, children: node.children, position: node.position } as Nodes];
      }
      if (node.type === 'imageReference') {
        const { url, title } = addresses.get(node.identifier) ?? { url: '' };
        return [{ type: 'image', url, title, alt: node.alt, position: node.position }];
      }
      if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
        node.identifier = `${prefix}-${node.identifier}`;
      return [node];
    }) as RootContent[] as never;
  };
  settled(body);
}

function settledAttribute(attribute: Element['attributes'][number], names: PageNames): Element['attributes'] {
  if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'object' || attribute.value === null)
    return [attribute];
  const value = attributeValue(attribute.value, names);
  if (value === undefined || value === null || value === false) return [];
  return [{ ...attribute, value: value === true ? null : String(value) }];
}
