import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Translator } from '../strings/translator.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';
import { isFault } from './draw.ts';
import { figureHtml, figureLinks } from './figure.ts';
import { readDiagramSource } from '../markdown/diagram-source.ts';
import type { Studio } from './studio.ts';

export interface DiagramOptions {
  studio: Studio;
  /** Address of a link’s target in a language: a phase slug, `phase#topic`, or a path from the root of the site. */
  addressOf(target: string, folder: string): string;
  /** The language of a page. */
  languageOf(file: string | undefined): { folder: string; direction: 'ltr' | 'rtl'; t: Translator };
}

/**
 * Replaces diagrams by figures.
 *
 * ```mermaid title="Cache flow" caption="One lookup, two outcomes."
 * sequenceDiagram …
 * ```
 * becomes `<figure class="diagram">` with an inline SVG, the caption, and the diagram in words.
 *
 * @throws when a diagram cannot be drawn; the integration reports all such diagrams before pages are built
 */
export function rehypeDiagram({ studio, addressOf, languageOf }: DiagramOptions) {
  return async (tree: Root, file: VFile) => {
    const { folder, direction, t } = languageOf(file.path);
    const found: { parent: Element | Root; node: Element; code: Element }[] = [];
    visit(tree, 'element', (node, _index, parent) => {
      const code =
        node.tagName === 'pre'
          ? (node.children.find((child) => child.type === 'element' && child.tagName === 'code') as Element | undefined)
          : undefined;
      const classes = (code?.properties.className ?? []) as string[];
      if (code && parent && Array.isArray(classes) && classes.includes('language-mermaid'))
        found.push({ parent: parent as Element, node, code });
    });
    await Promise.all(
      found.map(async ({ parent, node, code }, index) => {
        const source = readDiagramSource(toText(code, { whitespace: 'pre' }));
        // MDX keeps the words after the language as `metastring`, Markdown as `data.meta`.
        const meta = fenceAttributes(
          String(code.properties.metastring ?? (code.data as { meta?: string } | undefined)?.meta ?? ''),
        );
        const drawing = await studio.drawing(source);
        if (isFault(drawing))
          return file.fail(
            `The diagram “${meta.title ?? source.title}” cannot be drawn: ${drawing.reason}`,
            node.position,
          );
        const html = figureHtml({
          drawing,
          title: source.title ?? meta.title ?? t('diagram.untitled'),
          description: source.description ?? '',
          caption: meta.caption ?? meta.title ?? '',
          id: `f${index + 1}`,
          links: figureLinks(source.links, (target) => addressOf(target, folder)),
          t,
          direction,
        });
        parent.children[parent.children.indexOf(node)] = htmlNode(html, file);
      }),
    );
  };
}

/**
 * A node that prints HTML as it is. MDX must not look inside: a step of @astrojs/markdown-remark 7 would turn text of
 * a static subtree into an attribute.
 */
function htmlNode(html: string, file: VFile): ElementContent {
  if (!file.path?.endsWith('.mdx')) return { type: 'raw', value: html } as unknown as ElementContent;
  return {
    type: 'mdxJsxFlowElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
    children: [],
  } as unknown as ElementContent;
}
