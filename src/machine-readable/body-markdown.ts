/** The body of a page as Markdown alone: code filled in, components written out, boxes as quotes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Definition, Image, Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { codeFence } from '../curriculum/questions/question.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';
import { literalText } from '../markdown/literal-text.ts';
import { codeOf } from '../markdown/remark-code-component.ts';
import { excerptOf, sampleReference } from '../markdown/sample-region.ts';

/** What a component stands for, by its name; it gets its attributes. */
export type Writers = Readonly<Record<string, (attributes: Record<string, string>) => string>>;

export interface BodyContext {
  /** Absolute path of `content/samples`. */
  samples: string;
  writers: Writers;
  /** Address of the page, for what shows there only. */
  page: string;
  isMdx: boolean;
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkMdx);

/** @param body text of a page without frontmatter, which the check has let pass */
export function bodyAsMarkdown(body: string, context: BodyContext): string {
  const tree: Root = (context.isMdx ? mdx : markdown).parse(body);
  const named = new Map(definitionsIn(tree).map((one) => [one.identifier, one.url]));
  const text = new Body(body, context, named).between(0, body.length, tree.children);
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

class Body {
  readonly #source: string;
  readonly #context: BodyContext;
  readonly #named: ReadonlyMap<string, string>;

  /** @param named addresses that references name */
  constructor(source: string, context: BodyContext, named: ReadonlyMap<string, string>) {
    this.#source = source;
    this.#context = context;
    this.#named = named;
  }

  /** A stretch of the source in which those nodes that are no plain Markdown are written out. */
  between(from: number, to: number, nodes: readonly Nodes[]): string {
    let text = '';
    let at = from;
    for (const node of nodes) {
      const [start, end] = rangeOf(node);
      const written = this.#write(node);
      const children = 'children' in node ? node.children : [];
      text += this.#source.slice(at, start);
      // What follows a component is another block, with or without a blank line before it.
      const blank = node.type === 'mdxJsxFlowElement' && written ? '\n' : '';
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
        return this.#picture({ url: this.#named.get(node.identifier) ?? '', alt: node.alt });
      case 'definition':
        return isPublic(node.url) ? undefined : '';
      case 'containerDirective':
        return this.#box(node);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#element(node);
      case 'mdxjsEsm':
        return '';
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return /^\s*(?:\/\*[^]*\*\/)?\s*$/.test(node.value) ? '' : undefined;
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
    return isPublic(url) ? undefined : `[Picture: ${alt ?? ''}](${this.#context.page})`;
  }

  #box(node: Extract<Nodes, { type: 'containerDirective' }>): string {
    const [label] = node.children;
    const isLabelled = label?.type === 'paragraph' && label.data?.directiveLabel === true;
    const title = isLabelled ? this.#inside(label) : node.name;
    return quoted(title, this.#inside({ children: isLabelled ? node.children.slice(1) : node.children }));
  }

  #element(node: Element): string | undefined {
    const name = node.name ?? '';
    const values = attributesOf(node);
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

const attributesOf = ({ attributes }: Element): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((one) => {
      const value = one.type === 'mdxJsxAttribute' ? literalText(one.value) : undefined;
      return one.type === 'mdxJsxAttribute' && value !== undefined ? [[one.name, value]] : [];
    }),
  );
