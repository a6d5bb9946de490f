/** Draws diagrams with rehype-mermaid: all that are asked for at once in one page of one browser. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeMermaid from 'rehype-mermaid';
import { unified } from 'unified';
import { chromiumLaunchOptions } from '../browser/chromium.ts';
import { drawingBrowser } from './drawing-browser.ts';
import { linkNodes, type UnknownNode } from './link.ts';
import { longestSource, mermaidConfig, secure } from './mermaid-config.ts';
import { mermaidRequire } from './mermaid-package.ts';
import { paint } from './paint.ts';
import type { UnreadablePair } from './readable.ts';
import { drawEach } from './redraw.ts';
import type { DiagramSource } from '../markdown/diagram-source.ts';
import { outlineOf, type DiagramOutline } from './structure.ts';

/** Raise it when the finished pictures change for another reason than Mermaid, palette or font. */
const pictureVersion = 4;

/**
 * Changes to the pictures of some diagrams only, by a name of their own: add one in the place of a higher version, so that
 * nobody waits for drawings that come out as they were.
 */
const changesOfSome: Readonly<Record<string, (source: DiagramSource) => boolean>> = {
  'whole labels': ({ type }) => type.startsWith('treemap'),
  'rims of labels': ({ type }) => type === 'quadrantChart',
  'text on thick lines': ({ mermaid }) => /stroke-width\s*:\s*(?:9|[1-9]\d)/.test(mermaid),
  'wide numbers': ({ type, mermaid }) => type === 'sequenceDiagram' && mermaid.includes('autonumber'),
  'signs of KaTeX': ({ mermaid }) => mermaid.includes('$$'),
};

/** The family the pages show diagrams in; labels are measured with the same file. */
export const diagramFont = { family: 'Figtree Variable', package: '@fontsource-variable/figtree' };

/** A finished diagram. */
export interface Drawing {
  /** The `<svg>` as HTML, with `%id%` before every id and `%linkN%` for the address of link N. */
  svg: string;
  /** Class name → declarations for the shared style sheet. */
  rules: Record<string, string>;
  /** Size in CSS pixels. */
  width: number;
  height: number;
  outline: DiagramOutline;
  /** Pairs of the author’s colors that cannot be told apart; the drawing has others in their place. */
  pairs?: UnreadablePair[];
}

/** A diagram that could not be drawn. */
export interface DrawingFault {
  /** Mermaid’s words, on one line, without its line number (see `line`). */
  reason: string;
  /** Line in the diagram’s source, from 1, where Mermaid names one. */
  line?: number;
  /** Nodes of links that the diagram does not have, with the nodes it has. */
  unknownNodes?: UnknownNode[];
}

/**
 * Letters that the family does not have are drawn in the machine’s own sans-serif; the pages name the same
 * (`--diagram-font` in src/theme/tokens.css), so that labels of any script fit.
 */
const familiesOf = ({ mermaid }: DiagramSource): string =>
  /(?!\p{Script=Latin})\p{L}/u.test(mermaid) ? `'${diagramFont.family}', sans-serif` : diagramFont.family;

/** Everything but the source that shapes a picture, as one string; part of the key of the cache. */
export function drawingConditions(): (source: DiagramSource) => string {
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(readFileSync(mermaidRequire().resolve('mermaid/package.json'), 'utf8')) as {
    version: string;
  };
  const font = JSON.parse(readFileSync(require.resolve(`${diagramFont.package}/package.json`), 'utf8')) as {
    version: string;
  };
  const configs = new Map<string, ReturnType<typeof mermaidConfig>>();
  const configOf = (families: string) => {
    const config = configs.get(families) ?? mermaidConfig(families);
    configs.set(families, config);
    return config;
  };
  return (source) =>
    JSON.stringify([
      ...[pictureVersion, version, font.version, configOf(familiesOf(source))],
      ...Object.keys(changesOfSome).filter((name) => changesOfSome[name]!(source)),
    ]);
}

/**
 * Draws diagrams.
 *
 * @returns for each source its drawing, or why it cannot be drawn
 * @throws NoBrowserError when this machine has no browser
 */
