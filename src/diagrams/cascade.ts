/** Works out the painted style of every element of an SVG from its style sheet, attributes and inline styles. */
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import postcss from 'postcss';

/** Declarations of one element, property → value. */
export type Style = Map<string, string>;

/** Properties that change how a diagram looks; all others (fonts, cursors, animations) are the site’s business. */
export const painted: ReadonlySet<string> = new Set([
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'text-anchor',
  'dominant-baseline',
  'font-size',
  'font-weight',
  'font-style',
  'text-decoration',
  'display',
  'visibility',
  'color',
  'mix-blend-mode',
  'rx',
  'ry',
  'letter-spacing',
  'paint-order',
  'stop-color',
  'stop-opacity',
]);

/** Those of them that children take over from their parent. */
export const inherited = new Set([
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'text-anchor',
  'dominant-baseline',
  'font-size',
  'font-weight',
  'font-style',
  'visibility',
  'color',
  'letter-spacing',
  'paint-order',
]);

/** Geometry that CSS could set but that belongs to the drawing. */
const geometry = new Set(['rx', 'ry']);

interface Rule {
  selector: string;
  specificity: number;
  declarations: { property: string; value: string; important: boolean }[];
}

/**
 * Computes the declared styles of all elements below an SVG, the SVG included, after the cascade of CSS 2.1 section 6.4:
 * presentation attributes, then rules by specificity and order, then inline styles, then `!important`.
 *
 * @param svg an SVG as Mermaid makes it, with its `<style>` elements
 * @returns a style for each element that has any
 */
export function cascade(svg: Element): Map<Element, Style> {
  const styles = new Map<Element, Style>();
  const styleOf = (element: Element) => {
    let style = styles.get(element);
    if (!style) styles.set(element, (style = new Map()));
    return style;
  };
  const everything = selectAll('*', { type: 'root', children: [svg] });
  for (const element of everything) {
    for (const [name, value] of presentationAttributes(element)) styleOf(element).set(name, value);
  }
  const important: [Element, string, string][] = [];
  const root: Root = { type: 'root', children: [svg] };
  for (const rule of rulesOf(svg)) {
    for (const element of rule.selector === ':scope' ? [svg] : matches(rule.selector, root)) {
      for (const { property, value, important: strong } of rule.declarations) {
        if (strong) important.push([element, property, value]);
        else styleOf(element).set(property, value);
      }
    }
  }
  for (const element of everything) {
    for (const { property, value, important: strong } of declarationsOf(String(element.properties.style ?? ''))) {
      if (strong) important.push([element, property, value]);
      else styleOf(element).set(property, value);
    }
  }
  for (const [element, property, value] of important) styleOf(element).set(property, value);
  return styles;
}

function matches(selector: string, root: Root): Element[] {
  try {
    return selectAll(selector, root);
  } catch {
    // Selectors of HTML states (`:hover`, `::after`) that a picture does not have.
    return [];
  }
}

function presentationAttributes(element: Element): [string, string][] {
  return Object.entries(element.properties).flatMap(([key, value]): [string, string][] => {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!painted.has(name) || geometry.has(name) || value === null || value === undefined) return [];
    return [[name, Array.isArray(value) ? value.join(' ') : String(value)]];
  });
}

function rulesOf(svg: Element): Rule[] {
  const rules: Rule[] = [];
  const scope = `#${String(svg.properties.id)}`;
  for (const sheet of selectAll('style', svg)) {
    const text = sheet.children.map((child) => ('value' in child ? child.value : '')).join('');
    postcss.parse(text).walkRules((rule) => {
      if (rule.parent?.type === 'atrule') return;
      const declarations = declarationsOf(rule.nodes.map(String).join(';'));
      if (declarations.length === 0) return;
      for (const selector of rule.selectors) {
        const local = selector.replaceAll(scope, '').trim();
        if (local.startsWith(':root') || /\b(div|span|p)\b/.test(local)) continue;
        rules.push({
          selector: local === '' ? ':scope' : local.replace(/^>\s*/, 'svg > '),
          specificity: specificity(local),
          declarations,
        });
      }
    });
  }
  return rules.sort((a, b) => a.specificity - b.specificity);
}

/** Specificity of a selector as one number: ids, then classes, attributes and pseudo-classes, then elements. */
function specificity(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return (
    count(/#[\w-]+/g) * 10000 + count(/\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+/g) * 100 + count(/(?<![\w.#:[-])[a-z][\w-]*/gi)
  );
}

function declarationsOf(text: string): Rule['declarations'] {
  return text.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const raw = declaration.slice(colon + 1).trim();
    if (colon < 0 || !painted.has(property) || geometry.has(property) || !raw || raw.includes('undefined')) return [];
    const important = /!\s*important/.test(raw);
    return [{ property, value: raw.replace(/\s*!\s*important/, ''), important }];
  });
}

/** First descendant that fits a selector. */
export const find = (selector: string, element: Element): Element | undefined => select(selector, element) ?? undefined;
