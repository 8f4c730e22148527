import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Instant } from './known-time.ts';

/** How a region's entries and chain are hashed; chosen when the region is made, and never changed. */
export type ChainAlgorithm = 'sha256' | 'sm3';

/** One act, as it is written down. */
export interface AuditEntry {
  readonly region_id: number;
  readonly entry_id: string;
  readonly at: Instant;
  readonly actor: string;
  /** What was done: `import.commit`, `record.correct`, `sign_in.done`. */
  readonly action: string;
  /** What it was done to, up to the first slash of `object`. */
  readonly kind: string;
  readonly object: string;
  readonly detail: AuditDetail;
}

export type AuditDetail = Readonly<Record<string, unknown>>;

function digest(algorithm: ChainAlgorithm, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The entry's own hash, over a canonical form of everything that it says. */
export function entryHash(algorithm: ChainAlgorithm, entry: AuditEntry): Buffer {
  const { region_id, entry_id, at, actor, action, kind, object, detail } = entry;
  return digest(algorithm, 'guantong audit entry\n', canonicalJson([region_id, entry_id, at, actor, action, kind, object, detail]));
}

/** What the first entry of a region is linked to. */
export function chainStart(algorithm: ChainAlgorithm, region_id: number): Buffer {
  return digest(algorithm, `guantong audit chain\n${region_id}`);
}

/** The link of an entry: over the link before it, the entry's hash and its number (8 bytes, the highest first). */
export function chainHash(algorithm: ChainAlgorithm, previous: Uint8Array, hash: Uint8Array, seq: number): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  return digest(algorithm, previous, hash, number);
}
