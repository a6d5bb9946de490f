/** The body of a page as Markdown alone: code filled in, components written out, boxes as quotes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Definition, Image, Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { codeFence } from '../curriculum/questions/question.ts';
import {
  attributeValue,
  expressionText,
  readCode,
  type Constant,
  type PageNames,
} from '../curriculum/markup/page-code.ts';
import { parseMarkdown, parseMdxText } from '../curriculum/markup/page-parser.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';
import { codeOf } from '../markdown/remark-code-component.ts';
import { excerptOf, sampleReference } from '../markdown/sample-region.ts';
import { namesOf, type OwnComponent, type OwnComponents } from '../curriculum/markup/own-components.ts';

/** What a component stands for, by its name; it gets its attributes. */
export type Writers = Readonly<Record<string, (attributes: Record<string, string>) => string>>;

export interface BodyContext {
  /** Absolute path of `content/samples`. */
  samples: string;
  writers: Writers;
  /** Address of the page, for what shows there only. */
  page: string;
  isMdx: boolean;
  /** Texts of the frontmatter, which braces may name. */
  fields?: object;
  /** Components that the roadmap itself has written. */
  components?: OwnComponents;
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** @param body text of a page without frontmatter, which the check has let pass */
export function bodyAsMarkdown(body: string, context: BodyContext): string {
  const tree = (context.isMdx ? parseMdxText : parseMarkdown)(body);
  const names = readCode(tree, body, context.fields ?? {}, context.page, []);
  return new Body(body, context, tree, names).whole();
}

class Body {
  readonly #source: string;
  readonly #context: BodyContext;
  readonly #tree: Root;
  readonly #names: PageNames;
  /** What stands for `<slot />` where the text is that of a component. */
  readonly #slot: string | undefined;
  /** Addresses that references name. */
  readonly #named: ReadonlyMap<string, string>;

  constructor(source: string, context: BodyContext, tree: Root, names: PageNames, slot?: string) {
    this.#source = source;
    this.#context = context;
    this.#tree = tree;
    this.#names = names;
    this.#slot = slot;
    this.#named = new Map(definitionsIn(tree).map((one) => [one.identifier, one.url]));
  }

  whole(): string {
    const text = this.between(0, this.#source.length, this.#tree.children);
    return text.replace(/\n{3,}/g, '\n\n').trim();
  }

  /** A stretch of the source in which those nodes that are no plain Markdown are written out. */
  between(from: number, to: number, nodes: readonly Nodes[]): string {
    let text = '';
    let at = from;
    for (const node of nodes) {
      // An address that is a link without marks stands in its text, and nowhere of its own.
      if (!node.position) continue;
      const [start, end] = rangeOf(node);
      const written = this.#write(node);
      const children = 'children' in node ? node.children : [];
      text += this.#source.slice(at, start);
      // What follows a component is another block, with or without a blank line before it.
      const blank = node.type === 'mdxJsxFlowElement' && node.name !== 'slot' && written ? '\n' : '';
      text += written === undefined ? this.between(start, end, children) : this.#indented(written + blank, start);
      at = end;
    }
    return text + this.#source.slice(at, to);
  }

  /** What stands for a node; undefined where it stays, and only what is in it may change. */
  #write(node: Nodes): string | undefined {
    switch (node.type) {
      case 'code':
        return this.#code(node);
      case 'image':
        return this.#picture(node);
      case 'imageReference':
        return this.#reference(this.#named.get(node.identifier) ?? '', node.alt ?? '');
      case 'definition':
        // A component stands in several pages, which may have such names themselves.
        return isPublic(node.url) && this.#slot === undefined ? undefined : '';
      case 'containerDirective':
        return this.#box(node);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#element(node);
      case 'mdxjsEsm':
        return '';
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return expressionText(node, this.#names);
      case 'yaml':
        return '';
      case 'linkReference':
        return this.#slot === undefined || !('referenceType' in node)
          ? undefined
          : `[${this.#inside(node)}](${this.#named.get(node.identifier) ?? ''})`;
      default:
        return undefined;
    }
  }

  /** Every line but the first gets what stands before the first: the indentation of a list, the sign of a quote. */
  #indented(text: string, start: number): string {
    const before = this.#before(start);
    return text.replaceAll('\n', `\n${before}`).replace(/[ \t]+$/gm, (blanks, at: number) => (at === 0 ? blanks : ''));
  }

  #before(offset: number): string {
    const line = this.#source.slice(this.#source.lastIndexOf('\n', offset - 1) + 1, offset);
    return /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*/.exec(line)![0].replace(/[^>\s]/g, ' ');
  }

