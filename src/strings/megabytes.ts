import type { Translator } from './translator.ts';

/**
 * Bytes as a reader sees them: `5.7 MB`, small ones in kB.
 *
 * @param least bytes from which they are told in MB
 */
export const megabytes = (t: Translator, bytes: number, least = 1_000_000): string =>
  bytes < least
    ? t.number(Math.max(1, Math.round(bytes / 1000)), { style: 'unit', unit: 'kilobyte' })
    : t.number(bytes / 1_000_000, {
        style: 'unit',
        unit: 'megabyte',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
