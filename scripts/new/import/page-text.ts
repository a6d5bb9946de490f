/** Rewrites the tree of a note: headings, links, pictures, blocks of code, tags, imports and components. */
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Heading, Html, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isAllowedAttribute, isAllowedElement } from '../../../src/curriculum/markup/allowed-markup.ts';
import { knownComponents } from '../../../src/curriculum/markup/known-components.ts';
import { tagsIn } from '../../../src/markdown/html-addresses.ts';
import { fenceWords } from './code-blocks.ts';
import { count, type Counts, type Leftover, type Line } from './lines.ts';
import type { Note } from './notes.ts';
import { lettersOf } from './anchors.ts';
import { jsComment } from './readable-mdx.ts';
import type { Surroundings } from './surroundings.ts';

/** What pictures without words are counted as. */
export const undescribed = 'pictures without words';

/** A part of the text that gets another one. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

interface Shared {
  /** The lines of the text that was parsed. */
  lines: readonly Line[];
  anchors: Map<number, string>;
  around: Surroundings;
  counts: Counts;
  left: Leftover[];
}

/** The text of a note, its tree, and what both become. */
export class PageText {
  readonly #note: Note;
  readonly #source: string;
  readonly #tree: Root;
  readonly #shared: Shared;
  readonly #edits: Edit[] = [];
  /** Components that parts of pages become. */
  readonly #parts = new Set<string>();
  /** Components of Starlight whose tags stand in the text, and those that it imports. */
  readonly #used = new Set<string>();
  readonly #imported = new Set<string>();
  #title: string | undefined;

  constructor(note: Note, source: string, tree: Root, shared: Shared) {
    this.#note = note;
    this.#source = source;
    this.#tree = tree;
    this.#shared = shared;
  }

  /** @param isPart whether it is a part of pages, whose headings stay as they are */
  convert(isPart: boolean): { lines: Line[]; title: string | undefined } {
    if (!isPart) this.#headings();
    visit(this.#tree, (node: Nodes) => this.#node(node));
    this.#importUsed();
    let text = this.#source;
    const edits = this.#edits.sort((a, b) => b.start - a.start || b.end - a.end);
    for (const { start, end, text: own } of edits) text = text.slice(0, start) + own + text.slice(end);
    return { lines: this.#withOrigins(text, edits.reverse()), title: this.#title };
  }

  /** The lines of the new text, and those of the body that they come from. */
  #withOrigins(text: string, edits: readonly Edit[]): Line[] {
    const breaks = (part: string) => part.split('\n').length - 1;
    const grown = edits.map(({ start, end, text: own }) => ({
      at: breaks(this.#source.slice(0, start)),
      by: breaks(own) - breaks(this.#source.slice(start, end)),
    }));
    let shift = 0;
    let next = 0;
    return text.split('\n').map((line, index) => {
      while (next < grown.length && grown[next]!.at + shift < index) shift += grown[next++]!.by;
      return { text: line, origin: this.#originOf(Math.max(0, index - shift)) };
    });
  }

  #originOf(index: number): number {
    return this.#shared.lines[index]?.origin ?? this.#shared.lines.at(-1)?.origin ?? 1;
  }

  #replace(node: Nodes, text: string): void {
    this.#edits.push({ start: node.position!.start.offset!, end: node.position!.end.offset!, text });
  }

  #written(node: Nodes): string {
    return this.#source.slice(node.position!.start.offset, node.position!.end.offset);
  }

  #leave(node: Nodes, what: string): void {
    const line = node.position?.start.line ?? 1;
    this.#shared.left.push({ line: this.#originOf(line - 1), what });
  }

