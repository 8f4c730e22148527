import type { AttachmentType } from './attachment-kind.ts';

/**
 * A photo without what its camera wrote about it: where and when it was taken, by which device, and the small copy of it.
 * Which side is up stays. Pictures of other formats, and whatever is no picture, come back as they are.
 */
export function withoutPlace(kind: AttachmentType, bytes: Uint8Array): Uint8Array {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return kind === 'jpeg' ? plainJpeg(content) : kind === 'png' ? plainPng(content) : bytes;
}

const SCAN = 0xda;
/** Segments of applications: Exif and XMP in the first, IPTC in the thirteenth. */
const EXIF = 0xe1;
const ABOUT_THE_PHOTO: ReadonlySet<number> = new Set([EXIF, 0xed]);
const COMMENT = 0xfe;

function plainJpeg(content: Buffer): Uint8Array {
  const kept: Buffer[] = [content.subarray(0, 2)];
  let upright = 1;
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff && content[at + 1] !== SCAN) {
    const marker = content[at + 1] as number;
    const segment = content.subarray(at, at + 2 + content.readUInt16BE(at + 2));
    if (marker === EXIF) upright = orientationOf(segment) ?? upright;
    if (!ABOUT_THE_PHOTO.has(marker) && marker !== COMMENT) kept.push(segment);
    at += segment.length;
  }
  const turned = upright === 1 ? [] : [onlyOrientation(upright)];
  return Buffer.concat([kept[0] as Buffer, ...turned, ...kept.slice(1), content.subarray(at)]);
}

const EXIF_HEAD = Buffer.from('Exif\0\0', 'latin1');
const TIFF = 4 + EXIF_HEAD.length;
const ORIENTATION = 0x0112;

/** Which side is up, 1 to 8, as the first directory of an Exif segment says; null where it does not. */
function orientationOf(segment: Buffer): number | null {
  const tiff = segment.subarray(TIFF);
  if (!segment.subarray(4, TIFF).equals(EXIF_HEAD) || tiff.length < 8) return null;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An Exif segment of one directory with one entry. */
function onlyOrientation(value: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]);
  const head = Buffer.from([0xff, EXIF, 0, 2 + EXIF_HEAD.length + tiff.length]);
  return Buffer.concat([head, EXIF_HEAD, tiff]);
}

const PNG_HEAD = 8;
const CHUNK_FRAME = 12;
const PNG_NOTES: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function plainPng(content: Buffer): Uint8Array {
  const kept: Buffer[] = [content.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + CHUNK_FRAME <= content.length;) {
    const next = at + CHUNK_FRAME + content.readUInt32BE(at);
    if (!PNG_NOTES.has(content.toString('latin1', at + 4, at + 8))) kept.push(content.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}
