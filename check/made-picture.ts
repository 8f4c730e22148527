import { crc32, deflateSync } from 'node:zlib';

const SIDE = 64;
const GREY = 0;
const DEPTH = 8;

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A small picture of one grey, as PNG. */
export function madePicture(grey: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head[8] = DEPTH;
  head[9] = GREY;
  const rows = Buffer.concat(Array.from({ length: SIDE }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(SIDE, grey)])));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
