import type { Translator } from '../strings/translator.ts';

/** Bytes as a reader sees them: `5.7 MB`, small ones in kB. */
export const megabytes = (t: Translator, bytes: number): string =>
  bytes < 1_000_000
    ? t.number(Math.max(1, Math.round(bytes / 1000)), { style: 'unit', unit: 'kilobyte' })
    : t.number(bytes / 1_000_000, {
        style: 'unit',
        unit: 'megabyte',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
