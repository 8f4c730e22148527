import { coverSheet, coverTitle, type CoverTable } from '../../core/insurance/table.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { printDocument } from '../../paper/print-document.ts';
import type { Law } from '../agreements/law.ts';
import { standing } from '../known-time.ts';
import { readRegion } from '../regions.ts';
import type { Transaction } from '../transaction.ts';
import { coverageOn } from './coverage.ts';
import { listPolicies } from './policies.ts';

/** What a school's table says on a day, as far as the actor may see it; null where nobody of it is theirs. */
export async function coverTable(tx: Transaction, { school_id, on }: { readonly school_id: string; readonly on: PlainDate }, law: Law): Promise<CoverTable | null> {
  const { schools, uncovered } = await coverageOn(tx, { school_id, on }, law);
  const policies = await listPolicies(tx, { school_id, since: on });
  if (schools.length === 0 && policies.length === 0) return null;
  const [school] = await tx.query<{ name: string }>(`select o.name from register_organisations o where o.region_id = $1 and o.key = $2 and ${standing('o')}`, [tx.actor.region_id, school_id]);
  return { school: school?.name ?? school_id, on, policies, figures: schools, uncovered };
}

/** The table as a PDF of A4 pages. */
export async function coverPaper(tx: Transaction, table: CoverTable): Promise<Uint8Array> {
  const region = await readRegion(tx);
  const [now] = await tx.query<{ at: string }>('select clock_timestamp() as at');
  return printDocument(coverSheet(table), {
    issuer: table.school, number: coverTitle(table), version: 1, code: '', verify_page: null, replaces: null, sample: region?.sample ?? false, issued_at: now?.at ?? '', wide: true,
  });
}
