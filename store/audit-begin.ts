import { beginChain } from './audit-chain.ts';
import { contentsOf } from './audit-contents.ts';
import { allRegisters } from './register-columns.ts';
import { rangesOf } from './register-digest.ts';
import type { Transaction } from './transaction.ts';

/** Begins the chain of a region that has records already: its first entry proves them as they stand. */
export async function beginOver(tx: Transaction): Promise<void> {
  if (!await beginChain(tx, 'sha256')) return;
  const records = await rangesOf(tx, allRegisters, 1, Number.MAX_SAFE_INTEGER);
  const [region] = await tx.query<{ sample: boolean }>('select sample from regions where region_id = $1', [tx.actor.region_id]);
  await tx.audit({ action: 'audit.begin', object: 'region', detail: { sample: region?.sample ?? false, records, contents: await tx.whole(contentsOf) } });
}