  /** What is in an element or box, without the indentation that it has there. */
  #inside({ children }: Pick<Parents, 'children'>): string {
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last) return '';
    const [start] = rangeOf(first);
    const before = this.#before(start);
    const [firstLine = '', ...lines] = this.between(start, rangeOf(last)[1], children).split('\n');
    return [firstLine, ...lines.map((line) => withoutStart(line, before))].join('\n').trim();
  }

  #code(node: Code): string | undefined {
    const { sample, title, caption } = fenceAttributes(node.meta ?? '');
    const mark = /^(?:`{3,}|~{3,})/.exec(this.#source.slice(...rangeOf(node)))?.[0];
    if (mark === undefined) return undefined;
    const name = title ?? (sample === undefined ? undefined : path.basename(sample));
    const text = sample === undefined ? node.value : this.#sample(sample);
    return [...(name ? [caption ? `${name}: ${caption}` : name, ''] : []), mark + (node.lang ?? ''), text, mark].join(
      '\n',
    );
  }

  #sample(reference: string): string {
    const { file, region } = sampleReference(reference);
    return excerptOf(readFileSync(path.join(this.#context.samples, file), 'utf8'), region)?.text ?? '';
  }

  /** A picture beside the page is published under a name that only the page knows. */
  #picture({ url, alt }: Pick<Image, 'url' | 'alt'>): string | undefined {
    return isPublic(url) ? undefined : `[Picture${alt ? `: ${alt}` : ''}](${this.#context.page})`;
  }

  #reference(url: string, alt: string): string | undefined {
    return this.#picture({ url, alt }) ?? (this.#slot === undefined ? undefined : `![${alt}](${url})`);
  }

  #box(node: Extract<Nodes, { type: 'containerDirective' }>): string {
    const [label] = node.children;
    const isLabelled = label?.type === 'paragraph' && label.data?.directiveLabel === true;
    const title = isLabelled ? this.#inside(label) : node.name;
    return quoted(title, this.#inside({ children: isLabelled ? node.children.slice(1) : node.children }));
  }

  #element(node: Element): string | undefined {
    const name = node.name ?? '';
    const values = attributesOf(node, this.#names);
    const own = this.#context.components?.get(name);
    if (own) return this.#component(own, node);
    if (name === 'slot') return this.#slot ?? '';
    const { title = '', href = '', description, label, text, src } = values;
    const code = name === 'Code' ? codeOf(node) : undefined;
    if (code) return codeFence(code.lang ?? 'text', code.value);
    if (this.#context.writers[name]) return this.#context.writers[name](values);
    if (name === 'img')
      return src && values.alt ? (this.#picture({ url: src, alt: values.alt }) ?? `![${values.alt}](${src})`) : '';
    if (name === 'LinkCard') return `- [${title}](${href})${description ? `: ${description}` : ''}`;
    if (name === 'LinkButton') return `[${this.#inside(node)}](${href})`;
    if (name === 'Badge' || name === 'Icon') return text ?? '';
    if (name === 'Aside') return quoted(title || (values.type ?? 'note'), this.#inside(node));
    if (name === 'summary') return `**${toString(node)}**`;
    const heading = title || label;
    if (/^[A-Z]/.test(name)) return [...(heading ? [`**${heading}**`] : []), this.#inside(node)].join('\n\n');
    return ['div', 'details', 'figure', 'figcaption', ''].includes(name) ? this.#inside(node) : undefined;
  }

  /** What a component of the roadmap holds, with the words that it is given here. */
  #component(component: OwnComponent, node: Element): string {
    const given = new Map(
      node.attributes.flatMap((one): [string, Constant][] =>
        one.type === 'mdxJsxAttribute'
          ? [[one.name, one.value === null ? true : (attributeValue(one.value, this.#names) ?? '')]]
          : [],
      ),
    );
    const names = namesOf(component, given, []);
    return new Body(component.source, this.#context, component.tree, names, this.#inside(node)).whole();
  }
}

/** Whether an address leads somewhere from anywhere; that of a picture beside the page does not. */
const isPublic = (url: string) => /^(?:[/#]|[a-z]+:)/i.test(url);

const definitionsIn = (node: Nodes): Definition[] =>
  node.type === 'definition' ? [node] : 'children' in node ? node.children.flatMap(definitionsIn) : [];

const quoted = (title: string, text: string) =>
  [`**${title}**`, '', ...text.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');

function withoutStart(line: string, before: string): string {
  let at = 0;
  while (at < before.length && (line[at] === before[at] || line[at] === ' ')) at += 1;
  return line.slice(at);
}

const rangeOf = ({ position }: Nodes): [number, number] => [position!.start.offset!, position!.end.offset!];

const attributesOf = ({ attributes }: Element, names: PageNames): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((one) => {
      const value = one.type === 'mdxJsxAttribute' ? attributeValue(one.value, names) : undefined;
      return one.type === 'mdxJsxAttribute' && typeof value === 'string' ? [[one.name, value]] : [];
    }),
  );
