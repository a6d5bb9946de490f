/** The content security policy of a page: only files of the site, and those scripts in the page that are known. */
import { createHash } from 'node:crypto';
import { mapTags, type Tag } from '../page-files/tags.ts';

/** What may stand in pages. */
export interface Allowed {
  /** Texts of scripts (known-scripts.ts). */
  scripts: ReadonlySet<string>;
  /** Start of the addresses of the files that the build makes, `/base/_astro/`. */
  files: string;
}

/**
 * Adds a policy to a page as the first thing in its head that can load something.
 *
 * `'wasm-unsafe-eval'` is needed by Pagefind; nothing else is excepted, and styles come from files only.
 *
 * @param html a finished page
 * @returns the page with `<meta http-equiv="content-security-policy">`, and what stands in it that the policy refuses
 */
export function withPolicy(html: string, allowed: Allowed): { html: string; refused: string[] } {
  const refused: string[] = [];
  const known = new Set<string>();
  mapTags(html, (tag) => {
    const reason = whyRefused(tag, allowed);
    if (reason) refused.push(reason);
    else if (tag.name === 'script' && tag.text && allowed.scripts.has(tag.text)) known.add(digest(tag.text));
    return tag.source;
  });
  const policy = [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...known].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return { html: html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => `${charset}${meta}`), refused };
}

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Scripts of these kinds are data, which no browser runs. */
const data = new Set(['application/json', 'application/ld+json']);

/** Whether an address, as browsers read it, is of a file that the build makes. */
function isBelow(files: string, address: string): boolean {
  const site = 'https://site.example';
  const url = URL.parse(address, site);
  return url?.origin === site && url.pathname.startsWith(files);
}

function whyRefused({ name, attributes, text = '', source }: Tag, { scripts, files }: Allowed): string | undefined {
  if (name === 'style') return `a style sheet in the page: ${cut(text)}`;
  if (name === 'script') {
    const src = attributes.get('src');
    if (src !== undefined) return isBelow(files, src) ? undefined : `a script of another place: ${src}`;
    return data.has(attributes.get('type') ?? '') || scripts.has(text) ? undefined : `an unknown script: ${cut(text)}`;
  }
  // Most tags have none of these, and reading attributes takes time.
  if (!/[\s"'/](?:on\w+|style|srcdoc)\s*=|script:/i.test(source)) return undefined;
  for (const [attribute, value] of attributes) {
    if (/^on[a-z]/.test(attribute)) return `the handler ${attribute}="${cut(value)}" of <${name}>`;
    // A page within the page has the site's origin, and this step does not read what stands in it.
    if (attribute === 'srcdoc') return `a page within the page: ${cut(value)}`;
    if (attribute === 'style') return `style="${cut(value)}" of <${name}>`;
    if (
      /^(?:href|src|action|formaction|xlink:href)$/.test(attribute) &&
      /^(?:java|vb)script:/i.test(value.replace(/[\0-\x20]/g, ''))
    )
      return `the address ${cut(value)} of <${name}>`;
  }
  return undefined;
}

const cut = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};
