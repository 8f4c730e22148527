import { createInflateRaw, crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { MAX_ENTRIES, MAX_RATIO, MAX_SMALL_PART_BYTES, MAX_UNPACKED_BYTES, RATIO_FREE_BYTES } from './limits.ts';
import { Refused } from './refusal.ts';

/** A file by its path, or its bytes as uploaded. */
export type Source = string | Uint8Array;

/** The parts of a workbook by their name in lower case, `xl/workbook.xml`; nothing unpacked yet. */
export interface Package {
  readonly zip: ZipFile;
  readonly parts: ReadonlyMap<string, Entry>;
}

/**
 * Reads the archive's directory and judges it before a byte is unpacked: number of parts, names,
 * declared sizes and ratios, passwords, macros. Throws `Refused`.
 */
export async function openPackage(source: Source): Promise<Package> {
  const zip = await openZip(source);
  if (zip.entryCount > MAX_ENTRIES) throw new Refused('too_large', `${zip.entryCount} parts`);
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entry.isEncrypted()) throw new Refused('encrypted', name);
      if (name.endsWith('vbaproject.bin')) throw new Refused('macro_workbook', name);
      unpacked += entry.uncompressedSize;
      checkSize(entry, unpacked, zip.fileSize);
      if (parts.has(name)) throw new Refused('damaged', `two parts called ${name}`);
      parts.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('damaged', messageOf(error));
  }
  return { zip, parts };
}

async function openZip(source: Source): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true };
  try {
    if (typeof source === 'string') return await openPromise(source, options);
    return await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch (error) {
    // The directory stands at the end: a file that begins as an archive and has none was cut off.
    throw new Refused('truncated', messageOf(error));
  }
}

/** Parts are measured one by one, and together against the file, which also meets parts that lie over each other. */
function checkSize(entry: Entry, unpacked: number, fileSize: number): void {
  const { compressedSize, uncompressedSize } = entry;
  if (unpacked > MAX_UNPACKED_BYTES) throw new Refused('too_large', `${unpacked} bytes unpacked`);
  if (growsTooMuch(compressedSize, uncompressedSize)) {
    throw new Refused('too_large', `${entry.fileName} would grow from ${compressedSize} to ${uncompressedSize} bytes`);
  }
  if (growsTooMuch(fileSize, unpacked)) throw new Refused('too_large', `${fileSize} bytes would grow to ${unpacked}`);
}

function growsTooMuch(packed: number, unpacked: number): boolean {
  return unpacked > RATIO_FREE_BYTES && unpacked > packed * MAX_RATIO;
}

/**
 * Unpacks one part in chunks, and holds it to the size and checksum that its directory declares:
 * `too_large` as soon as it grows past its size, `damaged` when it ends early or differs.
 */
export async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new Refused('damaged', `compression method ${entry.compressionMethod}`);
  }
  let size = 0;
  let sum = 0;
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const plain = entry.compressionMethod === 0 ? packed : inflate(packed);
    for await (const chunk of plain as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw new Refused('too_large', `${entry.fileName} is larger than it declares`);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('damaged', `${entry.fileName}: ${messageOf(error)}`);
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new Refused('damaged', `${entry.fileName}: checksum`);
}

function inflate(packed: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: 128 * 1024 });
  packed.on('error', (error: Error) => inflater.destroy(error));
  return packed.pipe(inflater);
}

/** One of the small parts, whole. */
export async function unpackWhole(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.uncompressedSize > MAX_SMALL_PART_BYTES) throw new Refused('too_large', `${entry.fileName}: ${entry.uncompressedSize} bytes`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of unpack(zip, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
