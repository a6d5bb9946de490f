import sharp from 'sharp';
import { expect, test } from 'vitest';
import { icoFile, iconPicture, touchIcon } from './icons.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="8" fill="#f00"/></svg>';

test('the icon is drawn at the sizes that are asked for, and has a ground where a phone wants one', async () => {
  expect(await sharp(await iconPicture(svg, 192)).metadata()).toMatchObject({ format: 'png', width: 192, height: 192 });
  const touch = sharp(await touchIcon(svg, '#0000ff'));
  expect(await touch.metadata()).toMatchObject({ width: 180, height: 180, hasAlpha: false });
  expect([...(await touch.raw().toBuffer()).subarray(0, 3)]).toEqual([0, 0, 255]);
});

test('the old kind of icon is a container whose picture lies where it says', async () => {
  const file = await icoFile(svg);
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 1]);
  const [length, start] = [file.readUInt32LE(14), file.readUInt32LE(18)];
  expect(start + length).toBe(file.length);
  expect(await sharp(file.subarray(start)).metadata()).toMatchObject({ format: 'png', width: 32 });
});
