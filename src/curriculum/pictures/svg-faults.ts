/**
 * What a picture in SVG may hold. Opened by itself it is a page of the site, and what runs in it runs with the rights of
 * the site. Only what every parser reads alike passes; shapes, text, styles and movement are all that pictures need.
 */
import { parseEntities } from 'parse-entities';

const elements = new Set(
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc metadata style linearGradient radialGradient stop pattern clipPath mask marker image switch view a filter animate animateMotion animateTransform mpath set'
    .toLowerCase()
    .split(' '),
);
/** Names that act whatever namespace their prefix stands for. */
const acting = new Set(['script', 'foreignobject', 'handler', 'listener', 'iframe', 'object', 'embed', 'html', 'body']);

const attribute = String.raw`\s+([\w.-]+(?::[\w.-]+)?)\s*=\s*("[^"<]*"|'[^'<]*')`;
const piece = new RegExp(
  [
    String.raw`<!--(?!-?>)(?:(?!--)[^])*-->`,
    String.raw`<\?xml((?:${attribute.replaceAll(/\((?!\?)/g, '(?:')})*)\s*\?>`,
    String.raw`<!DOCTYPE\s[^<>[\]]*>`,
    String.raw`<!\[CDATA\[[^<>]*\]\]>`,
    String.raw`</[\w.-]+(?::[\w.-]+)?\s*>`,
    String.raw`<((?:[\w.-]+:)?)([\w.-]+)((?:${attribute.replaceAll(/\((?!\?)/g, '(?:')})*)\s*/?>`,
  ].join('|'),
  'y',
);

/** What stands in a style, which has remarks and text and no tags. */
const styleEnd = /((?:[^<]|<!(?:--|\[CDATA\[))*)<\/(?:[\w.-]+:)?style/iy;

/**
 * Finds the first thing in a file of XML that could run, load or lead elsewhere.
 *
 * @param kind `xml` for a file that is no picture, and may have elements of its own
 * @returns the thing as it is called, or undefined
 */
export function svgFault(content: Buffer, kind: 'svg' | 'xml' = 'svg'): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return 'bytes that are not UTF-8';
  }
  if (/[\0-\x08\x0B\x0E-\x1F]/.test(text)) return 'a control character';
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    piece.lastIndex = at;
    const found = piece.exec(text);
    if (!found) return text.slice(at, at + 30).trim();
    const [whole, declaration, prefix, written, attributes = ''] = found;
    const name = written?.toLowerCase();
    if (declaration !== undefined && /encoding/i.test(declaration) && !/["'](?:utf-8|us-ascii)["']/i.test(declaration))
      return 'an encoding other than UTF-8';
    if (name !== undefined) {
      const known = elements.has(name) || /^fe[a-z]+$/.test(name) || Boolean(prefix) || kind === 'xml';
      if (!known || acting.has(name)) return `<${written}>`;
      const fault = attributeFault(attributes);
      if (fault) return fault;
      if (name === 'style' && !whole.endsWith('/>')) {
        styleEnd.lastIndex = at + whole.length;
        const [, style] = styleEnd.exec(text) ?? [];
        if (style === undefined) return 'a style with a tag in it';
        if (loads(parseEntities(style))) return 'a style that loads a file';
      }
    }
    at += whole.length;
  }
  return undefined;
}

function attributeFault(attributes: string): string | undefined {
  for (const [whole, name = '', quoted = ''] of attributes.matchAll(new RegExp(attribute, 'g'))) {
    const local = name.toLowerCase().split(':').at(-1)!;
    const value = parseEntities(quoted.slice(1, -1));
    // Browsers pass over blanks and controls in an address.
    const address = value.replace(/[\u0000-\u0020]/g, '');
    const shown = whole.trim().slice(0, 60);
    if (local.startsWith('on') || /^(?:javascript|vbscript):/i.test(address)) return shown;
    if (/w3\.org\/(?:1999\/(?:xhtml|xsl)|2001\/xml-events)/i.test(address)) return shown;
    if (/^(?:href|src|srcset|base)$/.test(local) && !/^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/.test(address))
      return shown;
    if (local === 'attributename' && /href|^on|^style$/i.test(address)) return shown;
    if (loads(value)) return shown;
  }
  return undefined;
}

/** Whether a style names a file; those of the picture itself start with `#`. Escapes could hide a name. */
const loads = (style: string) => /@import|url\((?!\s*["']?#)|image-set|src\(|\\/i.test(style);

/** Whether the build can read the size of a picture, which it looks for in the first kilobyte. */
export function svgHasSize(content: Buffer): boolean {
  const [root] = /<svg\s(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(content.toString('latin1', 0, 1000)) ?? [];
  if (!root) return false;
  const length = String.raw`[\d.]+(?:e\d+)?(?:cm|em|ex|in|m|mm|pc|pt|px)?`;
  const has = (pattern: string) => new RegExp(String.raw`\s${pattern}`).test(root);
  return (
    (has(`width=["']${length}["']`) && has(`height=["']${length}["']`)) ||
    has(String.raw`viewBox=["'][-\d.]+ [-\d.]+ ${length} ${length}["']`)
  );
}
