/**
 * Makes every text of a drawing readable in both themes. Colors of the site are so by themselves; an author’s keep
 * their hue. Which shapes and thick lines lie behind a text is told by the page that drew it (`data-on`, `data-shape`,
 * in-page.ts).
 */
import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { contrast } from '../curriculum/schema/contrast.ts';
import type { Style } from './cascade.ts';
import { coverOf, isColor, lightnessOf, painted, readableOn, withLightness } from './color.ts';
import { ownColor, rolePaints, themed, type Role } from './palette.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
type Grounds = Record<Theme, string>;

/** Contrast of text, and that of lines. */
const textLeast = 4.5;
const lineLeast = 3;
/** A pair of an author that nobody can read. */
const pairLeast = 3;

/** A fill and a color of text, both an author’s, that cannot be told apart. */
export interface UnreadablePair {
  fill: string;
  color: string;
}

interface Context {
  fill: string;
  fillOpacity: number;
  stroke: string;
  strokeWidth: number;
  hasHalo: boolean;
  opacity: number;
  isContainer: boolean;
  isMarker: boolean;
  /** A point of a quadrant chart, whose words are wider than its circle. */
  isPoint: boolean;
}

/** What a color of a drawing is in a theme; `undefined` for gradients and the like. */
function colorIn(theme: Theme, value: string): string | undefined {
  const role = /^var\(--diagram-([\w-]+)\)$/.exec(value)?.[1] as Role | undefined;
  if (role) return rolePaints[role][theme];
  const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value);
  if (pair) return pair[theme === 'light' ? 1 : 2];
  return isColor(value) ? value : undefined;
}

const isOwn = (value: string) => isColor(value) || value.startsWith('light-dark(');

/** One value for both themes: a color, or one for each. */
const forBoth = ({ light, dark }: Grounds) => (light === dark ? ownColor(light) : `light-dark(${light}, ${dark})`);

const inEach = (make: (theme: Theme) => string): Grounds => ({ light: make('light'), dark: make('dark') });

/**
 * Changes the styles of texts, lines and containers that could not be read or seen.
 *
 * @param svg as Mermaid makes it
 * @param styles from `cascade`; gets the changes
 * @returns pairs of colors of the author that needed one
 */
