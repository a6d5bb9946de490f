/** Makes what Pagefind indexes: one small HTML document for each kind of text of a page. */
import { escapeHtml } from '../markdown/escape-html.ts';
import { kinds, type IndexablePage, type Kind, type PageSection } from './page-sections.ts';

/** What is known of a page beside its text. */
export interface PageFacts {
  /** Kind of its prose. */
  prose: Extract<Kind, 'lesson' | 'project' | 'glossary' | 'track' | 'guide'>;
  /** Name of the level, and of the tracks that lead through it. */
  level?: string;
  tracks: string[];
  /** Place among the phases, from 1. */
  position?: number;
  tags?: readonly string[];
  /** Whether the page is offered as a filter. */
  isLesson: boolean;
  /** Names and acronyms that each section covers, by its anchor. */
  covers: ReadonlyMap<string, readonly string[]>;
}

export interface SearchRecord {
  kind: Kind;
  /** What it can be narrowed by, with the values. */
  filters: (readonly [filter: string, value: string])[];
  html: string;
}

/** Makes the records of a page. */
export function searchRecords(page: IndexablePage, facts: PageFacts): SearchRecord[] {
  return kinds.flatMap((kind) => {
    const shown = kind === 'lesson' ? facts.prose : kind;
    const sections = page.sections[kind];
    if (!sections?.length) return [];
    const filters = [
      ['kind', shown] as const,
      ...(facts.level ? [['level', facts.level] as const] : []),
      ...(facts.isLesson ? [['phase', page.title] as const] : []),
      ...facts.tracks.map((track) => ['track', track] as const),
    ];
    const marks = filters.map(
      ([name, value]) => `<span data-pagefind-filter="${escapeHtml(`${name}:${value}`)}"></span>`,
    );
    const body = sections.map((section, index) => sectionHtml(section, index === 0));
    const html =
      `<!doctype html><html lang="${page.language}"><head><title>${escapeHtml(page.title)}</title></head>` +
      `<body data-pagefind-body><span data-pagefind-meta="title">${escapeHtml(page.title)}</span>` +
      `<span data-pagefind-meta="kind:${shown}"></span>` +
      `${facts.level ? `<span data-pagefind-meta="level:${escapeHtml(facts.level)}"></span>` : ''}` +
      `${facts.position ? `<span data-pagefind-meta="position:${facts.position}"></span>` : ''}` +
      `${marks.join('')}${body.join('')}</body></html>`;
    return [{ kind: shown, filters, html }];
  });
}

function sectionHtml({ id, heading, level, text }: PageSection, first: boolean): string {
  // What stands before the first heading belongs to the page itself.
  const title =
    id === '' && !first ? '' : `<h${level}${id ? ` id="${escapeHtml(id)}"` : ''}>${escapeHtml(heading)}</h${level}>`;
  return `${title}<p>${escapeHtml(text)}</p>`;
}
