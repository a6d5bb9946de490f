/**
 * Walks through the tags of a page that the build has made. It knows what generated HTML has and no more: a page that is
 * wrong on purpose can hide a tag from it, but not from `src/security/page-faults.ts`, which reads it as browsers do.
 */
import { parseEntities } from 'parse-entities';

export interface Tag {
  /** In lower case. */
  name: string;
  /** Names in lower case → values; an attribute without a value has the empty one. Read when asked for. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands in an element that holds text only, such as a script. */
  text?: string;
  /** The tag as it is written; with its text and its end, where it has a text. */
  source: string;
}

const inTag = `(?:[^>"']|"[^"]*"|'[^']*')*`;
const tags = new RegExp(
  // Comments end as browsers end them, which is not how they should end: `<!-->`, `<!--->` and `--!>` do it too.
  `<!--(?:-?>|[^]*?--!?>)|<(script|style|title|textarea)(?=[\\s/>])(${inTag})>([^]*?)</\\1\\s*>|<([a-z][^\\s/>]*)(${inTag})>`,
  'gi',
);
const attributes = /([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/**
 * Writes a page again, tag by tag. Comments and ends of elements stay.
 *
 * @param change what a tag becomes
 */
export function mapTags(html: string, change: (tag: Tag) => string): string {
  return html.replace(
    tags,
    (source: string, textName?: string, textAttributes?: string, text?: string, name?: string, rest?: string) => {
      const found = textName ?? name;
      if (found === undefined) return source;
      const raw = textAttributes ?? rest ?? '';
      return change({
        name: found.toLowerCase(),
        get attributes() {
          return readAttributes(raw);
        },
        ...(textName !== undefined && { text }),
        source,
      });
    },
  );
}

/** Writes a page again with its texts changed: what stands between tags, and not in an element that holds text only. */
export function mapTexts(html: string, change: (text: string) => string): string {
  let changed = '';
  let at = 0;
  for (const { index, 0: tag } of html.matchAll(tags)) {
    changed += change(html.slice(at, index)) + tag;
    at = index + tag.length;
  }
  return changed + change(html.slice(at));
}

/**
 * Writes a tag with one attribute changed.
 *
 * @param change what stands in the place of the attribute
 */
export const mapAttribute = (source: string, name: string, change: (value: string) => string): string =>
  source.replace(attributes, (all: string, found: string, value = '') =>
    found.toLowerCase() === name ? change(valueOf(value as string)) : all,
  );

const valueOf = (written: string) => parseEntities(written.replace(/^(["'])([^]*)\1$/, '$2'));

/** Of an attribute that is written twice the first one counts, as in a browser. */
function readAttributes(source: string): Map<string, string> {
  const all = [...source.matchAll(attributes)].map(
    ([, name, value = '']) => [name!.toLowerCase(), valueOf(value)] as const,
  );
  return new Map(all.toReversed());
}
