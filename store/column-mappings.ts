import type { Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';
import { ownScopes } from './within-reach.ts';

/** How the columns of an organisation's own workbook go into a sheet; `mapping` is the caller's JSON. */
export interface ColumnMapping {
  readonly organisation: string;
  readonly sheet: string;
  readonly mapping: unknown;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** Remembers a mapping; the latest of an organisation and sheet holds. */
export async function rememberMapping(tx: Transaction, organisation: string, sheet: string, mapping: unknown): Promise<ColumnMapping | null> {
  const stamp = await lockRegion(tx);
  if (stamp === null) return null;
  const mapping_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    'insert into column_mappings (region_id, mapping_id, organisation, sheet, mapping, recorded_at, recorded_by, scopes) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.actor.region_id, mapping_id, organisation, sheet, JSON.stringify(mapping), stamp.at, tx.actor.account, ownScopes(tx)]);
  await tx.audit({ action: 'mapping.remember', object: `column_mappings/${mapping_id}`, detail: { organisation, sheet } });
  return { organisation, sheet, mapping, recorded_at: stamp.at, recorded_by: tx.actor.account };
}

/** The mapping that holds for each sheet of an organisation, or of every organisation. */
export function listMappings(tx: Transaction, organisation: string | null = null): Promise<ColumnMapping[]> {
  const labels = tx.actor.reach.get('imports.read') ?? [];
  return tx.query<ColumnMapping>(
    `select distinct on (organisation, sheet) organisation, sheet, mapping, recorded_at, recorded_by from column_mappings
     where region_id = $1 and ($2::text is null or organisation = $2) and ($3::text[] is null or scopes && $3::text[])
     order by organisation, sheet, mapping_id desc`,
    [tx.actor.region_id, organisation, labels === '*' ? null : labels]);
}