  /** The first heading of the first level is the title; the others follow each other without a gap from the second on. */
  #headings(): void {
    const headings: Heading[] = [];
    visit(this.#tree, 'heading', (heading) => void headings.push(heading));
    const [begin] = headings;
    const first = begin?.depth === 1 && this.#tree.children.includes(begin) ? begin : undefined;
    if (first) this.#title = toString(first);
    const rest = headings.filter((one) => one !== first);
    const shift = rest.length === 0 ? 0 : 2 - Math.min(...rest.map(({ depth }) => depth));
    let above = 1;
    if (first) this.#replace(first, '');
    for (const heading of rest) {
      const depth = Math.min(heading.depth + shift, above + 1, 6);
      above = depth;
      const written = this.#written(heading);
      if (toString(heading).trim() === '') {
        this.#replace(heading, '');
        continue;
      }
      if (depth === heading.depth && written.startsWith('#')) continue;
      count(this.#shared.counts, 'levels of headings');
      // Headings underlined with `===` and `---` get marks too.
      const start = heading.position!.start.offset!;
      const words = heading.children[0]?.position?.start.offset ?? start;
      this.#edits.push({ start, end: words, text: `${'#'.repeat(depth)} ` });
      const end = heading.children.at(-1)?.position?.end.offset ?? words;
      if (!written.startsWith('#')) this.#edits.push({ start: end, end: heading.position!.end.offset!, text: '' });
    }
  }

  #node(node: Nodes): void {
    // Addresses that are links without marks stand nowhere of their own.
    if (!node.position) return;
    switch (node.type) {
      case 'text':
        return this.#text(node);
      case 'html':
        return this.#html(node);
      case 'code':
        return this.#code(node);
      case 'link':
      case 'definition':
        return this.#link(node);
      case 'image':
        return this.#image(node, node.url, node.alt?.trim() || (node.title ?? ''));
      case 'mdxjsEsm':
        return this.#imports(node);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (/^\s*(?:props\.)?children\s*$/.test(node.value)) this.#replace(node, '<slot />');
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#element(node);
    }
  }

  /** What is text in Markdown stays text in MDX. */
  #text(node: Nodes & { value: string }): void {
    if (this.#note.isMdx) return;
    const written = this.#written(node);
    const escaped = written.replace(/(?<!\\)[{<]/g, '\\$&');
    if (escaped !== written) this.#replace(node, escaped);
  }

  #code(node: Nodes & { lang?: string | null; meta?: string | null; value: string }): void {
    const written = this.#written(node);
    const [all, indent = '', mark] = /^(\s*)(`{3,}|~{3,})[^\n]*/.exec(written) ?? [];
    if (all === undefined) {
      // Indented code is a paragraph in MDX.
      count(this.#shared.counts, 'indented blocks of code');
      const start = node.position!.start.offset!;
      const before = this.#source.slice(this.#source.lastIndexOf('\n', start - 1) + 1, start).replace(/[^\s>]/g, ' ');
      const lines = ['```text', ...node.value.split('\n'), '```'];
      this.#replace(node, lines.join(`\n${before}`));
      return;
    }
    if (node.value.trim() === '') {
      this.#leave(node, 'a block of code without any was taken out');
      return this.#replace(node, '');
    }
    const { words, unknown, isDiagram } = fenceWords(node.lang, node.meta, this.#shared.around.asksForReasons);
    if (unknown !== undefined) this.#leave(node, `the language \`${unknown}\` is not known, and is \`text\` now`);
    if (isDiagram)
      this.#leave(
        node,
        'a diagram needs a title, a caption, `accTitle` and `accDescr`; it is shown as text until it has them',
      );
    const start = node.position!.start.offset!;
    this.#edits.push({ start, end: start + all.length, text: `${indent}${mark}${words}` });
    count(this.#shared.counts, 'blocks of code');
  }

