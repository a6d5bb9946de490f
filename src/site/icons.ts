/** The icon of the site in the forms that browsers and phones ask for, made of its drawing. */
import sharp from 'sharp';

/** A picture of the icon. @param size width and height in px */
export const iconPicture = (svg: string, size: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: Math.max(72, size * 2.25) })
    .resize(size, size)
    .png()
    .toBuffer();

/** The icon for a phone’s first page, which rounds the corners itself. @param ground color behind the drawing */
export async function touchIcon(svg: string, ground: string): Promise<Buffer> {
  const picture = sharp(await iconPicture(svg, 180));
  return picture.flatten({ background: ground }).png().toBuffer();
}

/** `favicon.ico`: one picture of 32 px in the old container. */
export async function icoFile(svg: string): Promise<Buffer> {
  const picture = await iconPicture(svg, 32);
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // of one picture
  header.writeUInt8(32, 6);
  header.writeUInt8(32, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(picture.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, picture]);
}
