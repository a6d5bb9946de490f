/**
 * Cuts the fonts of the site out of those that npm brings: only the weights that the site uses, in four files a face by
 * how often their letters are needed. Pages load the first; the browser asks for another where a page has a letter of it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { withoutReservedName } from './reserved-name.ts';

const require = createRequire(import.meta.url);

/** A face of the site, and where it comes from. */
interface Cut {
  /** What the names of its files start with. */
  name: string;
  /** Its family in style sheets. */
  family: string;
  style: 'normal' | 'italic';
  package: string;
  /** A file of the package, with `%` for `latin` or `latin-ext`. */
  file: string;
  /** The weight that is kept, or the first and the last of a range. */
  weight: number | readonly [number, number];
  /** OpenType features that are kept. */
  features: string[];
}

/** What every text needs: kerning, ligatures, and the forms of letters with marks. */
const ofTexts = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk'];

const cuts: readonly Cut[] = [
  {
    name: 'figtree',
    family: 'Figtree Variable',
    style: 'normal',
    package: '@fontsource-variable/figtree',
    file: 'figtree-%-wght-normal.woff2',
    weight: [400, 700],
    // With figures of one width for columns of numbers.
    features: [...ofTexts, 'tnum'],
  },
  {
    name: 'serif',
    family: 'Lesson Serif',
    style: 'normal',
    package: '@fontsource-variable/source-serif-4',
    file: 'source-serif-4-%-wght-normal.woff2',
    weight: 400,
    features: ofTexts,
  },
  {
    name: 'serif-italic',
    family: 'Lesson Serif',
    style: 'italic',
    package: '@fontsource-variable/source-serif-4',
    file: 'source-serif-4-%-wght-italic.woff2',
    weight: 400,
    features: ofTexts,
  },
  {
    name: 'code',
    family: 'Lesson Code',
    style: 'normal',
    package: '@fontsource/source-code-pro',
    file: 'source-code-pro-%-400-normal.woff2',
    weight: 400,
    features: ['ccmp', 'locl', 'mark', 'mkmk'],
  },
];

/**
 * What nearly every page in English has: ASCII, a space that holds, typographic quotes and dashes, the commonest signs
 * (¹ ² ³ · × … → −), and the letters of names that are met most (é ü).
 */
const everyday =
  'U+0020-007E,U+00A0,U+00B2-00B3,U+00B7,U+00B9,U+00D7,U+00E9,U+00FC,' +
  'U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+2192,U+2212';

/** Further letters of the languages of Europe, which names in a text have (ă č ł ő ş ž); all others are of few languages. */
const ofNames = 'U+0100-017F,U+0218-021B';

/** Files of each face, and the letters they hold. Of two that say to have a letter, the browser takes the later one. */
const parts: readonly { suffix: string; from: 'latin' | 'latin-ext'; letters(ranges: Ranges): Set<number> }[] = [
  {
    suffix: '-latin-more',
    from: 'latin-ext',
    letters: (ranges) => lettersOf(ranges['latin-ext']).difference(lettersOf(ofNames)),
  },
  {
    suffix: '-latin-ext',
    from: 'latin-ext',
    letters: (ranges) => lettersOf(ranges['latin-ext']).intersection(lettersOf(ofNames)),
  },
  {
    suffix: '-latin',
    from: 'latin',
    // No browser draws control characters and hyphens that may be, but asks for the file that says to have them.
    letters: ({ latin }) => lettersOf(latin).difference(lettersOf(`U+0000-001F,U+007F-009F,U+00AD,${everyday}`)),
  },
  { suffix: '', from: 'latin', letters: () => lettersOf(everyday) },
];

/** `unicode.json` of a package: file → its letters, as style sheets have them. */
type Ranges = Record<'latin' | 'latin-ext', string>;

/** @returns name → content of each file that is made: the fonts, and a style sheet with their faces */
export async function makeFonts(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const faces: string[] = [];
  for (const cut of cuts) {
    const folder = path.dirname(require.resolve(`${cut.package}/package.json`));
    const ranges = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Ranges;
    for (const { suffix, from, letters } of parts) {
      const file = `${cut.name}${suffix}.woff2`;
      const kept = letters(ranges);
      const font = await subsetFont(
        readFileSync(path.join(folder, 'files', cut.file.replace('%', from))),
        String.fromCodePoint(...kept),
        {
          targetFormat: 'sfnt',
          noHinting: true,
          keepFeatures: [...cut.features],
          // The address of the license, beside the copyright, which is kept always.
          preserveNameIds: [14],
          ...(cut.package.includes('variable') && { variationAxes: { wght: axisOf(cut.weight) } }),
        },
      );
      files.set(file, await convert(withoutReservedName(font), 'woff2'));
      faces.push(faceOf(cut, file, rangeOf(kept)));
    }
  }
  return files.set('faces.css', Buffer.from(`${header}\n${faces.join('\n')}\n`));
}

const axisOf = (weight: Cut['weight']) => (typeof weight === 'number' ? weight : { min: weight[0], max: weight[1] });

/** `U+0041-0043,U+00DF` → 0x41, 0x42, 0x43, 0xDF */
const lettersOf = (range: string): Set<number> =>
  new Set(
    range.split(',').flatMap((part) => {
      const [first = 0, last = first] = part
        .replace('U+', '')
        .split('-')
        .map((code) => parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );

/** 0x41, 0x42, 0x43, 0xDF → `U+41-43, U+DF` */
function rangeOf(letters: ReadonlySet<number>): string {
  const runs: [number, number][] = [];
  for (const code of [...letters].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return runs.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(', ');
}

const header = `/*
 * Made by \`node scripts/fonts/index.ts\`. \`optional\`: a page never jumps when a font arrives late; a reader on a slow line
 * sees the fallback once and the font from the next page on.
 */`;

const faceOf = ({ family, style, weight }: Cut, file: string, range: string) => `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${typeof weight === 'number' ? weight : weight.join(' ')};
  font-display: optional;
  src: url('./${file}') format('woff2');
  unicode-range: ${range};
}`;
