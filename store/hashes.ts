import { createHash } from 'node:crypto';
import type { ChainAlgorithm } from './audit-hash.ts';
import type { Transaction } from './transaction.ts';

/** A hash that says how it was made: `sha256:…` or `sm3:…`, in hex. */
export type NamedHash = `${ChainAlgorithm}:${string}`;

export const ALGORITHMS: readonly ChainAlgorithm[] = ['sha256', 'sm3'];

export function hashOf(algorithm: ChainAlgorithm, content: string | Uint8Array): NamedHash {
  return `${algorithm}:${createHash(algorithm).update(content).digest('hex')}`;
}

/** How the region hashes: the same for its audit chain, its files and its documents. */
export async function regionAlgorithm(tx: Transaction): Promise<ChainAlgorithm> {
  const [row] = await tx.query<{ algorithm: ChainAlgorithm }>('select algorithm from audit_heads where region_id = $1', [tx.actor.region_id]);
  if (row === undefined) throw new Error(`region ${tx.actor.region_id} has no audit chain`);
  return row.algorithm;
}
