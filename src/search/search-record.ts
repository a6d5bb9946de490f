/** Makes what Pagefind indexes: one small HTML document for each kind of text of a page. */
import type { GlossaryTerm } from '../curriculum/schema.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { kinds, type IndexablePage, type Kind, type PageSection } from './page-sections.ts';

/** What is known of a page beside its text. */
export interface PageFacts {
  /** Kind of its prose. */
  prose: Extract<Kind, 'lesson' | 'project' | 'glossary' | 'guide'>;
  /** Name of the level, and of the tracks that lead through it. */
  level?: string;
  tracks: string[];
  /** Whether the page is offered as a filter. */
  isLesson: boolean;
  /** Names and acronyms that each section covers, by its anchor. */
  covers: ReadonlyMap<string, readonly string[]>;
}

export interface SearchRecord {
  kind: Kind;
  html: string;
}

/** Weights beside Pagefind’s own for headings (7 for h1 to 2 for h6), https://pagefind.app/docs/weighting/. */
const weights = { covers: 5, also: 6 };

/** Makes the records of a page. @param terms the glossary, whose names stand for each other */
export function searchRecords(page: IndexablePage, facts: PageFacts, terms: readonly GlossaryTerm[]): SearchRecord[] {
  return kinds.flatMap((kind) => {
    const shown = kind === 'lesson' ? facts.prose : kind;
    const sections = page.sections[kind];
    if (!sections?.length) return [];
    const filters = [
      `kind:${shown}`,
      ...(facts.level ? [`level:${facts.level}`] : []),
      ...(facts.isLesson ? [`phase:${page.title}`] : []),
      ...facts.tracks.map((track) => `track:${track}`),
    ].map((filter) => `<span data-pagefind-filter="${escapeHtml(filter)}"></span>`);
    const body = sections.map((section, index) =>
      sectionHtml(section, index === 0, kind === 'lesson' ? (facts.covers.get(section.id) ?? []) : [], terms),
    );
    const html =
      `<!doctype html><html lang="${page.language}"><head><title>${escapeHtml(page.title)}</title></head>` +
      `<body data-pagefind-body><span data-pagefind-meta="title">${escapeHtml(page.title)}</span>` +
      `<span data-pagefind-meta="kind:${shown}"></span>` +
      `${facts.level ? `<span data-pagefind-meta="level:${escapeHtml(facts.level)}"></span>` : ''}` +
      `${filters.join('')}${body.join('')}</body></html>`;
    return [{ kind: shown, html }];
  });
}

function sectionHtml(
  { id, heading, level, text }: PageSection,
  first: boolean,
  covers: readonly string[],
  terms: readonly GlossaryTerm[],
): string {
  // What stands before the first heading belongs to the page itself.
  const title =
    id === '' && !first ? '' : `<h${level}${id ? ` id="${escapeHtml(id)}"` : ''}>${escapeHtml(heading)}</h${level}>`;
  const names = covers.filter((name) => !heading.toLowerCase().includes(name.toLowerCase()));
  const also = otherNames([heading, ...covers], terms);
  return (
    title +
    `<p>${escapeHtml(text)}</p>` +
    (names.length > 0 ? `<p data-pagefind-weight="${weights.covers}">${escapeHtml(names.join(', '))}.</p>` : '') +
    (also.length > 0 ? `<p data-pagefind-weight="${weights.also}">${escapeHtml(also.join(', '))}.</p>` : '')
  );
}

/** Acronyms for long forms and long forms for acronyms: other names of the terms that are named here. */
export function otherNames(texts: readonly string[], terms: readonly GlossaryTerm[]): string[] {
  const all = ` ${texts.join(' · ').toLowerCase()} `;
  const has = (name: string) => {
    const at = all.indexOf(name.toLowerCase());
    return at > 0 && !/[\p{L}\p{N}]/u.test(all[at - 1]! + (all[at + name.length] ?? ' '));
  };
  return terms.flatMap(({ term, also }) => {
    const names = [term, ...also];
    return names.some(has) ? names.filter((name) => !has(name)) : [];
  });
}
