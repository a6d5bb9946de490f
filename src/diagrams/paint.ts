/**
 * Turns Mermaid’s SVG into the one the site ships: colours are custom properties, every style is a class of one style
 * sheet shared by all diagrams, and what draws nothing is gone.
 */
import { createHash } from 'node:crypto';
import type { Element, ElementContent, Text } from 'hast';
import { cascade, inherited, type Style } from './cascade.ts';
import { themed } from './palette.ts';
import { makeReadable, type UnreadablePair } from './readable.ts';
import { shortPath } from './short-path.ts';

/** Stands for the prefix of ids; each page puts its own in, so that ids are unique in a page. */
export const idPrefix = '%id%';

export interface Painted {
  svg: Element;
  /** Class name → declarations, for the shared style sheet. */
  rules: Record<string, string>;
  /** Colors of the author that could not be read on each other, before they were changed. */
  pairs: UnreadablePair[];
}

const initial: Record<string, string> = {
  fill: 'var(--diagram-ink)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'text-anchor': 'start',
  'font-size': '16px',
  'font-weight': '400',
  'font-style': 'normal',
  'dominant-baseline': 'auto',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'text-decoration': 'none',
  display: 'inline',
  visibility: 'visible',
  'mix-blend-mode': 'normal',
  'paint-order': 'normal',
  'stroke-linejoin': 'miter',
};

/** Attributes that draw; all others (data, roles, names of Mermaid’s) go. */
const drawing = new Set([
  'd',
  'points',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'dx',
  'dy',
  'transform',
  'viewBox',
  'refX',
  'refY',
  'markerWidth',
  'markerHeight',
  'markerUnits',
  'orient',
  'markerStart',
  'markerMid',
  'markerEnd',
  'gradientUnits',
  'gradientTransform',
  'offset',
  'fill',
  'stroke',
  'href',
  'id',
  'rotate',
  'textLength',
  'clipPath',
  'preserveAspectRatio',
  'className',
]);

/** Elements that draw nothing without content. */
const containers = new Set(['g', 'defs', 'text', 'tspan', 'symbol', 'clipPath', 'a']);

/** Paints an SVG element tree in place. */
export function paint(svg: Element): Painted {
  const styles = cascade(svg);
  const pairs = makeReadable(svg, styles);
  const rules: Record<string, string> = {};
  dropTags(svg, new Set(['style', 'script', 'title', 'desc', 'filter']));
  const context: Style = new Map(Object.entries(initial));
  applyStyles(svg, styles, context, rules);
  keepUsedIds(svg);
  stripAttributes(svg, rules);
  prune(svg);
  return { svg, rules, pairs };
}

function eachElement(element: Element, visit: (element: Element) => void): void {
  visit(element);
  for (const child of element.children) if (child.type === 'element') eachElement(child, visit);
}

function dropTags(element: Element, tags: ReadonlySet<string>): void {
  element.children = element.children.filter((child) => child.type !== 'element' || !tags.has(child.tagName));
  for (const child of element.children) if (child.type === 'element') dropTags(child, tags);
}

/** Replaces styles by classes; what an element would inherit anyway and what is not shown is left out. */
function applyStyles(
  element: Element,
  styles: Map<Element, Style>,
  context: Style,
  rules: Record<string, string>,
): void {
  const own: [string, string][] = [];
  const inner = new Map(context);
  delete element.properties.fill;
  delete element.properties.stroke;
  for (const [property, raw] of styles.get(element) ?? []) {
    const value = inPixels(property, normal(property, raw), context);
    if (value.startsWith('url(')) {
      // A gradient’s name belongs to its picture, so it cannot stand in the shared sheet.
      element.properties[property] = value;
      continue;
    }
    const base = inherited.has(property) ? context.get(property) : initial[property];
    if (inherited.has(property)) inner.set(property, value);
    if (value !== base) own.push([property, value]);
  }
  const shown = withoutDeadStroke(own, inner);
  delete element.properties.style;
  delete element.properties.className;
  if (shown.length > 0) {
    const text = shown
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([property, value]) => `${property}:${value}`)
      .join(';');
    element.properties.className = [className(text, rules)];
  }
  element.children = element.children.filter(
    (child) => child.type !== 'element' || styles.get(child)?.get('display')?.trim() !== 'none',
  );
  for (const child of element.children) if (child.type === 'element') applyStyles(child, styles, inner, rules);
}

/** A stroke that is not drawn needs no width and no dashes. */
function withoutDeadStroke(own: [string, string][], inner: Style): [string, string][] {
  if (inner.get('stroke') !== 'none') return own;
  return own.filter(([property]) => property !== 'stroke-width' && property !== 'stroke-dasharray');
}

/** Sizes of text relative to their surroundings become absolute, because the surroundings may be pruned. */
function inPixels(property: string, value: string, context: Style): string {
  const share = /^([\d.]+)em$/.exec(value)?.[1];
  if (property !== 'font-size' || share === undefined) return value;
  return `${Math.round(Number(share) * Number.parseFloat(context.get('font-size') ?? '16') * 100) / 100}px`;
}

function normal(property: string, raw: string): string {
  const value = raw.trim();
  if (/^(fill|stroke|color|stop-color)$/.test(property)) return value === 'transparent' ? 'none' : themed(value);
  if (property === 'font-weight') return value === 'normal' ? '400' : value === 'bold' ? '700' : value;
  if (property === 'stroke-width' || property === 'font-size') return /^[\d.]+$/.test(value) ? `${value}px` : value;
  if (property === 'stroke-dasharray')
    return /^0(px)?$/.test(value) || /^1[, ]+0$/.test(value) ? 'none' : value.replace(/\s*,\s*/g, ' ');
  if (property === 'dominant-baseline') return value === 'middle' || value === 'central' ? 'central' : value;
  return value;
}

