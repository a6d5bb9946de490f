/** When two answers are the same one. Runs in the build, where questions are checked, and in the browser, where they are graded. */

/** Lines without blanks at their ends and without empty lines before and after them. */
export const plainLines = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');

/** A short answer without what does not count: capitals, outer and repeated blanks, and quotes that editors bend. */
export const plainAnswer = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    // Dashes that phones make of hyphens, and marks that cannot be seen.
    .replace(/[‐‑–—]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Whether a number is right, with what computers lose of decimals: 0.1 + 0.2 is 0.3. */
export function isNear(answer: number, { value, tolerance }: { value: number; tolerance: number }): boolean {
  const lost = Math.max(Math.abs(value), Math.abs(answer)) * 1e-9;
  return Math.abs(answer - value) <= tolerance + lost;
}
