/**
 * What finished pages are made of: what authors may write, and what components, Starlight and diagrams write beside it.
 * Every other element or attribute came in by a way that nobody meant, and fails the build.
 */
import { isAllowedAttribute, isAllowedElement } from '../curriculum/markup/allowed-markup.ts';
import { farRelations } from '../curriculum/checking/check-head.ts';

const words = (text: string) => text.split(' ');

/** Elements of HTML that authors may not write → attributes of their own. */
const html = new Map<string, readonly string[]>([
  ...words('article body fieldset h1 head html legend main nav noscript template title').map(
    (name) => [name, []] as const,
  ),
  ['button', ['disabled', 'popovertarget', 'type']],
  ['form', ['novalidate']],
  ['input', words('autocomplete checked disabled inputmode max min name placeholder required step type value')],
  ['label', ['for']],
  ['link', words('as crossorigin fetchpriority href hreflang media rel sizes type')],
  ['meta', words('charset content http-equiv name property')],
  ['optgroup', ['label']],
  ['option', ['disabled', 'selected', 'value']],
  ['output', ['for']],
  ['script', ['src', 'type']],
  ['select', ['autocomplete', 'disabled', 'name']],
]);

/** Attributes that components put on elements of any name. */
const htmlEverywhere = new Set(words('autofocus entries fetchpriority groups inert popover'));

/** Elements of drawings: icons, the map, diagrams (src/diagrams/safe-drawing.ts). */
const svg = new Set(
  words(
    'a circle clipPath defs desc ellipse g line linearGradient marker path polygon polyline rect stop svg text title tspan',
  ),
);

const svgAttributes = new Set(
  words(
    'class clip-path clip-rule cx cy d dx dy fill fill-rule focusable font-style font-weight gradientTransform gradientUnits height href id lang marker-end marker-start markerHeight markerUnits markerWidth offset orient points preserveAspectRatio r refX refY rel role rx ry stroke stroke-linecap stroke-linejoin stroke-width tabindex target text-anchor transform viewBox width x x1 x2 xmlns y y1 y2',
  ),
);

/** Relations of a page to other files. */
export const relations: ReadonlySet<string> = new Set([
  ...['alternate', 'apple-touch-icon', 'canonical', 'icon', 'manifest', 'modulepreload', 'preload'],
  ...['shortcut icon', 'sitemap', 'stylesheet'],
]);

/** Whether a page names another one, of whatever site, by all of these relations; a browser asks for none of them. */
export const isFarRelation = (relation: string): boolean =>
  relation !== '' && relation.split(' ').every((one) => farRelations.has(one));

/** What a page says about itself; others steer the browser, as `referrer` does. */
export const metaNames =
  /^(?:viewport|generator|description|robots|color-scheme|theme-color|(?:twitter|og|article):[a-z_:]+)$/;

/** Fields that ask for plain text, a choice, a number or a day. */
export const inputTypes: ReadonlySet<string> = new Set(words('checkbox date number radio range search text'));

/**
 * Whether a finished page may have an element.
 *
 * @param custom names of the elements that the site’s own scripts define
 */
export const isPageElement = (name: string, isDrawing: boolean, custom: ReadonlySet<string>): boolean =>
  isDrawing ? svg.has(name) : html.has(name) || isAllowedElement(name) || custom.has(name);

/** Whether an element of a finished page may have an attribute. */
export function isPageAttribute(element: string, attribute: string, isDrawing: boolean): boolean {
  if (/^(?:aria|data)-[\w-]+$/.test(attribute)) return true;
  if (isDrawing) return svgAttributes.has(attribute);
  if (htmlEverywhere.has(attribute) || (html.get(element)?.includes(attribute) ?? false)) return true;
  // Names that authors may write everywhere are the same for every element.
  return isAllowedAttribute(isAllowedElement(element) ? element : 'span', attribute);
}
