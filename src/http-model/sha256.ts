/** SHA-256 without waiting: `crypto.subtle` answers later, and only on pages that came over HTTPS. */

/** The first 32 bits of the fractional parts of roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const primes = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) => number > 1 && Array.from({ length: number }, (_, one) => one).every((one) => one < 2 || number % one),
);
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (value: number, by: number) => (value >>> by) | (value << (32 - by));

/** @returns 64 hexadecimal digits */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
  bytes.forEach((byte, at) => blocks.setUint8(at, byte));
  blocks.setUint8(bytes.length, 0x80);
  blocks.setUint32(blocks.byteLength - 4, bytes.length * 8);
  const hash = [...start];
  for (let from = 0; from < blocks.byteLength; from += 64) {
    const words = Array.from({ length: 16 }, (_, at) => blocks.getInt32(from + at * 4));
    let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
    for (let round = 0; round < 64; round += 1) {
      if (round >= 16) {
        const [early, late] = [words[round - 15]!, words[round - 2]!];
        words[round] =
          (words[round - 16]! +
            (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
            words[round - 7]! +
            (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10))) |
          0;
      }
      const one =
        h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[round]! + words[round]!;
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => (hash[at] = (hash[at]! + value) | 0));
  }
  return hash.map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
