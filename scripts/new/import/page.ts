/** Makes the text of a page of MDX of a note: what has an equivalent is rewritten, and the rest is listed. */
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Heading, Html, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { bundledLanguagesInfo } from 'shiki/langs';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isAllowedAttribute, isAllowedElement } from '../../../src/curriculum/markup/allowed-markup.ts';
import { knownComponents } from '../../../src/curriculum/markup/known-components.ts';
import { nearest } from '../../../src/curriculum/problems/nearest.ts';
import { fenceAttributes } from '../../../src/markdown/fence-meta.ts';
import { tagsIn } from '../../../src/markdown/html-addresses.ts';
import { rewriteMarks, type Counts, type Leftover } from './marks.ts';
import type { Note } from './notes.ts';

/** What a page knows of the others. */
export interface Surroundings {
  /** Address of another note by its path below the folder, without ending; or by its name, for links of a wiki. */
  pageAt(file: string): string | undefined;
  pageNamed(name: string): string | undefined;
  /** Whether notes name each other in double brackets; where none does, as in `[[Prototype]]`, they are text. */
  isWiki: boolean;
  /** Whether an address is already that of a page that is brought in. */
  isPage(address: string): boolean;
  /** Path of a file below the folder, where there is one of this path, or of this name. */
  fileAt(file: string): string | undefined;
  /** Takes a picture along. @returns its path from the page */
  bring(file: string): string;
  /**
   * Takes a part of pages along as a component.
   *
   * @param name name of its tag
   * @param file path below the folder
   * @returns whether there is such a part, and the name is free
   */
  bringPart(name: string, file: string): boolean;
  /** Whether blocks of code need a reason. */
  asksForReasons: boolean;
  /** Address on the site that the folder is from, of what the folder does not have; undefined where nobody named it. */
  elsewhere(target: string): string | undefined;
}

export interface Converted {
  text: string;
  title: string | undefined;
  left: Leftover[];
  counts: Counts;
}

const markdown = unified().use(remarkParse).use(remarkGfm);
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** A part of the text that gets another one. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What pictures without words are counted as. */
export const undescribed = 'pictures without words';

/**
 * Rewrites the body of a note.
 *
 * @param isPart whether it is a part of pages, whose headings stay as they are
 */
export function convertPage(note: Note, around: Surroundings, isPart = false): Converted {
  const counts: Counts = new Map();
  const left: Leftover[] = [];
  const { text: marked, origins, anchors } = rewriteMarks(note.body, counts, left);
  const text = wikiLinks(marked, origins, around, counts, left);
  const isMdx = note.file.endsWith('.mdx');
  const source = isMdx ? readableMdx(text, origins, counts, left) : text;
  const page = new PageText(note, source, isMdx ? mdx.parse(source) : markdown.parse(source), {
    origins,
    anchors,
    around,
    counts,
    left,
  });
  const converted = page.convert(isPart);
  // What still is no MDX, such as a lone bracket, is text.
  const sound = readableMdx(converted.text, origins, counts, []);
  left.sort((a, b) => a.line - b.line);
  return { text: `${sound.replace(/\n{3,}/g, '\n\n').trim()}\n`, title: converted.title, left, counts };
}

/** `[[Page#part|words]]` and `![[picture.png]]`, outside of code. */
function wikiLinks(text: string, origins: number[], around: Surroundings, counts: Counts, left: Leftover[]): string {
  let fence = false;
  return text
    .split('\n')
    .map((line, index) => {
      if (/^\s*(?:`{3,}|~{3,})/.test(line)) fence = !fence;
      if (fence) return line;
      return line.replace(
        /(!?)\[\[([^\]|#\n"'[]*\p{L}[^\]|#\n"'[]*)(?:#([^\]|\n]*))?(?:\|([^\]\n]*))?\]\](?!\()/gu,
        (all, put, name, part, words, offset: number) => {
          // An odd number of marks before it: it stands in code.
          if ((line.slice(0, offset).match(/`/g)?.length ?? 0) % 2 === 1) return all as string;
          const shown = (words ?? name) as string;
          const file = put && around.fileAt(name as string);
          if (file) {
            count(counts, 'wiki links');
            return `![${path.posix.basename(name as string).replace(/\.\w+$/, '')}](<${file.startsWith('/') ? file : `/${file}`}>)`;
          }
          const page = around.pageNamed((name as string).trim());
          if (page === undefined && words === undefined && !around.isWiki)
            return `\\${(all as string).replace(/^!/, '')}`;
          if (page === undefined) {
            left.push({
              line: origins[index] ?? 1,
              what: `\`${all}\` leads to no page of the folder, and is text now`,
            });
            return shown;
          }
          count(counts, 'wiki links');
          return `[${shown}](${page}${part ? `#${new GithubSlugger().slug(part as string)}` : ''})`;
        },
      );
    })
    .join('\n');
}

