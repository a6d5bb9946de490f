/** The order of lists in a language. */
import type { PlacedTerm } from './model.ts';

/** Order of entries in a language by one of their texts. */
export const byText = <Key extends string>(tag: string, key: Key) => {
  const { compare } = new Intl.Collator(tag, { sensitivity: 'base', ignorePunctuation: true });
  return (a: Record<Key, string>, b: Record<Key, string>) => compare(a[key], b[key]);
};

/** Order of the glossary in a language. */
export const byName = (tag: string) => {
  const { compare } = new Intl.Collator(tag, { sensitivity: 'base' });
  return (a: PlacedTerm, b: PlacedTerm) => compare(a.term, b.term);
};
