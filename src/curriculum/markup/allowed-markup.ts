/**
 * What pages and fields may hold beside Markdown: elements that show text, pictures and sounds, with attributes that say
 * what they are. Everything else is refused: scripts and what starts them, styles and forms, drawings in the page, and
 * what only some parsers understand.
 */

import { parseEntities } from 'parse-entities';

/** Attributes of every element; `aria-…` and `data-…` go with them. */
const everywhere = ['class', 'dir', 'hidden', 'id', 'lang', 'role', 'tabindex', 'title', 'translate'];

/** Elements → attributes of their own. */
const elements = new Map<string, readonly string[]>([
  ...'abbr b bdi br cite code dfn em i kbd mark rp rt ruby s samp small span strong sub sup u var wbr'
    .split(' ')
    .map((name) => [name, []] as const),
  ...'aside caption dd div dl dt figcaption figure footer h2 h3 h4 h5 h6 header hr p pre section summary table tbody tfoot thead tr ul'
    .split(' ')
    .map((name) => [name, []] as const),
  ['a', ['download', 'href', 'hreflang', 'rel', 'target']],
  ['audio', ['controls', 'loop', 'muted', 'preload', 'src']],
  ['blockquote', ['cite']],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['data', ['value']],
  ['del', ['cite', 'datetime']],
  ['details', ['name', 'open']],
  ['img', ['alt', 'decoding', 'height', 'loading', 'sizes', 'src', 'srcset', 'width']],
  ['ins', ['cite', 'datetime']],
  ['li', ['value']],
  ['meter', ['high', 'low', 'max', 'min', 'optimum', 'value']],
  ['ol', ['reversed', 'start', 'type']],
  ['picture', []],
  ['progress', ['max', 'value']],
  ['q', ['cite']],
  ['source', ['height', 'media', 'sizes', 'src', 'srcset', 'type', 'width']],
  ['td', ['align', 'colspan', 'headers', 'rowspan']],
  ['th', ['abbr', 'align', 'colspan', 'headers', 'rowspan', 'scope']],
  ['time', ['datetime']],
  ['track', ['default', 'kind', 'label', 'src', 'srclang']],
  ['video', ['controls', 'height', 'loop', 'muted', 'playsinline', 'poster', 'preload', 'src', 'width']],
]);

/** Attributes from which the site’s scripts take where to load from, and which lesson to mark (src/security/page-faults.ts). */
const ofScripts = /^data-(?:base|bundle|lesson|root)$/;

/** Elements that a field of one line may have. */
const inLine = new Set('a abbr b br code em i kbd mark s small strong sub sup u'.split(' '));

/** Whether an element stands in a line of text. */
export const isInLine = (name: string): boolean => inLine.has(name);

/** Whether a page may have an element of this name. */
export const isAllowedElement = (name: string): boolean => elements.has(name);

/** Whether an element, or a component, may have an attribute; those of components are known to the components. */
export function isAllowedAttribute(element: string, attribute: string): boolean {
  if (!/^[a-z][\w-]*$/i.test(attribute) || /^on|^style$/i.test(attribute)) return false;
  if (!/^[a-z]/.test(element)) return true;
  const name = attribute.toLowerCase().replace(/^classname$/, 'class');
  if (ofScripts.test(name)) return false;
  return /^(?:aria|data)-[\w-]+$/.test(name) || everywhere.includes(name) || elements.get(element)!.includes(name);
}

/** Whether a value is an address that runs a script or carries a file in itself, as a browser reads it. */
export function isUnsafeAddress(value: string): boolean {
  // Browsers ignore control characters and blanks in a scheme.
  return /^(?:javascript|vbscript|data):/i.test(value.replace(/[\u0000-\u0020]/g, ''));
}

/** Something that is not allowed, and where it stands in the text. */
export interface MarkupFault {
  /** As a report calls it: `<script>`, `onclick`, `href="javascript:…"`. */
  name: string;
  offset: number;
}

// Only what every parser reads alike is a tag here: names, and values in quotes without angle brackets.
const attribute = String.raw`\s+[\w:-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>\x60]+))?`;
const piece = new RegExp(
  String.raw`<!--(?!-?>)(?:(?!--|<!)[^])*-->|</([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:${attribute})*)\s*/?>`,
  'iy',
);

/**
 * Finds what is not allowed in a text of HTML.
 *
 * @param where `page` for HTML in a page of Markdown, `line` for a field of one line
 */
export function markupFaults(html: string, where: 'page' | 'line'): MarkupFault[] {
  const faults: MarkupFault[] = [];
  const isAllowed = (name: string) => isAllowedElement(name) && (where === 'page' || inLine.has(name));
  for (let offset = html.indexOf('<'); offset !== -1; offset = html.indexOf('<', offset)) {
    piece.lastIndex = offset;
    const found = piece.exec(html);
    if (!found) {
      // “a < b” is text for every parser.
      if (/^<[a-z!/?]/i.test(html.slice(offset, offset + 2)))
        faults.push({ name: beginning(html.slice(offset)), offset });
      offset += 1;
      continue;
    }
    const [whole, end, start, attributes = ''] = found;
    const name = (start ?? end ?? '').toLowerCase();
    if (name !== '' && !isAllowed(name)) faults.push({ name: `<${name}>`, offset });
    else if (start !== undefined)
      faults.push(...attributeFaults(name, attributes).map((one) => ({ name: one, offset })));
    offset += whole.length;
  }
  return faults;
}

const beginning = (html: string) => (/^<[a-z!/?][\w-]*/i.exec(html)?.[0] ?? html.slice(0, 2)) + '…';

function attributeFaults(element: string, source: string): string[] {
  return [...source.matchAll(/([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].flatMap(([, name, value = '']) => {
    if (!isAllowedAttribute(element, name!)) return [name!];
    const text = parseEntities(value.replace(/^(["'])([^]*)\1$/, '$2'));
    return isUnsafeAddress(text) ? [`${name}=${value}`] : [];
  });
}
