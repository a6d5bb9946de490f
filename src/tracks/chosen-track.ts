/**
 * The track that the reader follows, kept on the device.
 *
 * Whoever else changes it (an imported record, another part of the page) calls `chooseTrack`; whoever shows it listens
 * for `roadmap:track` on `window`. Where storage is refused, the choice holds until the page is left.
 */

/** Sent on `window` after the choice has changed. */
export const trackEvent = 'roadmap:track';

const key = `roadmap:track:${import.meta.env.BASE_URL}`;
let unkept: string | undefined;

/** Slug of the chosen track. */
export function chosenTrack(): string | undefined {
  try {
    return localStorage.getItem(key) ?? unkept;
  } catch {
    return unkept;
  }
}

/** Chooses a track, or none. */
export function chooseTrack(slug: string | undefined): void {
  unkept = slug;
  try {
    if (slug === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, slug);
  } catch {
    // Storage is refused or full.
  }
  dispatchEvent(new Event(trackEvent));
}
