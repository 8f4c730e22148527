import type { ChainAlgorithm } from './audit-hash.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CheckpointKey, CheckpointSigner } from './checkpoint-key.ts';

/** What a checkpoint says of one entry: enough to name it when the database no longer has it. */
export interface CheckpointEntry {
  readonly entry_id: string;
  /** In hex. */
  readonly hash: string;
  readonly at: string;
  readonly action: string;
  readonly object: string;
}

/** One line of a checkpoint file: the entries that were sealed together, and where the chain then stood. */
export interface Checkpoint {
  readonly region_id: number;
  readonly algorithm: ChainAlgorithm;
  /** Number of the first and the last entry. */
  readonly from: number;
  readonly to: number;
  /** The chain's hash before and after them, in hex. */
  readonly previous: string;
  readonly chain: string;
  readonly sealed_at: string;
  readonly entries: readonly CheckpointEntry[];
  /** Fingerprint of the key that signed. */
  readonly key: string;
  readonly signature: string;
}

export type Unsigned = Omit<Checkpoint, 'key' | 'signature'>;

/** The line as it is written, signed. */
export function signedLine(checkpoint: Unsigned, signer: CheckpointSigner): string {
  const body = { ...checkpoint, key: signer.key.fingerprint };
  return `${canonicalJson({ ...body, signature: signer.sign(canonicalJson(body)) })}\n`;
}

/** A line read back; null when it is none, as the torn end of a write that never finished. */
export function readLine(text: string): Checkpoint | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isCheckpoint(value) ? value : null;
}

function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, previous, chain, sealed_at, entries, signature, key } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && [previous, chain, sealed_at, signature, key].every((one) => typeof one === 'string')
    && Array.isArray(entries) && entries.length === Number(to) - Number(from) + 1
    && entries.every((one: unknown) => typeof one === 'object' && one !== null && 'entry_id' in one && 'hash' in one);
}

/** Whether the line was signed by this key, or by one before it, and says what was signed. */
export function isGenuine({ signature, ...body }: Checkpoint, key: CheckpointKey): boolean {
  const signer = [key, ...key.earlier].find(({ fingerprint }) => fingerprint === body.key);
  return signer !== undefined && signer.holds(canonicalJson(body), signature);
}
