/** Finds the pages whose addresses are most like one that does not exist. */

export interface NamedAddress {
  /** Path with base path, `/roadmap/phases/caching/`. */
  path: string;
  title: string;
}

/**
 * Addresses are compared by the parts of their words that they share, so a page that moved to another folder, a word
 * left out and a slip of the finger are all found.
 *
 * `/phase/cacheing` → `/phases/caching/` first
 *
 * @returns at most `count` pages, the nearest first; none that has little in common with the address
 */
export function nearestPages(path: string, pages: readonly NamedAddress[], count = 3): NamedAddress[] {
  const wanted = grams(lastName(path));
  const seen = new Set<string>();
  return pages
    .filter((page) => !seen.has(page.path) && seen.add(page.path))
    .map((page) => ({ page, likeness: likeness(wanted, grams(lastName(page.path))) }))
    .filter((one) => one.likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map((one) => one.page);
}

/** `/roadmap/phases/caching/index.html` → `caching` */
function lastName(path: string): string {
  const names = decoded(path)
    .toLowerCase()
    .replace(/(?:\/index)?\.(?:html?|md|php)$/, '')
    .split('/')
    .filter(Boolean);
  return names.at(-1) ?? '';
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Pairs of neighboring letters, those at the ends of words included. */
function grams(name: string): Set<string> {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return new Set(words.flatMap((word) => [...` ${word} `].map((letter, at, all) => letter + (all[at + 1] ?? ''))));
}

/** Dice’s coefficient: 1 for the same, 0 for nothing in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
