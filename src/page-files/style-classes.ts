/**
 * Turns style attributes into classes. Expressive Code and Starlight write the same few values tens of thousands of
 * times (colors of tokens, sizes of icons); as classes they weigh less, and the policy can refuse style attributes.
 */
import { createHash } from 'node:crypto';
import { withPlainCode } from './plain-code.ts';
import { mapAttribute, mapTags } from './tags.ts';

/** What the names of the classes start with; Expressive Code’s own style sheet is made to look for it. */
const prefix = 's-';

/** Values for style sheets, and columns of tables; none can end its rule, cover the page, or load a file. */
const declarations =
  /^(?:\s*(?:--[\w-]+\s*:(?:[\w\s#%.,+*-]|(?:var|calc|rgb|hsl|oklch)\(|\))*|text-align:\s*(?:left|center|right))(?:;|$))+\s*$/;

/** Declarations → class. */
export type StyleClasses = Map<string, string>;

/**
 * Puts classes in the place of style attributes.
 *
 * `<span style="--0:#fff">` → `<span class="s-4k2p">`
 *
 * @param classes gets what is found
 * @throws when an attribute declares more than values of custom properties
 */
export function withStyleClasses(html: string, classes: StyleClasses): string {
  if (!html.includes('style=')) return html;
  return mapTags(html, (tag) => {
    if (tag.text !== undefined || !tag.source.includes('style=')) return tag.source;
    const style = tag.attributes.get('style');
    if (style === undefined) return tag.source;
    if (!declarations.test(style))
      throw new Error(`A style attribute has more than values such as --a:#fff: ${style}. Use a class in its place.`);
    const name = classOf(style, classes);
    const attribute = (classes: string) => `class="${classes.replaceAll('"', '&quot;')}"`;
    const own = tag.attributes.has('class');
    const withName = own ? mapAttribute(tag.source, 'class', (classes) => attribute(`${classes} ${name}`)) : tag.source;
    return mapAttribute(withName, 'style', () => (own ? '' : attribute(name))).replace(/\s+(\/?>)$/, '$1');
  });
}

/**
 * Does the same in the HTML that stands in a file of JSON, whose code is made plain first (plain-code.ts).
 *
 * @param fields names of the fields that are HTML; all others are text
 */
export const withStyleClassesIn = (json: string, fields: ReadonlySet<string>, classes: StyleClasses): string =>
  JSON.stringify(
    JSON.parse(json, (key, value: unknown) =>
      typeof value === 'string' && fields.has(key) ? withStyleClasses(withPlainCode(value), classes) : value,
    ),
  );

/** The class of a style attribute. @throws when another one has the same name */
export function classOf(style: string, classes: StyleClasses): string {
  const known = classes.get(style);
  if (known !== undefined) return known;
  const number = createHash('sha256').update(style).digest().readUInt32BE();
  const name = prefix + number.toString(36).slice(-4);
  for (const [other, taken] of classes)
    if (taken === name)
      throw new Error(`Two styles share the class ${name}: ${other} and ${style}. Lengthen the names.`);
  classes.set(style, name);
  return name;
}

/** Rules for the classes, in an order that does not depend on that of the pages. */
export const styleRules = (classes: StyleClasses): string =>
  [...classes]
    .map(([style, name]) => `.${name}{${style.trim().replace(/;$/, '')}}`)
    .sort()
    .join('');

/**
 * Lets a style sheet that looks for style attributes look for the classes.
 *
 * `span[style^='--']:not([class])` → `span[class^='s-']`
 *
 * @throws when it looks for them in a way that is not known here
 */
export function forStyleClasses(css: string): string {
  const changed = css.replace(/\[style\^=(["']?)--\1\](?::not\(\[class\]\))?/g, `[class^='${prefix}']`);
  const [left] = /[^{}]*\[style[^{}]*/.exec(changed) ?? [];
  if (left !== undefined)
    throw new Error(
      `A style sheet looks for style attributes, which are made classes (src/page-files/style-classes.ts): ${left}. After an update of Expressive Code, let \`forStyleClasses\` know the new form.`,
    );
  return changed;
}