const count = (counts: Counts, what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);

/** Rewrites what MDX cannot read until it can: comments, addresses in brackets, elements left open, brackets that are text. */
function readableMdx(source: string, origins: number[], counts: Counts, left: Leftover[]): string {
  let text = source
    .replace(/<!--([^]*?)-->/g, (_all, words: string) => {
      count(counts, 'comments');
      return `{/*${words.replaceAll('*/', '* /')}*/}`;
    })
    .replace(
      /<(br|hr|img|wbr|source|track)\b((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'=<>`/{]+))?)*)\s*>/gi,
      '<$1$2 />',
    )
    .replace(/(?<!\]\()<(https?:\/\/[^\s<>]+)>/g, '[$1]($1)');
  for (let tries = 0; tries < 500; tries += 1) {
    try {
      mdx.parse(text);
      return text;
    } catch (error) {
      const { line = 1, column = 1, reason = '' } = error as { line?: number; column?: number; reason?: string };
      const [, tagLine, tagColumn] = /\((\d+):(\d+)-/.exec(reason) ?? [];
      const lines = text.split('\n');
      const at = Math.min(Number(tagLine ?? line), lines.length) - 1;
      const from = Number(tagColumn ?? column);
      const found = lines[at] ?? '';
      let mark = Math.max(found.lastIndexOf('<', from - 1), found.lastIndexOf('{', from - 1));
      while (mark >= 0 && found[mark - 1] === '\\')
        mark = mark === 0 ? -1 : Math.max(found.lastIndexOf('<', mark - 1), found.lastIndexOf('{', mark - 1));
      if (mark < 0) mark = found.search(/(?<!\\)[<{]/);
      if (mark < 0 && !/^(?:import|export)\b/.test(found)) return text.replace(/(?<!\\)[<{]/g, '\\$&');
      lines[at] = mark < 0 ? `\\${found}` : `${found.slice(0, mark)}\\${found.slice(mark)}`;
      left.push({
        line: origins[at] ?? at + 1,
        what: `\`${(mark < 0 ? found : found.slice(mark)).slice(0, 30)}\` was no MDX, and is text now`,
      });
      text = lines.join('\n');
    }
  }
  return text;
}

interface Shared {
  origins: number[];
  anchors: Map<number, string>;
  around: Surroundings;
  counts: Counts;
  left: Leftover[];
}

const languages = new Set(bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'mdx', 'mermaid']);

class PageText {
  readonly #note: Note;
  readonly #source: string;
  readonly #tree: Root;
  readonly #shared: Shared;
  readonly #edits: Edit[] = [];
  /** Components that parts of pages become. */
  readonly #parts = new Set<string>();
  #title: string | undefined;

  constructor(note: Note, source: string, tree: Root, shared: Shared) {
    this.#note = note;
    this.#source = source;
    this.#tree = tree;
    this.#shared = shared;
  }

  convert(isPart: boolean): { text: string; title: string | undefined } {
    if (!isPart) this.#headings();
    visit(this.#tree, (node: Nodes) => this.#node(node));
    let text = this.#source;
    for (const { start, end, text: own } of this.#edits.sort((a, b) => b.start - a.start || b.end - a.end))
      text = text.slice(0, start) + own + text.slice(end);
    return { text, title: this.#title };
  }

  #replace(node: Nodes, text: string): void {
    this.#edits.push({ start: node.position!.start.offset!, end: node.position!.end.offset!, text });
  }

  #written(node: Nodes): string {
    return this.#source.slice(node.position!.start.offset, node.position!.end.offset);
  }

  #leave(node: Nodes, what: string): void {
    const line = node.position?.start.line ?? 1;
    this.#shared.left.push({ line: this.#shared.origins[line - 1] ?? line, what });
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
    if (this.#note.file.endsWith('.mdx')) return;
    const written = this.#written(node);
    const escaped = written.replace(/(?<!\\)[{<]/g, '\\$&');
    if (escaped !== written) this.#replace(node, escaped);
  }

  #code(node: Nodes & { lang?: string | null; meta?: string | null; value: string }): void {
    const written = this.#written(node);
    const [all, indent = '', mark] = /^(\s*)(`{3,}|~{3,})[^\n]*/.exec(written) ?? [];
    const lang = /^[{.]*([\w+#-]*)/.exec((node.lang ?? '').toLowerCase())?.[1] ?? '';
    const known =
      plain.has(lang) || languages.has(lang)
        ? lang
        : ({ 'c#': 'csharp', golang: 'go', ejs: 'html', terminal: 'sh', output: 'text', env: 'ini' }[lang] ??
          (lang.length > 4 ? nearest(lang, languages) : undefined) ??
          'text');
    const { title, sample, reason } = fenceAttributes(node.meta);
    const words = [
      known || 'text',
      ...(title ? [`title="${title.replaceAll('"', '')}"`] : []),
      ...(/\{[\d,\s-]+\}/.exec(node.meta ?? '') ?? []),
      ...(this.#shared.around.asksForReasons && !plain.has(known) && !sample && !reason ? ['reason="excerpt"'] : []),
    ];
    if (lang !== '' && known === 'text' && !plain.has(lang))
      this.#leave(node, `the language \`${node.lang}\` is not known, and is \`${known}\` now`);
    if (known === 'mermaid') {
      this.#leave(
        node,
        'a diagram needs a title, a caption, `accTitle` and `accDescr`; it is shown as text until it has them',
      );
      words[0] = 'text';
    }
    if (all === undefined) {
      // Indented code is a paragraph in MDX.
      count(this.#shared.counts, 'indented blocks of code');
      this.#replace(node, `\`\`\`text\n${node.value}\n\`\`\``);
      return;
    }
    const start = node.position!.start.offset!;
    this.#edits.push({ start, end: start + all.length, text: `${indent}${mark}${words.join(' ')}` });
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
    const address = around.elsewhere(
      isFromRoot ? file : path.posix.join('/', path.posix.dirname(this.#note.file), file),
    );
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
      const own = this.#shared.anchors.get(this.#shared.origins[line - 1] ?? line);
      if (name === id || name === own) found ??= id;
      // Other programs write one hyphen where signs between words are left out.
      if (singleHyphens(name) === singleHyphens(id)) alike ??= id;
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
    const text = node.value
      .split(/(<!--[^]*?-->)/)
      .map((part) => (part.startsWith('<!--') ? this.#comment(part) : this.#htmlText(node, part)))
      .join('');
    this.#replace(node, text);
  }

  #comment(written: string): string {
    count(this.#shared.counts, 'comments');
    return `{/*${written.slice(4, -3).replaceAll('*/', '* /')}*/}`;
  }

  /** HTML between comments. */
  #htmlText(node: Html, html: string): string {
    return (
      html
        .replace(/<(script|style|iframe)\b[^]*?(?:<\/\1\s*>|$)/gi, (_all, name: string) => {
          this.#leave(node, `\`<${name}>\` was taken out`);
          return '';
        })
        .replace(/<(https?:\/\/[^\s<>]+)>/g, '[$1]($1)')
        .replace(/<\/?([a-z][\w-]*)\b([^<>]*)>/gi, (written, name: string) => {
          return this.#tag(node, written, name.toLowerCase());
        })
        // Words behind a tag without a blank line are Markdown once the tag is gone.
        .replace(/\]\((\/[^\s()]*)\)/g, (written, url: string) => {
          const target = this.#shared.around.isPage(url.replace(/#.*/, '')) ? url : this.#targetOf(url);
          if (target !== undefined) return `](${target})`;
          this.#leave(node, `the link \`${url}\` leads to no page of the folder`);
          return written;
        })
        .replace(/(?<!\\)\{/g, '\\{')
    );
  }

  #tag(node: Nodes, written: string, name: string): string {
    // What only groups lines would hide the headings in it from the topics.
    if (/^(?:div|section|center|font|p)$/.test(name)) {
      count(this.#shared.counts, 'tags of HTML');
      return '';
    }
    if (!isAllowedElement(name)) {
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
    const before = this.#edits.length;
    this.#image(node, attributes.get('src') ?? '', attributes.get('alt') ?? '');
    return this.#edits.splice(before).at(-1)?.text ?? '';
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
    for (const all of gone) this.#leave(node, `\`${all}\` was taken out`);
    if (/^export\b/m.test(node.value)) this.#leave(node, 'an `export` was taken out');
    this.#replace(node, names.length > 0 ? `import { ${names.join(', ')} } from '@astrojs/starlight/components';` : '');
    if (names.length > 0)
      this.#edits.push({ start: node.position!.end.offset!, end: node.position!.end.offset!, text: '\n' });
  }

  #element(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): void {
    const name = node.name ?? '';
    const written = this.#written(node);
    const open = /^<[^]*?>/.exec(written)?.[0] ?? '';
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    if (homes.has(name) || this.#parts.has(name)) return;
    if (name === 'img') {
      const of = (key: string) => {
        const value = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === key)?.value;
        return typeof value === 'string' ? value : '';
      };
      return this.#image(node, of('src'), of('alt'));
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
    this.#leave(node, `\`<${name}>\` was taken out${node.children.length > 0 ? ', and what stands in it stays' : ''}`);
    if (node.children.length === 0) return this.#replace(node, '');
    const close = /<\/[^<>]*>$/.exec(written)?.[0] ?? '';
    this.#edits.push({ start, end: start + open.length, text: '' }, { start: end - close.length, end, text: '' });
  }
}

const homes = new Set(knownComponents.get('@astrojs/starlight/components'));

const singleHyphens = (anchor: string) => anchor.toLowerCase().replace(/[-_]+/g, '-').replace(/^-|-$/g, '');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
