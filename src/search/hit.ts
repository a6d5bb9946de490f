import type { Kind } from './page-sections.ts';

/** A section that has what was asked for. */
export interface Hit {
  url: string;
  /** Heading of the section. */
  title: string;
  /** Title of the page the section is on; absent when the hit is the page itself. */
  page?: string;
  level?: string;
  /** Place of the page among the phases, from 1. */
  position?: number;
  kind: Kind;
  /** A sentence or two. */
  excerpt: string;
}
