import { createHash } from 'node:crypto';
import { hashOf, regionAlgorithm, type NamedHash } from './hashes.ts';
import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** A file as it lies in the store. */
export interface StoredFile {
  readonly hash: NamedHash;
  readonly media_type: string;
  readonly bytes_long: number;
}

const PIECE_BYTES = 1024 * 1024;

/**
 * Keeps bytes under their hash, once in the region however often they come, readable by whoever reaches one of the
 * labels. To be called by what names the file, in its transaction, which writes the entry; answers what to prove there.
 */
export async function keepFile(
  tx: Transaction, file: { readonly bytes: Uint8Array; readonly media_type: string; readonly scopes: readonly string[]; readonly at: Instant },
): Promise<StoredFile> {
  const { bytes, media_type, scopes } = file;
  const hash = hashOf(await regionAlgorithm(tx), bytes);
  const { region_id, account } = tx.actor;
  // Without a target of the conflict nothing of a file out of reach is looked at.
  const added = await tx.change(
    `insert into files (region_id, hash, media_type, bytes_long, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [region_id, hash, media_type, bytes.length, scopes, file.at, account]);
  if (added === 0) await widen(tx, hash, scopes);
  else {
    for (let at = 0; at * PIECE_BYTES < bytes.length; at += 1) {
      await tx.change('insert into file_pieces (region_id, hash, at, bytes, scopes) values ($1, $2, $3, $4, $5)',
        [region_id, hash, at, Buffer.from(bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES)), scopes]);
    }
  }
  return { hash, media_type, bytes_long: bytes.length };
}

/** Adds labels to a file that is there; the bytes themselves are not touched. */
async function widen(tx: Transaction, hash: NamedHash, scopes: readonly string[]): Promise<void> {
  await tx.whole(async (whole) => {
    await whole.change(`select set_config('app.relabel', 'on', true)`);
    for (const table of ['files', 'file_pieces']) {
      await whole.change(
        `update ${table} set scopes = array(select distinct x collate "C" from unnest(scopes || $3::text[]) as u(x) order by 1) where region_id = $1 and hash = $2 and not scopes @> $3::text[]`,
        [tx.actor.region_id, hash, scopes]);
    }
    await whole.change(`select set_config('app.relabel', '', true)`);
  });
}

/** What the act's entry says of a file, so that the audit proves its bytes. */
export function provenFile({ hash }: StoredFile, bytes: Uint8Array): Readonly<Record<string, string>> {
  return { [`files/${hash}`]: createHash('sha256').update(bytes).digest('hex') };
}

/** A file with its bytes; null when there is none in reach, or its bytes are no longer those of the hash. */
export async function readFile(tx: Transaction, hash: NamedHash): Promise<(StoredFile & { readonly bytes: Uint8Array }) | null> {
  const [head] = await tx.query<StoredFile>('select hash, media_type, bytes_long from files where region_id = $1 and hash = $2', [tx.actor.region_id, hash]);
  if (head === undefined) return null;
  const pieces = await tx.query<{ bytes: Uint8Array }>('select bytes from file_pieces where region_id = $1 and hash = $2 order by at', [tx.actor.region_id, hash]);
  const bytes = Buffer.concat(pieces.map((piece) => piece.bytes));
  const algorithm = hash.startsWith('sm3:') ? 'sm3' : 'sha256';
  return hashOf(algorithm, bytes) === hash ? { ...head, bytes_long: Number(head.bytes_long), bytes } : null;
}
