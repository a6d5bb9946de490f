/** Breaks titles into lines and knows how wide they are, without a browser. */

/** Advance widths of the interface font in weight 600, in em, by kind of letter; on the safe side. */
const widths: [RegExp, number][] = [
  [/[ilj.,:;'’|!]/, 0.29],
  [/[ frtI()[\]/-]/, 0.39],
  [/[mwMW@%]/, 0.88],
  [/[A-Z&#]/, 0.7],
  [/[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/, 1],
];

/** Width of a text in px, on the safe side. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.58), 0) * size;

/** Breaks a title into lines of at most `width` px, at spaces; a longer word has a line of its own. */
export function titleLines(title: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
