import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { AsKnown } from './campus-rows.ts';
import { loadReportedRows } from './reported-rows.ts';
import type { Transaction } from './transaction.ts';
import { labelsToRead } from './within-reach.ts';

/** What the graduation audit stands on. */
const SHEETS = ['students', 'credits', 'certificates', 'filings', 'charges', 'receipts'] as const satisfies readonly SheetName[];

/** The records that an audit of the region reads, sheets that were never reported absent. To be called within `tx.whole`. */
export function loadGraduationRows(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  return loadReportedRows(tx, SHEETS, known);
}

/** What of a student's audit the actor may be told beside what was learned. */
export interface AuditInReach {
  readonly fees: boolean;
}

/** Of these rows of the roll those whose student the actor may read, roll and learning both, by record; what is owed is told to who reads fees. */
export async function auditsInReach(tx: Transaction, rows: readonly number[]): Promise<ReadonlyMap<number, AuditInReach>> {
  const found = await tx.query<AuditInReach & { record_id: bigint }>(
    `select r.record_id, $5::text[] is null or r.scopes && $5 as fees from register_students r
     where r.region_id = $1 and r.record_id = any($2::bigint[]) and ($3::text[] is null or r.scopes && $3) and ($4::text[] is null or r.scopes && $4)`,
    [tx.actor.region_id, rows, labelsToRead(tx, 'students'), labelsToRead(tx, 'learning'), labelsToRead(tx, 'fees')]);
  return new Map(found.map(({ record_id, fees }) => [Number(record_id), { fees }]));
}
