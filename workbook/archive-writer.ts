import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of an archive: its name and its text or bytes in pieces, which are packed as they come. */
export interface Part {
  readonly name: string;
  readonly content: Iterable<string | Uint8Array>;
}

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;
const VERSION = 20, UTF8_NAMES = 0x800, DEFLATED = 8;
/** 1 January 1980, the archive format's zero: the same content gives the same bytes. */
const ZERO_DATE = 0x21;
const PIECE = 64 * 1024;

/** Packs the parts into a zip archive, held packed in memory. `seal`: what stands in its comment, of all the bytes before that. */
export async function packArchive(parts: readonly Part[], seal?: (before: Buffer) => string): Promise<Buffer> {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const { packed, sum, size } = await deflate(content);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(VERSION, 0);
    fields.writeUInt16LE(UTF8_NAMES, 2);
    fields.writeUInt16LE(DEFLATED, 4);
    fields.writeUInt16LE(ZERO_DATE, 8);
    fields.writeUInt32LE(sum, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    body.push(word(LOCAL), fields, nameBytes, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(word(CENTRAL), half(VERSION), fields, place, nameBytes);
    offset += 4 + fields.length + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  const packed = Buffer.concat([...body, listed, word(END), end]);
  if (seal === undefined) return packed;
  // Of a comment that is empty yet: its length is part of what is sealed.
  const length = seal(packed).length;
  packed.writeUInt16LE(length, packed.length - 2);
  return Buffer.concat([packed, Buffer.from(seal(packed))]);
}

async function deflate(content: Iterable<string | Uint8Array>): Promise<{ packed: Buffer; sum: number; size: number }> {
  const packer = createDeflateRaw();
  const packed: Buffer[] = [];
  packer.on('data', (chunk: Buffer) => packed.push(chunk));
  const finished = once(packer, 'end');
  let sum = 0;
  let size = 0;
  let piece = '';
  const write = async (bytes: Uint8Array): Promise<void> => {
    sum = crc32(bytes, sum);
    size += bytes.length;
    if (!packer.write(bytes)) await once(packer, 'drain');
  };
  const writeText = async (): Promise<void> => {
    const bytes = Buffer.from(piece);
    piece = '';
    await write(bytes);
  };
  for (const some of content) {
    if (typeof some !== 'string') {
      await writeText();
      await write(some);
    } else {
      piece += some;
      if (piece.length >= PIECE) await writeText();
    }
  }
  await writeText();
  packer.end();
  await finished;
  return { packed: Buffer.concat(packed), sum, size };
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
