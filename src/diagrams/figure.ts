/** Puts a drawing into the page: picture, caption, the diagram in words, and a way to see it large. */
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Translator } from '../strings/translator.ts';
import { tallStyle } from '../theme/tall.ts';
import type { Drawing } from './draw.ts';
import { idPrefix } from './paint.ts';
import type { DiagramLink } from '../markdown/diagram-source.ts';
import type { DiagramOutline, OutlineLine } from './structure.ts';

/** Where a node leads, what is told of it, and whether it opens a tab of its own. */
export interface FigureLink {
  address: string;
  tooltip?: string;
  opensTab?: boolean;
}

/** Links of a source with the addresses that they have in a page. */
export const figureLinks = (links: readonly DiagramLink[], addressOf: (target: string) => string): FigureLink[] =>
  links.map(({ target, tooltip, opensTab }) => ({ address: addressOf(target), tooltip, opensTab }));

export interface FigureParts {
  drawing: Drawing;
  title: string;
  description: string;
  caption: string;
  /** Unique in the page; prefix of the ids in the picture. */
  id: string;
  /** In the order of the source. */
  links: readonly FigureLink[];
  /** Words of the language of the page, and where its script starts. */
  t: Translator;
  direction?: 'ltr' | 'rtl';
}

/** A picture may shrink to this share of its size on a narrow screen, 16 px become 11.2 px, … */
const smallestScale = 0.7;
/** … and as long as no text of it is smaller than this, in px. */
const smallestText = 11;
/** Labels that Mermaid draws very small make a picture this much larger at most. */
const largestScale = 2;

/** Width in px below which no phone needs to scroll a picture. */
const narrowest = 330;

/** Steps of the least width, so that few classes serve all pictures. */
const widthStep = 80;

/**
 * HTML of a diagram’s figure. Without script everything but the large view works.
 */
export function figureHtml({ drawing, title, description, caption, id, links, t, direction }: FigureParts): string {
  const least = leastWidthOf(drawing);
  const scrolls = least !== undefined;
  const role = links.length > 0 ? 'group' : 'img';
  const open = `<svg role="${role}" aria-label="${escapeHtml(title)}" aria-describedby="${id}d"`;
  const svg = filledIn(spaced(drawing.svg), id, links).replace('<svg', () =>
    scrolls ? `${open} class="w${least}"` : open,
  );
  const frame = scrolls ? ` tabindex="0" role="region" aria-label="${escapeHtml(title)}"` : '';
  return (
    `<figure class="diagram not-content" style="${tallStyle(drawing.height / 16 + 7)}"><diagram-frame><div class="diagram-frame"${frame}>${svg}</div></diagram-frame>` +
    // A caption stands first or last in a figure; the style sheet shows it above the tools.
    `<div class="diagram-tools"><details><summary>${escapeHtml(t('diagram.words'))}</summary><div class="diagram-words"><p id="${id}d">${escapeHtml(description)}</p>${outlineHtml(drawing.outline, t, direction === 'rtl' ? '←' : '→')}</div></details></div>` +
    `<figcaption>${escapeHtml(caption)}</figcaption></figure>`
  );
}

/**
 * Width below which a drawing scrolls in its frame, because its text would be too small; the style sheet of drawings has
 * a class for it. `undefined` for one that fits everywhere.
 */
export function leastWidthOf(drawing: Pick<Drawing, 'width' | 'rules'>): number | undefined {
  const scale = Math.min(largestScale, Math.max(smallestScale, smallestText / fontSizeOf(drawing)));
  if (drawing.width * scale <= narrowest) return undefined;
  return Math.ceil((drawing.width * scale) / widthStep) * widthStep;
}

/** Rows of a label would be read as one word: a space that takes no room stands between them. */
const spaced = (svg: string): string =>
  svg.replace(/<\/tspan>(?=<tspan[^>]* x=)/g, '</tspan><tspan class="gap"> </tspan>');

/**
 * Puts ids and addresses into a drawing. Their places are looked for in tags only, where no word of an author stands:
 * a label may read `%id%` or `%link0%`.
 */
const filledIn = (svg: string, id: string, links: readonly FigureLink[]): string =>
  svg.replace(/<[^<>]*>/g, (tag) =>
    tag
      .replaceAll(idPrefix, () => id)
      // Mermaid gives circles a size that they have already.
      .replace(/^<circle\b[^>]*/, (circle) => circle.replace(/ (?:width|height)="[^"]*"/g, ''))
      .replace(/href="%link(\d+)%"(.*)$/s, (_all, index: string, rest: string) => linkHtml(links[Number(index)], rest)),
  );

/** The end of the tag of a link, with its address, and the words that are told of it. */
function linkHtml(link: FigureLink | undefined, rest: string): string {
  const tab = link?.opensTab ? ' target="_blank" rel="noopener"' : '';
  const words = link?.tooltip ? `<title>${escapeHtml(link.tooltip)}</title>` : '';
  return `href="${escapeHtml(link?.address ?? '')}"${tab}${rest}${words}`;
}

/** Size of the smallest text of a drawing, in px. */
function fontSizeOf({ rules }: Pick<Drawing, 'rules'>): number {
  const sizes = Object.values(rules).map((rule) => Number(/font-size:([\d.]+)px/.exec(rule)?.[1] ?? 16));
  return Math.min(16, ...sizes);
}

function outlineHtml({ kind, lines }: DiagramOutline, t: Translator, arrow: string): string {
  const tag = kind === 'messages' ? 'ol' : 'ul';
  return lines.length ? `<${tag}>${lines.map((line) => `<li>${lineHtml(line, t, arrow)}</li>`).join('')}</${tag}>` : '';
}

function lineHtml({ from, to, text, frame }: OutlineLine, t: Translator, arrow: string): string {
  if (frame) return `<em>${escapeHtml(frame)}</em>`;
  if (!from || !to) return escapeHtml(text ?? '');
  const words = text ? `: ${escapeHtml(text)}` : '';
  return `${escapeHtml(from)} <span aria-hidden="true">${arrow}</span><span class="sr-only">${escapeHtml(t('diagram.to'))}</span> ${escapeHtml(to)}${words}`;
}