function className(declarations: string, rules: Record<string, string>): string {
  const digest = createHash('sha256').update(declarations).digest();
  const name = `d${digest.readUIntBE(0, 5).toString(36).slice(-5)}`;
  rules[name] = declarations;
  return name;
}

/** Keeps ids that something refers to, renames them `a`, `b`, … in order, and drops what nobody refers to. */
function keepUsedIds(svg: Element): void {
  const used = new Map<string, string>();
  eachElement(svg, ({ properties }) => {
    for (const value of Object.values(properties)) {
      const id = typeof value === 'string' ? /^url\(["']?#([^)"']+)["']?\)$/.exec(value)?.[1] : undefined;
      if (id && !used.has(id)) used.set(id, `${idPrefix}${used.size.toString(36)}`);
    }
  });
  const referenced = new Set(['marker', 'symbol', 'clipPath', 'linearGradient']);
  const drop = (element: Element) => {
    element.children = element.children.filter(
      (child) => child.type !== 'element' || !referenced.has(child.tagName) || used.has(String(child.properties.id)),
    );
    for (const child of element.children) if (child.type === 'element') drop(child);
  };
  drop(svg);
  eachElement(svg, ({ properties }) => {
    const id = used.get(String(properties.id));
    if (id) properties.id = id;
    else delete properties.id;
    for (const [key, value] of Object.entries(properties)) {
      if (typeof value !== 'string') continue;
      const target = /^(?:url\(["']?)?#([^)"']+)["']?\)?$/.exec(value)?.[1];
      const name = target && used.get(target);
      if (name) properties[key] = value.startsWith('url') ? `url(#${name})` : `#${name}`;
    }
  });
}

function stripAttributes(svg: Element, rules: Readonly<Record<string, string>>): void {
  const bottom = Number(
    String(svg.properties.viewBox ?? '')
      .split(/\s+/)
      .reduce((sum, part, index) => (index % 2 ? sum + Number(part) : sum), 0),
  );
  eachElement(svg, (element) => {
    for (const [key, value] of Object.entries(element.properties)) {
      if (!drawing.has(key)) delete element.properties[key];
      else if (typeof value === 'string' || typeof value === 'number')
        element.properties[key] = rounded(key, String(value));
    }
    const { d, className } = element.properties;
    if (typeof d === 'string' && !gluedFlags(d)) {
      const isFilled = !(Array.isArray(className) && /\bfill:none\b/.test(rules[String(className[0])] ?? ''));
      element.properties.d = shortPath(d, isFilled);
    }
    // Mermaid draws lifelines without mirrored actors down to 2000 and lets the frame cut them.
    if (element.tagName === 'line' && element.properties.y2 === '2000')
      element.properties.y2 = String(Math.round(bottom));
  });
}

const number = /-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?/g;

/** Whether an arc of a path writes its flags without separators (`a2 2 0 01.5.5`), as icons do. */
function gluedFlags(path: string): boolean {
  return [...path.matchAll(/a([^a-df-z]*)/gi)].some(
    ([, numbers = '']) => (numbers.match(number)?.length ?? 0) % 7 !== 0,
  );
}

/** Rounds numbers of a drawing attribute to one decimal. */
function rounded(key: string, value: string): string {
  if (key === 'id' || key === 'href' || value.startsWith('url(')) return value;
  if (key === 'd' && gluedFlags(value)) return value;
  const short = value.replace(number, (text, at: number) => {
    const tenths = String(Math.round(Number(text) * 10) / 10)
      .replace(/^(-?)0\./, '$1.')
      .replace(/^-0$/, '0');
    // “1.5.04” are two numbers; rounded, the second one needs a space before it.
    return /[\d.]/.test(value[at - 1] ?? '') && !tenths.startsWith('-') ? ` ${tenths}` : tenths;
  });
  if (key === 'transform') return short.replace(/,\s+/g, ',').replace(/^translate\(0(,0)?\)$/, '');
  return short;
}

/** Removes what draws nothing and joins what drawing split: empty groups, groups and spans without attributes. */
function prune(element: Element): void {
  const children: ElementContent[] = [];
  for (const child of element.children) {
    if (child.type === 'text') {
      addText(children, child, element);
      continue;
    }
    if (child.type !== 'element') continue;
    prune(child);
    for (const [key, value] of Object.entries(child.properties)) if (value === '') delete child.properties[key];
    if (containers.has(child.tagName) && child.children.length === 0) continue;
    if (child.tagName === 'rect' && (!child.properties.width || !child.properties.height)) continue;
    if (child.tagName === 'path' && !child.properties.d) continue;
    if (['g', 'tspan', 'defs'].includes(child.tagName) && Object.keys(child.properties).length === 0) {
      for (const inner of child.children) {
        if (inner.type === 'text') addText(children, inner, element);
        else children.push(inner);
      }
    } else children.push(child);
  }
  element.children = children;
  if (element.tagName === 'g' && element.children.length === 1) hoist(element);
}

/** A group that only moves or styles its single group takes the place of both. */
function hoist(group: Element): void {
  const only = group.children[0]!;
  if (only.type !== 'element' || only.tagName !== 'g' || only.properties.className || only.properties.id) return;
  const transforms = [group.properties.transform, only.properties.transform].filter(Boolean).join(' ');
  group.children = only.children;
  if (transforms) group.properties.transform = transforms;
}

function addText(children: ElementContent[], text: Text, parent: Element): void {
  if (parent.tagName !== 'text' && parent.tagName !== 'tspan' && !text.value.trim()) return;
  const last = children.at(-1);
  if (last?.type === 'text') last.value += text.value;
  else children.push({ type: 'text', value: text.value });
}
