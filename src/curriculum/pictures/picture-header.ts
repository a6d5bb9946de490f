/** Tells from its first bytes whether a file is a picture whose size the build can read. */

/** Whether a file starts as a PNG, JPEG, GIF, WebP or AVIF does and names its size. */
export function hasPictureHeader(content: Buffer): boolean {
  const text = (from: number, to: number) => content.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1A\n')
    return content.length >= 24 && content.readUInt32BE(16) > 0 && content.readUInt32BE(20) > 0;
  if (/^GIF8[79]a$/.test(text(0, 6)))
    return content.length >= 10 && content.readUInt16LE(6) > 0 && content.readUInt16LE(8) > 0;
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return content.length >= 30 && /^VP8[ LX]$/.test(text(12, 16));
  if (text(4, 8) === 'ftyp') return /avi[fs]/.test(text(8, 64)) && content.includes('ispe');
  return text(0, 2) === '\xFF\xD8' && hasFrame(content);
}

/** Whether a JPEG has the part that names its size. */
function hasFrame(content: Buffer): boolean {
  for (let at = 2; at + 9 <= content.length && content[at] === 0xff;) {
    const marker = content[at + 1]!;
    // SOF0 to SOF15 are frames, but for the tables DHT, JPG and DAC between them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return content.readUInt16BE(at + 5) > 0 && content.readUInt16BE(at + 7) > 0;
    at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2);
  }
  return false;
}
