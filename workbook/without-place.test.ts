import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { attachmentKind } from './attachment-kind.ts';
import { MADE_JPEG, MADE_PDF, MADE_PNG } from './made-attachments.ts';
import { withoutPlace } from './without-place.ts';

const EXIF = Buffer.from('Exif\0\0', 'latin1');
/** A directory with the side that is up and a pointer to where the photo was taken. */
function tiff(little: boolean, orientation: number): Buffer {
  const of = (value: number, bytes: number): number[] => {
    const big = Array.from({ length: bytes }, (_, at) => (value >> 8 * (bytes - 1 - at)) & 0xff);
    return little ? big.reverse() : big;
  };
  return Buffer.from([...little ? [0x49, 0x49] : [0x4d, 0x4d], ...of(42, 2), ...of(8, 4), ...of(2, 2), ...of(0x0112, 2), ...of(3, 2), ...of(1, 4), ...of(orientation, 2), 0, 0, ...of(0x8825, 2), ...of(4, 2), ...of(1, 4), ...of(38, 4), ...of(0, 4), ...Buffer.from('N28.9581')]);
}
const segment = (marker: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content]);
const photo = (...segments: Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 4, 1, 2, 5, 0xff, 0, 7, 0xff, 0xd9])]);
const JFIF = segment(0xe0, Buffer.from('JFIF\0'));

test('a photo loses where it was taken, whatever order its bytes have, and keeps which side is up', async () => {
  for (const little of [true, false]) {
    const plain = Buffer.from(withoutPlace('jpeg', photo(JFIF, segment(0xe1, Buffer.concat([EXIF, tiff(little, 6)])), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0N28.9581')), segment(0xfe, Buffer.from('N28.9581')))));
    expect(plain.includes('N28.9581')).toBe(false);
    expect(plain.includes('JFIF')).toBe(true);
    expect(plain.subarray(plain.indexOf(EXIF) + EXIF.length).subarray(10, 20)).toEqual(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]));
    expect(await attachmentKind('a.jpg', plain)).toBe('jpeg');
    expect(withoutPlace('jpeg', plain)).toEqual(plain);
  }
});

test('a photo that stands upright needs no word on it, and one whose directory is broken comes through', async () => {
  expect(withoutPlace('jpeg', photo(JFIF, segment(0xe1, Buffer.concat([EXIF, tiff(true, 1)]))))).toEqual(photo(JFIF));
  for (const broken of [Buffer.alloc(0), Buffer.from('II'), tiff(true, 6).subarray(0, 12), tiff(false, 9)]) expect(withoutPlace('jpeg', photo(segment(0xe1, Buffer.concat([EXIF, broken]))))).toEqual(photo());
  expect(await attachmentKind('a.jpg', withoutPlace('jpeg', MADE_JPEG))).toBe('jpeg');
});

test('a picture of the other kind loses its notes, and whatever is no picture stays as it is', async () => {
  const note = Buffer.from('eXIfN28.9581');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(note));
  const noted = Buffer.concat([MADE_PNG.subarray(0, 33), Buffer.from([0, 0, 0, 8]), note, sum, MADE_PNG.subarray(33)]);
  expect(await attachmentKind('a.png', noted)).toBe('png');
  expect(withoutPlace('png', noted)).toEqual(MADE_PNG);
  expect(withoutPlace('pdf', MADE_PDF)).toBe(MADE_PDF);
});
