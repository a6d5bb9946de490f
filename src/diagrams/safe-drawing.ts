/**
 * Whether a drawing that was kept is one that this program could have made. Files of drawings come with a fork or a
 * change that somebody proposes, nobody reads them, and a page takes them over as they are.
 */
import { painted } from './cascade.ts';
import type { Drawing } from './draw.ts';

const elements =
  'svg|marker|path|g|rect|text|tspan|a|line|polygon|polyline|circle|ellipse|title|desc|defs|clipPath|linearGradient|stop';
const attributes =
  'width|height|viewBox|id|refX|refY|markerUnits|markerWidth|markerHeight|orient|class|d|marker-end|marker-start|transform|x|y|dx|dy|x1|y1|x2|y2|rx|ry|r|cx|cy|points|preserveAspectRatio|clip-path|text-anchor|font-weight|font-style|gradientUnits|gradientTransform|offset|fill|stroke';
// Links hold a mark that the page replaces by their address, and markers lie in the picture.
const attribute = String.raw`\s+(?:(?:${attributes})="(?:[^"<>&:;]|url\(#%id%)*"|href="%link\d+%")`;
const picture = new RegExp(String.raw`^(?:[^<>]|<(?:${elements})(?:${attribute})*\s*/?>|</(?:${elements})>)*$`);
/** As `paint.ts` names them. */
const className = /^d[0-9a-z]{1,5}$/;
// No value that paints a diagram has quotes, an address or a second line, so that none can end early or load anything.
const value = /^(?!.*url\()[\w#%.,() -]*$/i;

/** Whether every declaration is one of those that paint a diagram. */
const isPaint = (text: unknown): boolean =>
  typeof text === 'string' &&
  text.split(';').every((declaration) => {
    const [property = '', written = '', ...more] = declaration.split(':');
    return painted.has(property) && value.test(written) && more.length === 0;
  });

const isObject = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one);

/** Whether a diagram in words has the shape that pages tell it from. */
const isOutline = (outline: unknown): boolean =>
  isObject(outline) &&
  ['links', 'messages', 'texts'].includes(String(outline.kind)) &&
  Array.isArray(outline.lines) &&
  outline.lines.every(
    (line) =>
      isObject(line) &&
      Object.entries(line).every(
        ([key, text]) => ['from', 'to', 'text', 'frame'].includes(key) && typeof text === 'string',
      ),
  );

/** Whether a drawing has nothing but shapes, text and the colors of the site. */
export const isSafeDrawing = (drawing: unknown): drawing is Drawing => {
  if (!isObject(drawing) || !isObject(drawing.rules)) return false;
  const { svg, rules, width, height, outline, pairs = [] } = drawing;
  return (
    typeof svg === 'string' &&
    picture.test(svg) &&
    [...svg.matchAll(/\sclass="([^"]*)"/g)].every(([, name]) => className.test(name!)) &&
    [width, height].every((size) => Number.isFinite(size)) &&
    Object.entries(rules).every(([name, text]) => className.test(name) && isPaint(text)) &&
    isOutline(outline) &&
    Array.isArray(pairs) &&
    pairs.every((pair) => isObject(pair) && typeof pair.fill === 'string' && typeof pair.color === 'string')
  );
};
