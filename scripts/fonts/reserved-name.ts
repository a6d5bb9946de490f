/**
 * Adobe reserves the name “Source” for its own files of its fonts: who changes one must call it something else (condition
 * 3 of https://openfontlicense.org). The copyright, with that sentence, stays as it is.
 */

const reserved = 'Source';
/** As long as the reserved one, so that nothing in the file moves. */
const ours = 'Lesson';

/** The record of a font’s names that holds the copyright. */
const copyright = 0;

/**
 * @param font a TrueType file
 * @returns a copy under another name; the same bytes where the name is not reserved. Sums of the file’s tables are not
 *   made anew: WOFF2 does not hold them
 * @see https://learn.microsoft.com/typography/opentype/spec/name for the table
 */
export function withoutReservedName(font: Buffer): Buffer {
  const renamed = Buffer.from(font);
  const table = tableOf(renamed, 'name');
  if (table === undefined) return renamed;
  const texts = table + renamed.readUInt16BE(table + 4);
  for (let index = 0; index < renamed.readUInt16BE(table + 2); index++) {
    const record = table + 6 + 12 * index;
    if (renamed.readUInt16BE(record + 6) === copyright) continue;
    const start = texts + renamed.readUInt16BE(record + 10);
    const text = renamed.subarray(start, start + renamed.readUInt16BE(record + 8));
    const at = text.indexOf(utf16(reserved));
    if (at >= 0) utf16(ours).copy(text, at);
  }
  return renamed;
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** Where a table of a TrueType file starts. */
function tableOf(font: Buffer, tag: string): number | undefined {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  return undefined;
}
