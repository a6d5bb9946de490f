/** The switch that wraps code, where a window can be too narrow for its longest line. */

/** Longest lines, in characters, that the narrowest phone and the widest window show whole. */
const fitsPhone = 38;
const fitsWindow = 108;

/** Sizes of code, in rem (tokens.css), and the windows that have the second one. */
const codeSize = 0.9;
const middle = { windows: '(min-width: 72rem) and (max-width: 84rem)', codeSize: 0.875 };

/** Width, in rem, that so many characters take with what stands before them and the border. */
const roomFor = (characters: number, size: number) => Number((characters * 0.6 * size + 1.2).toFixed(2));

/** Rules that hide the switch where its block has room for the longest line: `.upto-60` for one of 60 characters. */
export function wrapButtonRules(): string {
  const rules = (size: number) =>
    Array.from(
      { length: fitsWindow - fitsPhone },
      (_, index) =>
        `@container code (min-width: ${roomFor(fitsPhone + index + 1, size)}rem){.upto-${fitsPhone + index + 1}{display:none}}`,
    ).join('');
  return `${rules(codeSize)}@media ${middle.windows}{${rules(middle.codeSize)}}`;
}

/** Classes of the switch of a code; undefined where every window shows its lines whole. */
export function wrapButtonClasses(code: string): string[] | undefined {
  const longest = Math.max(...code.split('\n').map(columnsOf));
  if (longest <= fitsPhone) return undefined;
  return ['wrap-lines', ...(longest <= fitsWindow ? [`upto-${longest}`] : [])];
}

/** Columns that a line takes: signs of Chinese, Japanese and Korean take two. */
const columnsOf = (line: string): number =>
  line.length + (line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/g)?.length ?? 0);
