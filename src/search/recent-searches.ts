/**
 * The last searches, kept on this device under one key as a JSON array of strings, newest first; and the one of this
 * session, which stands in the dialog when it is opened again. Where storage is refused, search works without.
 */
import type { Search } from './filters.ts';

const key = 'roadmap:recent-searches';
const most = 6;

/** The last searches; none when storage is refused or holds something else. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a search first; refused storage is no error. */
export function rememberSearch(query: string): void {
  const next = [query, ...recentSearches().filter((one) => one !== query)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Private windows may refuse; search works without.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

const sessionKey = 'search';

/** What was searched for last in this session, where it had words. */
export function lastSearch(): Search | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(sessionKey) ?? 'null') as Partial<Search> | null;
    return typeof kept?.q === 'string' && kept.q ? (kept as Search) : undefined;
  } catch {
    return undefined;
  }
}

export function keepLastSearch(search: Search): void {
  try {
    sessionStorage.setItem(sessionKey, JSON.stringify(search));
  } catch {
    // As above.
  }
}
