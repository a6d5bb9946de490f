/** Colors of authors as numbers: read, mixed, and made lighter or darker without another hue. */
import { contrast } from '../curriculum/schema/contrast.ts';

/** Shares of red, green and blue, each from 0 to 255, and of what covers the ground, from 0 to 1. */
type Channels = [red: number, green: number, blue: number, alpha: number];

/**
 * Reads a color.
 *
 * @param text `#rgb`, `#rrggbb`, either with alpha, `rgb(…)` or `rgba(…)`
 * @returns `undefined` for anything else
 */
function channelsOf(text: string): Channels | undefined {
  const digits = /^#([\da-f]{3,8})$/i.exec(text)?.[1];
  if (digits && [3, 4, 6, 8].includes(digits.length)) {
    const parts = digits.length < 6 ? [...digits].map((one) => one + one) : digits.match(/../g)!;
    const [red, green, blue, alpha = 255] = parts.map((part) => parseInt(part, 16)) as Channels;
    return [red, green, blue, alpha / 255];
  }
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^()]*)\)$/i.exec(text)?.[1] ?? '')
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map((part) => (part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number(part)));
  return blue === undefined || Number.isNaN(red! + green! + blue) ? undefined : [red!, green!, blue, alpha];
}

const hexOf = (channels: readonly number[]) =>
  `#${channels
    .slice(0, 3)
    .map((one) =>
      Math.round(Math.min(255, Math.max(0, one)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Whether a text is a color that these functions read. */
export const isColor = (text: string): boolean => channelsOf(text) !== undefined;

/** What a color looks like on a ground, as `#rrggbb`. */
export function painted(color: string, opacity: number, ground: string): string {
  const [above, below] = [channelsOf(color)!, channelsOf(ground)!];
  const share = above[3] * opacity;
  return hexOf([0, 1, 2].map((at) => above[at]! * share + below[at]! * (1 - share)));
}

/** How much of its ground a color covers. */
export const coverOf = (color: string): number => channelsOf(color)![3];

/** The same hue with another lightness, from 0 to 1 as OKLCH counts it, and as much of its saturation as exists. */
export function withLightness(color: string, lightness: number, most = 0.4): string {
  const [, a, b] = toOklab(channelsOf(color)!);
  const scale = Math.min(1, most / (Math.hypot(a, b) || 1));
  for (let share = scale; share > 0.02; share *= 0.9) {
    const rgb = fromOklab([lightness, a * share, b * share]);
    if (rgb.every((one) => one >= -0.5 && one <= 255.5)) return hexOf(rgb);
  }
  return hexOf(fromOklab([lightness, 0, 0]));
}

/** Lightness of a color, from 0 to 1, as OKLCH counts it. */
export const lightnessOf = (color: string): number => toOklab(channelsOf(color)!)[0];

/**
 * The color itself where it can be read on a ground, else the nearest of its hue that can.
 *
 * @param least contrast it must have
 */
export function readableOn(color: string, ground: string, least: number): string {
  const start = painted(color, 1, ground);
  if (contrast(start, ground) >= least) return coverOf(color) < 1 ? color : start;
  const from = lightnessOf(start);
  for (let step = 0.02; step <= 1; step += 0.02)
    for (const lightness of [from - step, from + step]) {
      if (lightness < 0 || lightness > 1) continue;
      const other = withLightness(start, lightness);
      if (contrast(other, ground) >= least) return other;
    }
  return contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';
}

const toLinear = (one: number) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
const fromLinear = (one: number) =>
  255 * (one <= 0.0031308 ? one * 12.92 : 1.055 * Math.max(0, one) ** (1 / 2.4) - 0.055);

type Lab = [lightness: number, a: number, b: number];

/** @see https://bottosson.github.io/posts/oklab/ for the numbers */
function toOklab([red, green, blue]: Channels): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Lab): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(fromLinear);
}
