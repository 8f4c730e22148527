import { chainHash, chainStart } from './audit-hash.ts';
import type { ChainAlgorithm } from './audit-hash.ts';
import type { Transaction } from './transaction.ts';

/** Where a region's chain ends. */
export interface ChainHead {
  readonly algorithm: ChainAlgorithm;
  /** The number of the last entry; 0 before there is one. */
  readonly seq: number;
  readonly chain_hash: Buffer;
}

/** An entry's place in the chain. */
export interface Link {
  readonly seq: number;
  readonly entry_id: string;
  readonly entry_hash: Buffer;
  readonly chain_hash: Buffer;
}

/** Begins the chain of the actor's region; false when a region of this number had one before. */
export async function beginChain(tx: Transaction, algorithm: ChainAlgorithm): Promise<boolean> {
  const { region_id } = tx.actor;
  const made = await tx.change(
    'insert into audit_heads (region_id, algorithm, chain_hash) values ($1, $2, $3) on conflict do nothing',
    [region_id, algorithm, chainStart(algorithm, region_id)]);
  return made === 1;
}

/**
 * The end of the region's chain, locked for whoever adds to it; null when the region has no chain. Entries that are
 * being written refer to the head's key: this lock leaves them, so that neither waits for the other.
 */
export function lockHead(tx: Transaction): Promise<ChainHead | null> {
  return headBy(tx, 'for no key update');
}

/** The end of the region's chain; null when the region has none. */
export function readHead(tx: Transaction): Promise<ChainHead | null> {
  return headBy(tx, '');
}

async function headBy(tx: Transaction, lock: '' | 'for no key update'): Promise<ChainHead | null> {
  const [row] = await tx.query<{ algorithm: ChainAlgorithm; seq: bigint; chain_hash: Buffer }>(
    `select algorithm, seq, chain_hash from audit_heads where region_id = $1 ${lock}`, [tx.actor.region_id]);
  return row === undefined ? null : { ...row, seq: Number(row.seq) };
}

/** The links that entries get behind a head, in their order. */
export function linksAfter(head: ChainHead, entries: readonly { readonly entry_id: string; readonly hash: Buffer }[]): Link[] {
  let { seq, chain_hash } = head;
  return entries.map(({ entry_id, hash }) => {
    seq += 1;
    chain_hash = chainHash(head.algorithm, chain_hash, hash, seq);
    return { seq, entry_id, entry_hash: hash, chain_hash };
  });
}

/** Adds links behind the locked head, and takes their entries off the way. */
export async function addLinks(tx: Transaction, links: readonly Link[], sealed_at: string): Promise<void> {
  const last = links.at(-1);
  if (last === undefined) return;
  const { region_id } = tx.actor;
  await tx.query(
    `insert into audit_chain (region_id, seq, entry_id, entry_hash, chain_hash, sealed_at)
     select $1::integer, l.seq, l.entry_id, decode(l.entry_hash, 'hex'), decode(l.chain_hash, 'hex'), $2::timestamptz
     from unnest($3::bigint[], $4::uuid[], $5::text[], $6::text[]) as l(seq, entry_id, entry_hash, chain_hash)`,
    [region_id, sealed_at, links.map(({ seq }) => seq), links.map(({ entry_id }) => entry_id),
      links.map(({ entry_hash }) => entry_hash.toString('hex')), links.map((link) => link.chain_hash.toString('hex'))]);
  await tx.query('delete from audit_unsealed where region_id = $1 and entry_id = any($2::uuid[])', [region_id, links.map(({ entry_id }) => entry_id)]);
  await tx.query('update audit_heads set seq = $2, chain_hash = $3 where region_id = $1', [region_id, last.seq, last.chain_hash]);
}
