/** What of the progress stands in `localStorage`: a copy for painting, and the place where the reader left. */
import type { Shown } from './reading.ts';

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

/** Keeps a value, or forgets it. Where the browser refuses, pages read the record instead. */
export function writeKept(key: string, value: Shown | Place | Pending[] | string[] | undefined): void {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // The record itself is elsewhere.
  }
}
