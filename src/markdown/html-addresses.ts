/** Addresses in HTML that stands in a page of Markdown, read from its text: the check asks for them, the site moves them. */

/** A tag of an element, without those that close one. */
export interface HtmlTag {
  name: string;
  /** Attributes by their names in small letters; one without a value has an empty one. */
  attributes: ReadonlyMap<string, string>;
  /** Where it stands in the text. */
  offset: number;
}

const attribute = /\s([\w:-]+)(?:\s*=\s*("[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?/g;
const tag = /<!--[^]*?-->|<([a-z][\w-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;

const bare = (value = '') => value.replace(/^(["'])([^]*)\1$/, '$2');

/** Reads the tags of a text; what no browser reads alike everywhere is refused by the check and no tag here. */
export function tagsIn(html: string): HtmlTag[] {
  return [...html.matchAll(tag)].flatMap(({ 1: name, 2: attributes = '', index }) =>
    name === undefined
      ? []
      : [
          {
            name: name.toLowerCase(),
            attributes: new Map(
              [...attributes.matchAll(attribute)].map(([, key, value]) => [key!.toLowerCase(), bare(value)]),
            ),
            offset: index,
          },
        ],
  );
}

/** Attributes of elements and components that hold addresses; `srcset` holds several. */
export const addressAttributes: ReadonlySet<string> = new Set(['href', 'src', 'srcset', 'poster']);

/** `a.png 1x, b.png 2x` → `a.png`, `b.png`; of any other attribute its value. */
export const addressesIn = (name: string, value: string): string[] =>
  name === 'srcset' ? value.split(',').flatMap((one) => one.trim().split(/\s+/)[0] || []) : value === '' ? [] : [value];

/**
 * Changes the addresses in the value of an attribute.
 *
 * @param change gives an address for an address
 */
export const changeAddresses = (name: string, value: string, change: (address: string) => string): string =>
  name === 'srcset'
    ? value.replace(/(^|,)(\s*)([^\s,]+)/g, (_all, before, blank, one) => before + blank + change(one))
    : change(value);

/** Changes all addresses in a text of HTML, and nothing else. */
export function changeHtmlAddresses(html: string, change: (address: string) => string): string {
  return html.replace(tag, (whole, name: string | undefined, attributes = '') => {
    if (name === undefined || attributes === '') return whole;
    const changed = (attributes as string).replace(attribute, (written, key: string, value: string | undefined) => {
      if (value === undefined || !addressAttributes.has(key.toLowerCase())) return written;
      const quote = /^["']/.exec(value)?.[0] ?? '';
      const moved = changeAddresses(key.toLowerCase(), bare(value), change);
      return written.slice(0, written.length - value.length) + quote + moved + quote;
    });
    return whole.slice(0, 1 + name.length) + changed + whole.slice(1 + name.length + attributes.length);
  });
}
