import { byteReader } from './cipher.ts';
import { damaged } from './refusal.ts';

/** What a backup holds, one after the other; `data` follows the table or file that it belongs to. */
export type Frame =
  | { readonly kind: 'origin'; readonly origin: Origin }
  | { readonly kind: 'table'; readonly table: TableHead }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'data'; readonly bytes: Buffer }
  | { readonly kind: 'manifest'; readonly manifest: Manifest };

/** What the backup is of. */
export interface Origin {
  readonly made_at: string;
  readonly postgres: string;
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
}

export interface TableHead {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What was written, to compare with what was read and with what then stands. */
export interface Manifest extends Origin {
  readonly tables: readonly TableDigest[];
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface TableDigest {
  readonly name: string;
  readonly rows: number;
  /** Of its rows in the order of the primary key, as COPY writes them. */
  readonly sha256: string;
}

const KINDS = ['origin', 'table', 'file', 'data', 'manifest'] as const;
const HEAD_BYTES = 5;
const MOST_BYTES = 2 ** 30;

/** Kind (one byte), length (four), content: JSON, or the bytes of data. */
export function frameBytes(frame: Frame): Buffer {
  const content = frame.kind === 'data' ? frame.bytes : Buffer.from(JSON.stringify(contentOf(frame)));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(KINDS.indexOf(frame.kind));
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

function contentOf(frame: Exclude<Frame, { kind: 'data' }>): unknown {
  switch (frame.kind) {
    case 'origin': return frame.origin;
    case 'table': return frame.table;
    case 'file': return frame.path;
    case 'manifest': return frame.manifest;
  }
}

/** The frames of a decrypted stream, until the manifest. @throws BackupRefusal `damaged` where they are none. */
export async function* framesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const bytes = byteReader(stream);
  for (let kind: Frame['kind'] | undefined; kind !== 'manifest';) {
    const head = await bytes.take(HEAD_BYTES);
    kind = KINDS[head.readUInt8()];
    const length = head.readUInt32BE(1);
    if (kind === undefined || length > MOST_BYTES) throw damaged();
    const content = await bytes.take(length);
    yield kind === 'data' ? { kind, bytes: content } : { kind, [kind === 'file' ? 'path' : kind]: JSON.parse(content.toString('utf8')) as unknown } as Frame;
  }
  if (!await bytes.atEnd()) throw damaged();
}
