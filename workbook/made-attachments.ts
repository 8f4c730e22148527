import { crc32, deflateSync } from 'node:zlib';
import { makeZip } from './made-files.ts';

function chunk(type: string, content: Uint8Array): Buffer {
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([frame.subarray(4), content])), 0);
  return Buffer.concat([frame, content, sum]);
}

/** A picture of one white point. */
export const MADE_PNG: Buffer = Buffer.concat([
  Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 255]))), chunk('IEND', Buffer.alloc(0)),
]);

/** A photograph as a camera writes it: a thumbnail with its own end, then the picture. */
export const MADE_JPEG: Buffer = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xd9, 0, 0, 0xff, 0xda, 0, 4, 1, 2, 5, 0xff, 0, 7, 0xff, 0xd9]);

export const MADE_PDF: Buffer = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A package with this part in it. */
export const madePackage = (part: string, content = '<x/>'): Buffer => makeZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: part, content }]);
