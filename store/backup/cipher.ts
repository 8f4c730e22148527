import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { KeyRecipe } from './key.ts';
import { BackupRefusal, damaged, truncated } from './refusal.ts';

/** What stands in clear at the head of a backup. */
export interface BackupHead {
  readonly version: 1;
  readonly made_at: string;
  readonly compression: 'zstd';
  readonly cipher: 'aes-256-gcm';
  readonly key: KeyRecipe;
}

// magic · length of head · head (JSON) · its SHA-256 · pieces: length · ciphertext · tag.
// Each piece is bound to its place, to the head and to whether it is the last, so that none can be
// changed, left out, moved or added at the end.
const MAGIC = Buffer.from('GUANTONG BACKUP\n');
const LENGTH_BYTES = 4;
const HASH_BYTES = 32;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const PIECE_BYTES = 1024 * 1024;
const MOST_HEAD_BYTES = 64 * 1024;

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function lengthOf(bytes: number): Buffer {
  const written = Buffer.alloc(LENGTH_BYTES);
  written.writeUInt32BE(bytes);
  return written;
}

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(piece));
  nonce.writeUInt8(last ? 1 : 0, NONCE_BYTES - 1);
  return nonce;
}

/** Encrypts a stream, with its head before it; holds one piece in memory. */
export function encrypted(head: BackupHead, key: Buffer) {
  return async function* (plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const written = Buffer.from(JSON.stringify(head));
    const bound = sha256(written);
    yield Buffer.concat([MAGIC, lengthOf(written.length), written, bound]);
    let piece = 0;
    const sealed = (bytes: Buffer, last: boolean): Buffer => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(piece, last)).setAAD(bound);
      piece += 1;
      const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([lengthOf(text.length), text, cipher.getAuthTag()]);
    };
    let held: Buffer[] = [];
    let many = 0;
    for await (const chunk of plain) {
      held.push(chunk);
      many += chunk.length;
      if (many < PIECE_BYTES) continue;
      const all = Buffer.concat(held);
      let at = 0;
      for (; all.length - at >= PIECE_BYTES; at += PIECE_BYTES) yield sealed(all.subarray(at, at + PIECE_BYTES), false);
      held = [all.subarray(at)];
      many = all.length - at;
    }
    yield sealed(Buffer.concat(held), true);
  };
}

/** Bytes of a file, asked for by how many there are to be. */
export interface ByteReader {
  /** @throws BackupRefusal `truncated` when there are fewer. */
  readonly take: (bytes: number) => Promise<Buffer>;
  readonly atEnd: () => Promise<boolean>;
}

export function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const fill = async (bytes: number): Promise<boolean> => {
    const parts = [held];
    let many = held.length;
    while (many < bytes) {
      const next = await chunks.next();
      if (next.done === true) break;
      parts.push(next.value);
      many += next.value.length;
    }
    held = parts.length === 1 ? held : Buffer.concat(parts);
    return many >= bytes;
  };
  return {
    take: async (bytes) => {
      if (!await fill(bytes)) throw truncated();
      const taken = held.subarray(0, bytes);
      held = held.subarray(bytes);
      return taken;
    },
    atEnd: async () => !await fill(1),
  };
}

/** Reads the head. @throws BackupRefusal `not_a_backup`, `damaged`, `truncated`, `of_another_version`. */
export async function readHead(file: ByteReader): Promise<{ readonly head: BackupHead; readonly bound: Buffer }> {
  const magic = await file.take(MAGIC.length).catch(() => null);
  if (magic === null || !magic.equals(MAGIC)) {
    throw new BackupRefusal('not_a_backup', { zh: '这不是贯通的备份文件，没有恢复任何内容。', en: 'This is no backup of Guantong; nothing was restored.' });
  }
  const length = (await file.take(LENGTH_BYTES)).readUInt32BE();
  if (length > MOST_HEAD_BYTES) throw damaged();
  const written = await file.take(length);
  const bound = await file.take(HASH_BYTES);
  if (!sha256(written).equals(bound)) throw damaged();
  const head = JSON.parse(written.toString('utf8')) as BackupHead;
  if (head.version !== 1) throw new BackupRefusal('of_another_version', { zh: '备份由更新的版本写成，请先更新程序。', en: 'The backup was written by a newer version. Update the program first.' });
  return { head, bound };
}

/** Decrypts what follows the head. @throws BackupRefusal `damaged`, `truncated`. */
export async function* decrypted(file: ByteReader, key: Buffer, bound: Buffer): AsyncGenerator<Buffer> {
  for (let piece = 0, last = false; !last; piece += 1) {
    const length = (await file.take(LENGTH_BYTES)).readUInt32BE();
    if (length > PIECE_BYTES) throw damaged();
    const text = await file.take(length);
    const tag = await file.take(TAG_BYTES);
    last = await file.atEnd();
    const plain = opened(text, tag, key, nonceOf(piece, last), bound);
    // A whole piece that is not the last, at the end of the file: what followed it is gone.
    if (plain === null) throw last && opened(text, tag, key, nonceOf(piece, false), bound) !== null ? truncated() : damaged();
    yield plain;
  }
}

function opened(text: Buffer, tag: Buffer, key: Buffer, nonce: Buffer, bound: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch {
    return null;
  }
}