export async function drawDiagrams(sources: readonly DiagramSource[]): Promise<(Drawing | DrawingFault)[]> {
  const results = new Map<DiagramSource, Drawing | DrawingFault>();
  const short = sources.filter((source) => source.mermaid.length <= longestSource);
  await Promise.all(
    [...Map.groupBy(short, familiesOf)].map(async ([families, some]) => {
      const together = some.filter((source) => !drawnAlone.has(source.type));
      const alone = some.filter((source) => drawnAlone.has(source.type));
      const pages = [...(together.length > 0 ? [together] : []), ...alone.map((source) => [source])];
      const renderer = await openRenderer(families);
      let calls = 0;
      const draw = async (page: readonly DiagramSource[]) =>
        // A browser that was lost is not used again.
        (calls++ < pages.length ? renderer : await openRenderer(families))(page);
      await Promise.all(
        pages.map(async (page) =>
          (await drawEach(page, draw, (_source, { message }) => ({ reason: message }))).forEach((result, index) =>
            results.set(page[index]!, result),
          ),
        ),
      );
    }),
  );
  return sources.map((source) => results.get(source) ?? tooLong(source));
}

const tooLong = ({ mermaid }: DiagramSource): DrawingFault => ({
  reason: `its source has ${mermaid.length.toLocaleString('en')} characters, at most ${longestSource.toLocaleString('en')} can be drawn.`,
});

/** Kinds whose layout uses random numbers: each gets a page of its own, so that its numbers do not depend on others. */
const drawnAlone: ReadonlySet<string> = new Set(['mindmap', 'architecture-beta', 'architecture']);

type Renderer = (sources: readonly DiagramSource[]) => Promise<(Drawing | DrawingFault)[]>;

/** Seconds that a page may take: to open, and for each diagram. A busy machine draws ten in one. */
const limit = { open: 30, each: 10 };

/** Calls that run at the same time share one browser, each with a page of its own (mermaid-isomorphic). */
async function openRenderer(families: string): Promise<Renderer> {
  const faults = new WeakMap<Element, DrawingFault>();
  const browser = drawingBrowser();
  const processor = unified().use(rehypeMermaid, {
    strategy: 'inline-svg',
    browserType: browser.type,
    // Diagrams may name pictures of other sites, and of the machine and its network. No site has a name in `.invalid`.
    launchOptions: { ...(await chromiumLaunchOptions()), proxy: { server: 'http://proxy.invalid:9' } },
    css: import.meta.resolve(`${diagramFont.package}/index.css`),
    mermaidConfig: {
      ...mermaidConfig(families === diagramFont.family ? `'${families}'` : families),
      secure: [...secure],
    },
    errorFallback(element, _diagram, error) {
      faults.set(element, faultOf(error));
      return element;
    },
  });
  return async (sources) => {
    const slots = sources.map((source): Element => ({
      type: 'element',
      tagName: 'pre',
      properties: { className: ['mermaid'] },
      children: [{ type: 'text', value: source.mermaid }],
    }));
    const seconds = limit.open + limit.each * sources.length;
    const tree = await browser.within(seconds, processor.run({ type: 'root', children: [...slots] }));
    return sources.map((source, index) => {
      const fault = faults.get(slots[index]!);
      if (!fault) return finish(tree.children[index], source);
      return {
        ...fault,
        line: fault.line === undefined ? undefined : source.lines[Math.min(fault.line, source.lines.length) - 1],
      };
    });
  };
}

function finish(child: Root['children'][number] | undefined, source: DiagramSource): Drawing | DrawingFault {
  if (child?.type !== 'element' || child.tagName !== 'svg') return { reason: 'no picture came back.' };
  if (String(child.properties.ariaRoleDescription) === 'error')
    return { reason: 'Mermaid drew a picture of an error.' };
  const outline = outlineOf(child);
  const unknownNodes = linkNodes(child, source.links);
  if (unknownNodes.length > 0) return { reason: '', unknownNodes };
  const [, , width = 0, height = 0] = String(child.properties.viewBox).split(/\s+/).map(Number);
  const { svg, rules, pairs } = paint(child);
  svg.properties.width = String(Math.ceil(width));
  svg.properties.height = String(Math.ceil(height));
  return {
    svg: toHtml(svg, { space: 'svg', closeEmptyElements: true, tightSelfClosing: true }),
    rules,
    width: Math.ceil(width),
    height: Math.ceil(height),
    outline,
    ...(pairs.length > 0 && { pairs }),
  };
}

function faultOf(error: unknown): DrawingFault {
  const message =
    error instanceof Error ? error.message : String((error as { message?: string } | undefined)?.message ?? error);
  const line = /(?:on|at) line:?\s*(\d+)/i.exec(message)?.[1] ?? /line:\s*(\d+)/i.exec(message)?.[1];
  return {
    reason: message
      .replace(/\s+/g, ' ')
      .replace(/ on line \d+:/, ':')
      .trim(),
    line: line ? Number(line) : undefined,
  };
}

export const isFault = (result: Drawing | DrawingFault): result is DrawingFault => 'reason' in result;