  #link(node: Nodes & { url: string }): void {
    const { around } = this.#shared;
    const { url } = node;
    const put = (target: string) => {
      const written = this.#written(node);
      const at = written.lastIndexOf(url);
      const text = /[\s()<>]/.test(target) ? `<${target}>` : target;
      if (at < 0 && node.type === 'link') this.#replace(node, `[${toString(node)}](${text})`);
      else if (at >= 0) {
        const start = node.position!.start.offset! + at;
        this.#edits.push({ start, end: start + url.length, text });
      }
      if (target !== url && target.startsWith('/')) count(this.#shared.counts, 'links between pages');
    };
    if (/^(?:https?:|mailto:|tel:)/i.test(url)) {
      const written = this.#written(node);
      // What stands in angle brackets is a component for MDX.
      if (written.startsWith('<')) this.#replace(node, `[${toString(node)}](${url})`);
      return;
    }
    if (around.isPage(url.replace(/#.*/, ''))) return;
    if (url.startsWith('#')) return this.#anchor(node, url);
    const target = this.#targetOf(url);
    if (target !== undefined) return put(target);
    this.#leave(node, `the link \`${url}\` leads to no page of the folder, and is text now`);
    this.#unlink(node);
  }

  /** Where a link to a file or page of the folder leads here; undefined where that is nowhere. */
  #targetOf(url: string): string | undefined {
    const { around, counts } = this.#shared;
    const [file = '', anchor] = url.split('#') as [string, string?];
    const isFromRoot = decode(file).startsWith('/');
    const below = isFromRoot
      ? decode(file).slice(1)
      : path.posix.join(path.posix.dirname(this.#note.file), decode(file));
    const part = anchor ? `#${anchor}` : '';
    const page = around.pageAt(below.replace(/\/$/, '').replace(/\.(?:mdx?|markdown|html)$/i, ''));
    if (page !== undefined) return page + part;
    const address = around.elsewhere(isFromRoot ? file : below);
    if (address === undefined) return undefined;
    count(counts, 'links to the site that the folder is from');
    return address + part;
  }

  /** An anchor within the page, which a heading may have named itself. */
  #anchor(node: Nodes & { url: string }, url: string): void {
    const slugger = new GithubSlugger();
    const name = decode(url.slice(1));
    let found = new RegExp(`\\bid=["']${name.replace(/[^\w-]/g, '')}["']`).test(this.#source) ? name : undefined;
    let alike: string | undefined;
    for (const heading of this.#tree.children) {
      if (heading.type !== 'heading') continue;
      const id = slugger.slug(toString(heading));
      const line = heading.position!.start.line;
      const own = this.#shared.anchors.get(this.#originOf(line - 1));
      if (name === id || name === own) found ??= id;
      if (lettersOf(name) === lettersOf(id)) alike ??= id;
    }
    found ??= alike;
    if (found === name) return;
    const start = node.position!.start.offset! + this.#written(node).lastIndexOf(url);
    if (found !== undefined) this.#edits.push({ start, end: start + url.length, text: `#${found}` });
    else {
      this.#leave(node, `the link \`${url}\` leads to no heading, and is text now`);
      this.#unlink(node);
    }
  }

  /** Leaves of a link its words. */
  #unlink(node: Nodes): void {
    if (node.type === 'definition') return this.#replace(node, '');
    const start = node.position!.start.offset!;
    const children = 'children' in node ? node.children : [];
    const from = children[0]?.position?.start.offset ?? start;
    const to = children.at(-1)?.position?.end.offset ?? from;
    this.#edits.push({ start, end: from, text: '' }, { start: to, end: node.position!.end.offset!, text: '' });
  }

  #image(node: Nodes, url: string, alt: string): void {
    const { around } = this.#shared;
    // The name of its file says nothing to people who cannot see a picture.
    const label = alt
      .trim()
      .replace(/[[\]]/g, '\\$&')
      .replace(/(?<!\\)[{<]/g, '\\$&');
    const name = label || path.posix.basename(url).replace(/[?#].*$/, '');
    if (/^(?:https?:)?\/\//i.test(url)) {
      this.#leave(node, `the picture \`${url}\` lies on another site, and is a link now`);
      this.#replace(node, `[${name}](${url.replace(/^\/\//, 'https://')})`);
      return;
    }
    const below = decode(url.replace(/[?#].*/, ''))
      .replace(/^@site\/static\//, '/')
      .replace(/^\/static\//, '/');
    const file = around.fileAt(
      below.startsWith('/') ? below.slice(1) : path.posix.join(path.posix.dirname(this.#note.file), below),
    );
    if (file === undefined || !/\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file)) {
      this.#leave(node, `the picture \`${url}\` is not in the folder, and its words stand in its place`);
      this.#replace(node, `*${name}*`);
      return;
    }
    count(this.#shared.counts, 'pictures');
    if (label === '') count(this.#shared.counts, undescribed);
    const target = around.bring(file);
    this.#replace(node, `![${label}](${/[\s()]/.test(target) ? `<${target}>` : target})`);
  }

  /** Tags of HTML in Markdown: those that pages may have stay, without attributes that they may not have. */
  #html(node: Html): void {
    // Not its value, which lacks the blanks that keep it in a list.
    const text = this.#written(node)
      .split(/(<!--[^]*?-->|`[^`\n]+`)/)
      .map((part) =>
        part.startsWith('<!--')
          ? jsComment(part.slice(4, -3), this.#shared.counts)
          : part.startsWith('`')
            ? part
            : this.#htmlText(node, part),
      )
      .join('');
    this.#replace(node, text);
  }

  /** HTML between comments. */
  #htmlText(node: Html, html: string): string {
    return (
      html
        .replace(/<(script|style|iframe)\b[^]*?(?:<\/\1\s*>|$)/gi, (all: string, name: string) => {
          const attributes = tagsIn(all)[0]?.attributes;
          const frame =
            name.toLowerCase() === 'iframe' && this.#frame(attributes?.get('src'), attributes?.get('title'));
          if (frame) return frame;
          this.#leave(node, `\`<${name}>\` was taken out`);
          return '';
        })
        .replace(/<(https?:\/\/[^\s<>]+)>/g, '[$1]($1)')
        .replace(/<\/?([a-z][\w-]*)\b([^<>]*)>/gi, (written, name: string) => this.#tag(node, written, name))
        // Words behind a tag without a blank line are Markdown in MDX.
        .replace(/!\[([^\]]*)\]\(([^\s()]+)(?: +"[^"]*")?\)/g, (_all, alt: string, url: string) =>
          this.#edited(() => this.#image(node, url, alt)),
        )
        .replace(/(?<!!\[[^\]]*)\]\((?![a-z][a-z+.-]*:|#)([^\s()]+)\)/gi, (written, url: string) => {
          if (url.startsWith('./') && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(url)) return written;
          const target = this.#shared.around.isPage(url.replace(/#.*/, '')) ? url : this.#targetOf(url);
          if (target !== undefined) return `](${target})`;
          this.#leave(node, `the link \`${url}\` leads to no page of the folder`);
          return written;
        })
        .replace(/(?<!\\)\{/g, '\\{')
    );
  }

  #tag(node: Nodes, written: string, tagName: string): string {
    if (homes.has(tagName)) {
      this.#used.add(tagName);
      return written;
    }
    const name = tagName.toLowerCase();
    // What only groups lines would hide the headings in it from the topics; the title stands in the frontmatter.
    if (/^(?:div|section|center|font|p|h1)$/.test(name)) {
      count(this.#shared.counts, 'tags of HTML');
      return '';
    }
    if (!isAllowedElement(name)) {
      // What nobody closes and what has no attributes is a place to fill in: `git push <remote>`
      if (/^<[\w-]+>$/.test(written) && !this.#source.toLowerCase().includes(`</${name}`)) return `\\${written}`;
      if (!written.startsWith('</')) this.#leave(node, `\`<${name}>\` was taken out, and what stands in it stays`);
      return '';
    }
    count(this.#shared.counts, 'tags of HTML');
    if (written.startsWith('</')) return `</${name}>`;
    const [tag] = tagsIn(written);
    const attributes = [...(tag?.attributes ?? [])].filter(([key]) => isAllowedAttribute(name, key));
    if (name === 'img') return this.#imageTag(node, new Map(attributes));
    const href = attributes.find(([key]) => key === 'href');
    if (
      href &&
      !/^(?:https?:|mailto:|tel:|#)/i.test(href[1]) &&
      !this.#shared.around.isPage(href[1].replace(/#.*/, ''))
    ) {
      const target = this.#targetOf(href[1]);
      if (target === undefined) {
        this.#leave(node, `the link \`${href[1]}\` leads to no page of the folder, and is text now`);
        attributes.splice(attributes.indexOf(href), 1);
      } else href[1] = target;
    }
    const isVoid = /^(?:br|hr|wbr|source|track|col)$/.test(name);
    return `<${[name, ...attributes.map(([key, value]) => (value === '' ? key : `${key}="${value.replaceAll('"', '&quot;')}"`))].join(' ')}${isVoid ? ' /' : ''}>`;
  }

  #imageTag(node: Nodes, attributes: Map<string, string>): string {
    return this.#edited(() => this.#image(node, attributes.get('src') ?? '', attributes.get('alt') ?? ''));
  }

  /** What a page of another site that was shown in a frame becomes: a link; undefined where its address is not known. */
  #frame(src: string | undefined, title: string | undefined): string | undefined {
    const address = src?.replace(/^\/\//, 'https://');
    if (address === undefined || !/^https?:\/\/[^\s()<>]+$/.test(address)) return undefined;
    count(this.#shared.counts, 'frames, links now');
    return `[${asText(title?.trim() || new URL(address).hostname)}](${address})`;
  }

  /** The text that a change would put in the place of a node, which stays as it is. */
  #edited(change: () => void): string {
    const before = this.#edits.length;
    change();
    return this.#edits.splice(before).at(-1)?.text ?? '';
  }

  /** Imports what the text uses by its tags, and what nobody has imported. */
  #importUsed(): void {
    const names = [...this.#used].filter((name) => !this.#imported.has(name)).sort();
    if (names.length === 0) return;
    this.#edits.push({ start: 0, end: 0, text: `${importOf(names)}\n\n` });
  }

  /** Components that this site has are imported once, from where they are; other imports go. */
  #imports(node: Nodes & { value: string }): void {
    const wanted = [...node.value.matchAll(/import\s+(?:\{([^}]*)\}|(\w+))\s+from\s+['"]([^'"]+)['"]/g)];
    const kept = wanted.flatMap(([, list = '', single = '', from = '']) =>
      from.startsWith('@theme/') && /^(?:Tabs|TabItem)$/.test(single)
        ? [single]
        : from === '@astrojs/starlight/components'
          ? list
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean)
          : [],
    );
    const names = kept.filter((name) => homes.has(name));
    for (const [, , name = '', from = ''] of wanted) {
      const file = from.startsWith('@site/')
        ? from.slice('@site/'.length)
        : path.posix.join(path.posix.dirname(this.#note.file), from);
      if (/\.mdx?$/.test(from) && this.#shared.around.bringPart(name, file)) {
        count(this.#shared.counts, 'parts of pages');
        this.#parts.add(name);
      }
    }
    const gone = wanted
      .filter(([all, , single = '']) => !this.#parts.has(single) && !names.some((name) => all.includes(name)))
      .map(([all]) => all);
    // A component is told where it stands.
    for (const all of gone)
      if (!/^import\s+(?:[A-Z]|\{\s*[A-Z])/.test(all)) this.#leave(node, `\`${all}\` was taken out`);
    if (/^export\b/m.test(node.value)) this.#leave(node, 'an `export` was taken out');
    for (const name of names) this.#imported.add(name);
    this.#replace(node, names.length > 0 ? importOf(names) : '');
    if (names.length > 0)
      this.#edits.push({ start: node.position!.end.offset!, end: node.position!.end.offset!, text: '\n' });
  }

  #element(node: Element): void {
    const name = node.name ?? '';
    const written = this.#written(node);
    const open = /^<[^]*?>/.exec(written)?.[0] ?? '';
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    if (homes.has(name)) return void this.#used.add(name);
    if (this.#parts.has(name)) return;
    if (name === 'img') {
      return this.#image(node, valueOf(node, 'src') ?? '', valueOf(node, 'alt') ?? '');
    }
    if (isAllowedElement(name)) {
      const refused = node.attributes.filter(
        (one) => one.type !== 'mdxJsxAttribute' || !isAllowedAttribute(name, one.name),
      );
      for (const one of refused) {
        const position = (one as unknown as { position?: { start: { offset: number }; end: { offset: number } } })
          .position;
        if (position) this.#edits.push({ start: position.start.offset, end: position.end.offset, text: '' });
      }
      return;
    }
    const value = (key: string) => valueOf(node, key);
    const frame = name === 'iframe' && this.#frame(value('src'), value('title'));
    if (frame) return this.#replace(node, frame);
    const close = /<\/[^<>]*>$/.exec(written)?.[0] ?? '';
    if (fold.test(name) && node.children.length > 0) {
      count(this.#shared.counts, 'folds');
      const title = value('title') ?? value('summary') ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
      this.#edits.push(
        { start, end: start + open.length, text: `<details>\n<summary>${asText(title)}</summary>` },
        { start: end - close.length, end, text: '</details>' },
      );
      return;
    }
    this.#leave(node, `\`<${name}>\` was taken out${node.children.length > 0 ? ', and what stands in it stays' : ''}`);
    if (node.children.length === 0) return this.#replace(node, '');
    this.#edits.push({ start, end: start + open.length, text: '' }, { start: end - close.length, end, text: '' });
  }
}

const homes = new Set(knownComponents.get('@astrojs/starlight/components'));

/** Components of other sites whose content is shown when its title is chosen. */
const fold = /detail|explanation|collaps|accordion|expand|spoiler|toggle|solution|hint/i;

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The text of an attribute, in quotes or in a template without expressions. */
function valueOf(node: Element, key: string): string | undefined {
  const value = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === key)?.value;
  if (typeof value === 'string') return value;
  return /^\s*([`"'])([^`$]*)\1\s*$/.exec(value?.value ?? '')?.[2];
}

/** A text that no sign of is read as a mark. */
const asText = (text: string) => text.replace(/[[\]{<]/g, '\\$&');

const importOf = (names: readonly string[]) => `import { ${names.join(', ')} } from '@astrojs/starlight/components';`;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