export function makeReadable(svg: Element, styles: Map<Element, Style>): UnreadablePair[] {
  const shapes = new Map<string, { fill: string; opacity: number; isLine?: boolean }>();
  const pairs = new Map<string, UnreadablePair>();
  const styleOf = (element: Element) => {
    let style = styles.get(element);
    if (!style) styles.set(element, (style = new Map()));
    return style;
  };

  const visit = (element: Element, above: Context) => {
    const style = styles.get(element);
    const has = (name: string, otherwise: string) => style?.get(name)?.trim() ?? otherwise;
    const classes = ([] as unknown[]).concat(element.properties.className ?? []).map(String);
    const context: Context = {
      fill: themed(has('fill', above.fill)),
      fillOpacity: Number.parseFloat(has('fill-opacity', String(above.fillOpacity))),
      stroke: themed(has('stroke', above.stroke)),
      strokeWidth: Number.parseFloat(has('stroke-width', String(above.strokeWidth))),
      hasHalo: has('paint-order', above.hasHalo ? 'stroke' : '').startsWith('stroke'),
      opacity: above.opacity * Number.parseFloat(has('opacity', '1')),
      isContainer: above.isContainer || classes.includes('cluster') || classes.includes('rect'),
      isMarker: above.isMarker || element.tagName === 'marker',
      isPoint: above.isPoint || classes.includes('data-point'),
    };
    if (isShape.has(element.tagName)) readShape(element, context);
    // The number of a message stands on a pin at the start of its line, which is no shape, and wide enough for one digit.
    if (classes.includes('sequenceNumber')) {
      if (toString(element).length > 1)
        for (const [name, value] of Object.entries({ ...halo, stroke: 'var(--diagram-line)' }))
          styleOf(element).set(name, value);
      return;
    }
    if (element.tagName === 'text') readText(element, context);
    else for (const child of element.children) if (child.type === 'element') visit(child, context);
  };

  const readShape = (element: Element, context: Context) => {
    if (context.isContainer && element.tagName === 'rect' && isColor(context.fill) && coverOf(context.fill) > 0.5) {
      context.fill = forBoth(inEach((theme) => asGround(context.fill, theme)));
      styleOf(element).set('fill', context.fill);
    }
    if (context.isMarker && isColor(context.fill)) styleOf(element).set('fill', lineColor(context.fill));
    if (isColor(context.stroke) && (context.isMarker || !isOwn(context.fill)))
      styleOf(element).set('stroke', lineColor(context.stroke));
    const name = element.properties.dataShape;
    if (name === undefined) return;
    shapes.set(String(name), { fill: context.fill, opacity: context.fillOpacity * context.opacity });
    const stroke = themed(styles.get(element)?.get('stroke') ?? context.stroke);
    if (isOwn(stroke)) shapes.set(`${String(name)}-line`, { fill: stroke, opacity: context.opacity, isLine: true });
  };

  /** What lies behind a text in each theme, and whether any of it is an author’s. */
  const groundsOf = (leaf: Element) => {
    const behind = String(leaf.properties.dataOn ?? '')
      .split(' ')
      .flatMap((name) => shapes.get(name) ?? []);
    const top = behind.findLastIndex(({ fill, opacity }) => opacity > 0.95 && (!isColor(fill) || coverOf(fill) > 0.95));
    const seen = behind.slice(Math.max(0, top));
    const grounds = inEach((theme) =>
      seen.reduce((ground, { fill, opacity }) => {
        const color = colorIn(theme, fill);
        return color ? painted(color, opacity, ground) : ground;
      }, rolePaints.page[theme]),
    );
    return { grounds, isOwnGround: seen.some(({ fill, opacity }) => isOwn(fill) && opacity > 0.1), top: seen.at(-1) };
  };

  const readText = (text: Element, context: Context) => {
    const found: { leaf: Element; was: string; fill: string; halo?: string }[] = [];
    const visitLeaf = (leaf: Element, inner: Context) => {
      if (leaf.properties.dataOn !== undefined) {
        const { grounds, isOwnGround, top } = groundsOf(leaf);
        // Words that begin and end beside a circle or a thick line need a ground of their own.
        if ((top?.isLine || inner.isPoint) && !inner.hasHalo) {
          const fill = inkOn(inner.fill, rolePaints.page, inner.opacity * inner.fillOpacity);
          found.push({ leaf, was: inner.fill, fill, halo: 'var(--diagram-page)' });
          for (const [name, value] of Object.entries(halo)) styleOf(leaf).set(name, value);
          return;
        }
        const hasHalo = inner.hasHalo && inner.stroke !== 'none' && inner.strokeWidth >= 3;
        const around =
          hasHalo && !isOwnGround ? inEach((theme) => colorIn(theme, inner.stroke) ?? grounds[theme]) : grounds;
        if (isColor(inner.fill) && top && isColor(top.fill) && coverOf(top.fill) * top.opacity > 0.95) {
          if (contrast(painted(inner.fill, 1, grounds.light), grounds.light) < pairLeast)
            pairs.set(`${top.fill} ${inner.fill}`, { fill: top.fill, color: inner.fill });
        }
        found.push({
          leaf,
          was: inner.fill,
          fill: inkOn(inner.fill, around, inner.opacity * inner.fillOpacity),
          halo: hasHalo && isOwnGround ? forBoth(grounds) : undefined,
        });
        return;
      }
      for (const child of leaf.children) {
        if (child.type !== 'element') continue;
        const style = styles.get(child);
        visitLeaf(child, {
          ...inner,
          fill: themed(style?.get('fill')?.trim() ?? inner.fill),
          fillOpacity: Number.parseFloat(style?.get('fill-opacity') ?? String(inner.fillOpacity)),
        });
      }
    };
    visitLeaf(text, context);
    if (found.every(({ was, fill, halo }) => was === fill && !halo)) return;
    const isSame = found.every(({ fill, halo }) => fill === found[0]!.fill && halo === found[0]!.halo);
    for (const { leaf, fill, halo } of isSame ? [{ ...found[0]!, leaf: text }] : found) {
      styleOf(leaf).set('fill', fill);
      if (halo) styleOf(leaf).set('stroke', halo);
    }
    if (isSame) for (const row of selectAll('tspan', text)) styles.get(row)?.delete('fill');
  };

  visit(svg, {
    fill: 'var(--diagram-ink)',
    fillOpacity: 1,
    stroke: 'none',
    strokeWidth: 1,
    hasHalo: false,
    opacity: 1,
    isContainer: false,
    isMarker: false,
    isPoint: false,
  });
  return [...pairs.values()];
}

const isShape: ReadonlySet<string> = new Set(['rect', 'polygon', 'polyline', 'circle', 'ellipse', 'path', 'line']);

/** A rim around letters, in the color that `stroke` says. */
const halo = { 'paint-order': 'stroke', 'stroke-width': '4px', 'stroke-linejoin': 'round' };

/** An author’s fill behind other parts of a drawing, so light or dark that they can be seen on it. */
function asGround(color: string, theme: Theme): string {
  const lightness = lightnessOf(color);
  if (theme === 'light') return lightness >= 0.82 ? painted(color, 1, color) : withLightness(color, 0.88, 0.08);
  return lightness <= 0.36 ? painted(color, 1, color) : withLightness(color, 0.32, 0.07);
}

const lineColor = (color: string) => forBoth(inEach((theme) => readableOn(color, rolePaints.page[theme], lineLeast)));

/** The ink of a text that is read on its grounds in both themes. */
function inkOn(ink: string, grounds: Grounds, opacity: number): string {
  const isRead = (value: string, theme: Theme) => {
    const color = colorIn(theme, value);
    return !color || contrast(painted(color, opacity, grounds[theme]), grounds[theme]) >= textLeast;
  };
  const candidates = isOwn(ink) ? [ink] : [ink, 'var(--diagram-ink)', 'var(--diagram-page)'];
  const good = candidates.find((one) => themes.every((theme) => isRead(one, theme)));
  if (good) return good;
  if (ink === 'none') return ink;
  return forBoth(
    inEach((theme) => {
      if (isColor(ink)) return readableOn(ink, grounds[theme], textLeast);
      const own = colorIn(theme, ink);
      if (own && isRead(ink, theme)) return own;
      const [better] = [rolePaints.ink.light, rolePaints.ink.dark, '#000000', '#ffffff']
        .filter((one, index) => index > 1 || contrast(one, grounds[theme]) >= textLeast)
        .sort(
          (one, other) =>
            Number(contrast(other, grounds[theme]) >= textLeast) - Number(contrast(one, grounds[theme]) >= textLeast),
        );
      return better!;
    }),
  );
}
