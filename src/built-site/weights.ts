/**
 * How many bytes a first visit may load, by kind, as `npm start` sends them (brotli, without headers), and what opening
 * the search and asking it adds. The pages are those of the small roadmap, whose content changes with the generator only,
 * so that the limits hold in every fork. Who needs more raises a limit here and says in the commit what readers get for it.
 */

/** What a file is counted as. */
export type Kind = 'html' | 'styles' | 'script' | 'fonts' | 'data';

export const kilobyte = 1024;

/** Page → kind → bytes. */
export const limits: Record<string, Record<Kind, number>> = {
  home: { html: 7_700, styles: 22_000, script: 7_200, fonts: 22_500, data: 0 },
  lesson: { html: 9_400, styles: 20_000, script: 15_500, fonts: 41_000, data: 800 },
  map: { html: 8_500, styles: 22_000, script: 14_700, fonts: 22_500, data: 1_800 },
  search: { html: 0, styles: 0, script: 15_600, fonts: 0, data: 6_000 },
};

/** Fonts of a page, whatever it shows, in the letters of English; and those of them that are asked for before the first paint. */
export const fontLimits = { all: 40 * kilobyte, early: 24 * kilobyte };
