/**
 * Shortens the classes by which Astro keeps the styles of a component to its elements, and takes them off the elements
 * that no rule asks about: Astro gives them to every element of a component, and few have a rule.
 */
import { compounds, neededWords, splitList } from './selectors.ts';
import { mapAttribute, mapTags } from './tags.ts';

/** Class of a component → its short name, and what else is asked of elements that have it, each time by words (`p`, `.card`). */
export type Scopes = ReadonlyMap<string, { name: string; asked: readonly (readonly string[])[] }>;

const scopes = /\.(astro-[a-z0-9]{8})(?![\w-])/g;
const isScope = (name: string): boolean => /^astro-[a-z0-9]{8}$/.test(name);

/**
 * Reads a style sheet.
 *
 * @param byScript classes that scripts may give to elements later
 */
export function scopesOf(css: string, byScript: ReadonlySet<string>): Scopes {
  const asked = new Map<string, string[][]>();
  for (const [, header = ''] of css.matchAll(/([^{};]*\.astro-[^{};]*)\{/g))
    for (const compound of splitList(header).flatMap(compounds)) {
      const words = neededWords(compound);
      for (const [, own = ''] of compound.matchAll(scopes)) {
        // In brackets after `:not` and the like it may stand for others than the element itself.
        const others = words.includes(`.${own}`)
          ? words.filter((word) => !isScope(word.slice(1)) && !word.startsWith('#') && !byScript.has(word.slice(1)))
          : [];
        asked.set(own, [...(asked.get(own) ?? []), others]);
      }
    }
  const taken = new Set<string>();
  return new Map(
    [...asked.keys()].toSorted().map((own) => {
      // Two letters of the name that Astro made of the component, so that others stay as they are when one comes.
      const letters = own.slice('astro-'.length);
      let length = 2;
      while (taken.has(letters.slice(0, length))) length++;
      taken.add(letters.slice(0, length));
      return [own, { name: `_${letters.slice(0, length)}`, asked: asked.get(own)! }];
    }),
  );
}

/** `p:where(.astro-abcdefgh)` → `p:where(._ab)` */
export const withShortScopes = (css: string, known: Scopes): string =>
  css.replace(scopes, (all, own: string) => (known.has(own) ? `.${known.get(own)!.name}` : all));

/** `<p class="note astro-abcdefgh"><b class="astro-abcdefgh">` → `<p class="note _ab"><b>`, where no rule is for `b` */
export const withFewScopes = (html: string, known: Scopes): string =>
  mapTags(html, (tag) => {
    if (tag.text !== undefined || !tag.source.includes('astro-')) return tag.source;
    const classes = tag.attributes.get('class')?.split(/\s+/) ?? [];
    if (!classes.some(isScope)) return tag.source;
    const words = new Set([tag.name, ...classes.map((name) => `.${name}`)]);
    const left = classes.flatMap((name) => {
      if (!isScope(name)) return [name];
      const scope = known.get(name);
      return scope?.asked.some((some) => some.every((word) => words.has(word))) ? [scope.name] : [];
    });
    // Starlight writes the classes of some links twice, of which browsers read the first ones.
    let next = left.length > 0 ? `class="${left.join(' ')}"` : gone;
    const changed = mapAttribute(tag.source, 'class', () => {
      const own = next;
      next = gone;
      return own;
    });
    return changed.replace(withSpace, '');
  });

/** Stands for an attribute that is left out; no page has this sign. */
const gone = '\0';
const withSpace = new RegExp(`\\s*${gone}`, 'g');
