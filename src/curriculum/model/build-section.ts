/** The section of a lesson with its build task: what to make with what was learned. */
import type { Lesson } from './model.ts';
import type { SiteSettings } from '../schema/schema.ts';

/** Anchor and title of the section; nothing where the site names none or the lesson has none. */
export function buildSectionOf(
  { headings }: Pick<Lesson, 'headings'>,
  { buildSection }: Pick<SiteSettings, 'buildSection'>,
): { id: string; title: string } | undefined {
  const heading = headings.find(({ id, depth }) => depth === 2 && id === buildSection);
  return heading && { id: heading.id, title: heading.text };
}
