/** What of the progress stands in `localStorage`: a copy for painting, and the place where the reader left. */
import type { Shown } from '../record/reading.ts';

/** Names hold the base path, because several roadmaps may share a host. */
export const shownKey = (base: string): string => `progress ${base} shown`;
export const placeKey = (base: string): string => `progress ${base} place`;

export const pendingKey = (base: string): string => `progress ${base} pending`;

/** A mark that was made where what keeps it could not be loaded, without a network. */
export interface Pending {
  id: string;
  state: string;
  revision: number;
}

/** Where the reader left: address below the base path, what it is called, and when. */
export interface Place {
  path: string;
  title: string;
  time: number;
}

/** Reads a value; nothing where there is none, where it is damaged, and where the browser keeps nothing. */
export function readKept<Kept>(key: string): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key)!) as Kept) ?? undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const areObjects = (...values: unknown[]) => values.every(isObject);

/**
 * The copy for painting; nothing where it has another shape, so that no page stumbles over what something else of the
 * host wrote there. It is made anew from the record.
 */
export function readShown(base: string): Shown | undefined {
  const shown = readKept<Shown>(shownKey(base));
  const { lessons, projects, stages, tracks, all } = isObject(shown) ? shown : ({} as Partial<Shown>);
  return areObjects(lessons, projects, stages, tracks, all) &&
    Object.values(lessons!).every((lesson) => isObject(lesson) && areObjects(lesson.topics, lesson.extent)) &&
    [all, ...Object.values({ ...stages, ...tracks })].every(Array.isArray)
    ? shown
    : undefined;
}

/** The marks that wait to be kept. */
export function readPending(base: string): Pending[] {
  const kept = readKept<Pending[]>(pendingKey(base));
  return Array.isArray(kept)
    ? kept.filter(
        (one) =>
          typeof one?.id === 'string' && typeof one.state === 'string' && Number.isSafeInteger(one.revision ?? 1),
      )
    : [];
}

/**
 * The place where the reader left; nothing where it leads out of this site, because it may come with a link or file of
 * somebody else.
 */
export function readPlace(base: string, value: unknown = readKept(placeKey(base))): Place | undefined {
  const { path, title } = (value ?? {}) as Place;
  if (typeof path !== 'string' || typeof title !== 'string') return undefined;
  try {
    const { origin, pathname } = new URL(base + path, location.href);
    return origin === location.origin && pathname.startsWith(base) ? (value as Place) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or forgets it. Where the browser refuses, pages read the record instead. */
export function writeKept(key: string, value: Shown | Place | Pending[] | string[] | undefined): void {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // The record itself is elsewhere.
  }
}
