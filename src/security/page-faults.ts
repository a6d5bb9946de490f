/**
 * Reads a finished page as a browser does, and tells what stands in it that nobody meant. This is the wall behind the
 * check of the content: whatever a page computes, or a component makes of a text, ends here as elements.
 */
import { parse, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { tellingNames } from '../curriculum/checking/check-head.ts';
import { inputTypes, isFarRelation, isPageAttribute, isPageElement, metaNames, relations } from './page-elements.ts';

/** What may stand in pages. */
export interface Allowed {
  /** Texts of scripts (known-scripts.ts). */
  scripts: ReadonlySet<string>;
  /** Names of the elements that the site’s own scripts define (known-scripts.ts). */
  elements: ReadonlySet<string>;
  /** Address of the site with its base path, `https://example.org/base/`. */
  site: string;
  /** Addresses of the first page in each further language, `https://example.org/base/de/`. */
  languages: readonly string[];
}

/**
 * Finds what a page must not have.
 *
 * @param html a finished page, without its policy
 * @returns what is refused, in words; and the known scripts that stand in the page
 */
export function pageFaults(html: string, allowed: Allowed): { refused: string[]; scripts: Set<string> } {
  const refused: string[] = [];
  const scripts = new Set<string>();
  const walk = (parent: Tree.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const fault = elementFault(node, allowed);
      if (fault !== undefined) refused.push(fault);
      else if (node.tagName === 'script' && allowed.scripts.has(textOf(node))) scripts.add(textOf(node));
      walk(node);
      if ('content' in node) walk(node.content);
      // For a browser that runs scripts this is a text, and for any other it is elements.
      if (node.tagName === 'noscript') walk(parseFragment(textOf(node), { scriptingEnabled: false }));
    }
  };
  walk(parse(html));
  return { refused, scripts };
}

const namespaces = { html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg' };

/** Scripts of these kinds are data, which no browser runs. */
const data = new Set(['application/json', 'application/ld+json']);

const textOf = (element: Tree.Element) =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');

function elementFault(element: Tree.Element, allowed: Allowed): string | undefined {
  const { tagName: name, namespaceURI, attrs } = element;
  const isDrawing = namespaceURI === (namespaces.svg as string);
  if (!isDrawing && namespaceURI !== (namespaces.html as string)) return `<${name}>`;
  if (!isPageElement(name, isDrawing, allowed.elements)) return `<${name}>${shown(textOf(element))}`;
  for (const { name: attribute, prefix, value } of attrs) {
    if (prefix) return `${prefix}:${attribute}="${cut(value)}" of <${name}>`;
    if (!isPageAttribute(name, attribute, isDrawing) || !isSafeValue(element, attribute, value, isDrawing, allowed))
      return `${attribute}="${cut(value)}" of <${name}>`;
  }
  const attribute = (name: string) => attrs.find((one) => one.name === name)?.value;
  switch (isDrawing ? '' : name) {
    case 'script':
      if (attribute('src') !== undefined) return textOf(element).trim() === '' ? undefined : 'a script with a text';
      return data.has(attribute('type') ?? '') || allowed.scripts.has(textOf(element))
        ? undefined
        : `an unknown script${shown(textOf(element))}`;
    case 'link':
      return linkFault(attribute('rel') ?? '', attribute('href') ?? '', allowed);
    case 'meta':
      return metaFault(attribute, allowed);
    case 'noscript':
      // Only a text that stands for the same elements when it is read alone is read alike in both ways.
      return serialize(parseFragment(textOf(element), { scriptingEnabled: false })) === textOf(element)
        ? undefined
        : `<noscript>${shown(textOf(element))}`;
    default:
      return undefined;
  }
}

function linkFault(relation: string, address: string, { site }: Allowed): string | undefined {
  if (!relations.has(relation) && !isFarRelation(relation)) return `rel="${cut(relation)}" of <link>`;
  if (!/^(?:stylesheet|modulepreload)$/.test(relation)) return undefined;
  const isMade =
    isBelow(new URL('_astro/', site).href, address, site) ||
    URL.parse(address, site)?.href === new URL('map.css', site).href;
  return isMade ? undefined : `href="${cut(address)}" of <link>`;
}

function metaFault(attribute: (name: string) => string | undefined, { site }: Allowed): string | undefined {
  const [name, action, content = ''] = [attribute('name'), attribute('http-equiv'), attribute('content')];
  const about = name ?? attribute('property');
  if (about !== undefined && !metaNames.test(about) && !tellingNames.test(about))
    return `name="${cut(about)}" of <meta>`;
  if (action === undefined) return undefined;
  // Pages that have moved lead on to another page of the site.
  const [, to] = /^0;url=(\S+)$/.exec(content) ?? [];
  return action === 'refresh' && to !== undefined && isBelow(site, to, site)
    ? undefined
    : `http-equiv="${cut(action)}" content="${cut(content)}" of <meta>`;
}

function isSafeValue(
  { tagName: element, attrs }: Tree.Element,
  attribute: string,
  value: string,
  isDrawing: boolean,
  { site, languages }: Allowed,
): boolean {
  const { origin } = new URL(site);
  switch (attribute) {
    case 'href':
      if (element === 'link' && isFarRelation(attrs.find((one) => one.name === 'rel')?.value ?? ''))
        return /^(?:https|mailto):$/.test(URL.parse(value)?.protocol ?? '') || isBelow(`${origin}/`, value, site);
      if (element !== 'link') return /^(?:https?|mailto|tel):$/.test(URL.parse(value, site)?.protocol ?? '');
      return isBelow(`${origin}/`, value, site);
    case 'data-bundle':
      // The search runs what lies there.
      return URL.parse(value, site)?.href === new URL('pagefind/', site).href;
    // From here scripts load data, and put parts of it into the page as HTML.
    case 'data-base':
      return URL.parse(value, site)?.href === site;
    case 'data-root':
      return [site, ...languages].includes(URL.parse(value, site)?.href ?? '');
    case 'data-lesson':
      return /^[\w-]+$/.test(value);
    case 'cite':
      return /^https?:$/.test(URL.parse(value, site)?.protocol ?? '');
    case 'src':
      return isBelow(element === 'script' ? new URL('_astro/', site).href : `${origin}/`, value, site);
    case 'poster':
      return isBelow(`${origin}/`, value, site);
    case 'srcset':
      return value.split(',').every((one) => isBelow(`${origin}/`, one.trim().split(/\s/)[0]!, site));
    case 'type':
      return element !== 'input' || inputTypes.has(value.toLowerCase());
    default:
      // In drawings, a color or a marker can be an address.
      return !isDrawing || !/url\((?!#)|[\\]/i.test(value);
  }
}

/** Whether an address, as browsers read it, begins as another one. */
const isBelow = (start: string, address: string, site: string): boolean =>
  URL.parse(address, site)?.href.startsWith(start) ?? false;

const cut = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};
const shown = (text: string) => (text.trim() === '' ? '' : `: ${cut(text)}`);
