/** What the hits are narrowed by. */
export type Filter = 'kind' | 'level' | 'phase' | 'track';

/** What is searched for: the words and the chosen filters. */
export type Search = { q: string } & Partial<Record<Filter, string>>;
