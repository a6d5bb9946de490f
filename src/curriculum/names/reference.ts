/** References to what teaches something: `slug` is a phase or supplement, `slug#topic` a section of it. */
import { nearest } from '../problems/nearest.ts';

/** What a reference needs to know of a lesson. */
export interface ReferenceTarget {
  slug: string;
  title: string;
  /** Path of the page from the root of the site without base. */
  path: string;
  /** Sections a reference may name. */
  sections: readonly { id: string; text: string }[];
}

export interface Reference {
  lesson: string;
  topic?: string;
  /** Title of the section, or of the lesson. */
  title: string;
  /** Path from the root of the site without base. */
  path: string;
}

/**
 * Resolves a reference.
 *
 * @param lessons targets by slug
 * @param from slug of the lesson the reference stands in; there `topic` alone names a section of the same lesson
 * @returns what it leads to, or the nearest reference that leads somewhere
 */
export function resolveReference(
  reference: string,
  lessons: ReadonlyMap<string, ReferenceTarget>,
  from?: string,
): Reference | { near: string | undefined } {
  const [name, topic] = reference.split('#') as [string, string?];
  const own = from === undefined ? undefined : lessons.get(from);
  if (own && topic === undefined && !lessons.has(name) && own.sections.some((one) => one.id === name))
    return resolveReference(`${from}#${name}`, lessons);
  const lesson = lessons.get(name === '' && from ? from : name);
  if (!lesson) {
    const slug = nearest(name, lessons.keys());
    const kept = topic !== undefined && lessons.get(slug ?? '')?.sections.some((one) => one.id === topic);
    return { near: slug && (kept ? `${slug}#${topic}` : slug) };
  }
  if (topic === undefined) return { lesson: lesson.slug, title: lesson.title, path: lesson.path };
  const section = lesson.sections.find((one) => one.id === topic);
  if (!section) {
    const near = nearest(
      topic,
      lesson.sections.map((one) => one.id),
    );
    return { near: near && `${lesson.slug}#${near}` };
  }
  return { lesson: lesson.slug, topic, title: section.text, path: `${lesson.path}#${topic}` };
}

export const isReference = (result: Reference | { near: string | undefined }): result is Reference => 'path' in result;
