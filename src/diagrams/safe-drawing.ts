/**
 * Whether a drawing that was kept is one that this program could have made. Files of drawings come with a fork or a
 * change that somebody proposes, nobody reads them, and a page takes them over as they are.
 */
import type { Drawing } from './draw.ts';

const elements = 'svg|marker|path|g|rect|text|tspan|a|line|polygon|polyline|circle|ellipse|title|desc|defs|clipPath';
const attributes =
  'width|height|viewBox|id|refX|refY|markerUnits|markerWidth|markerHeight|orient|class|d|marker-end|marker-start|transform|x|y|dx|dy|x1|y1|x2|y2|rx|ry|r|cx|cy|points|preserveAspectRatio|clip-path|text-anchor|font-weight|font-style';
// Links hold a mark that the page replaces by their address, and markers lie in the picture.
const attribute = String.raw`\s+(?:(?:${attributes})="(?:[^"<>&:;]|url\(#%id%)*"|href="%link\d+%")`;
const picture = new RegExp(String.raw`^(?:[^<>]|<(?:${elements})(?:${attribute})*\s*/?>|</(?:${elements})>)*$`);
const declarations = /^(?!.*(?:url\(|expression|import))[^{}<>@\\]*$/i;

/** Whether a drawing has nothing but shapes, text and the colors of the site. */
export const isSafeDrawing = ({ svg, rules, width, height }: Drawing): boolean =>
  typeof svg === 'string' &&
  picture.test(svg) &&
  [width, height].every((size) => Number.isFinite(size)) &&
  Object.entries(rules).every(([name, text]) => /^[\w-]+$/.test(name) && declarations.test(text));
