import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** The five digits of a college that stand now; null where none were entered. */
export async function institutionCode(tx: Transaction, org_id: string): Promise<string | null> {
  return (await institutionCodes(tx, [org_id])).get(org_id) ?? null;
}

export async function institutionCodes(tx: Transaction, org_ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ org_id: string; code: string }>(
    'select org_id, code from institution_codes where region_id = $1 and org_id = any($2::text[]) and superseded_at is null', [tx.actor.region_id, org_ids]);
  return new Map(rows.map(({ org_id, code }) => [org_id, code]));
}

export type CodeEntered = { readonly outcome: 'done' } | { readonly outcome: 'unknown_college' | 'code_of_another' | 'code_in_use' };

/**
 * Enters the code of a college, which every number of its diplomas begins with. Once a diploma bears it, it stays: numbers
 * are never given anew. The labels are those of the college.
 */
export async function enterInstitutionCode(tx: Transaction, org_id: string, code: string): Promise<CodeEntered> {
  const stamp = await lockRegion(tx);
  const scopes = [`org:${org_id}`];
  const [college] = await tx.whole((whole) => whole.arrays(
    `select 1 from register_organisations r where r.region_id = $1 and r.key = $2 and r.kind = 'college' and r.superseded_at is null and not r.withdrawn`, [tx.actor.region_id, org_id]));
  const reach = tx.actor.reach.get('learning.write') ?? [];
  if (stamp === null || college === undefined || reach !== '*' && !reach.includes(`org:${org_id}`)) return { outcome: 'unknown_college' };
  const [before] = await tx.query<{ institution_code_id: bigint; code: string }>(
    'select institution_code_id, code from institution_codes where region_id = $1 and org_id = $2 and superseded_at is null', [tx.actor.region_id, org_id]);
  if (before?.code === code) {
    tx.unaudited('the same code stands already');
    return { outcome: 'done' };
  }
  const [taken, used] = await tx.whole(async (whole) => [
    await whole.arrays('select 1 from institution_codes where region_id = $1 and code = $2 and superseded_at is null', [tx.actor.region_id, code]),
    await whole.arrays('select 1 from diploma_series where region_id = $1 and issuer_id = $2 limit 1', [tx.actor.region_id, org_id]),
  ] as const);
  if (taken.length > 0) return { outcome: 'code_of_another' };
  if (before !== undefined && used.length > 0) return { outcome: 'code_in_use' };
  if (before !== undefined) await tx.change('update institution_codes set superseded_at = $3 where region_id = $1 and institution_code_id = $2', [tx.actor.region_id, before.institution_code_id, stamp.at]);
  const id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into institution_codes (region_id, institution_code_id, org_id, code, answers, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.actor.region_id, id, org_id, code, before?.institution_code_id ?? null, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'diploma.code', object: `organisations/${org_id}`, detail: { code } });
  return { outcome: 'done' };
}
