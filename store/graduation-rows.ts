import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { RollStatus } from '../core/students/roll.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadRows, type AsKnown } from './campus-rows.ts';
import { reportedSheets } from './import-check.ts';
import { lastMoment, standing } from './known-time.ts';
import type { Transaction } from './transaction.ts';
import { labelsToRead } from './within-reach.ts';

/** What the graduation audit stands on. */
const SHEETS = ['students', 'credits', 'certificates', 'filings', 'charges', 'receipts'] as const satisfies readonly SheetName[];

/** Whose final year is looked at: of these programmes, or of all. */
export interface FinalYear {
  readonly on: PlainDate;
  readonly final_grade: number;
  readonly programmes: readonly string[] | null;
  readonly statuses: ReadonlySet<RollStatus>;
}

/** The records that the audit of a final grade reads, and of nobody else; sheets that were never reported absent. To be called within `tx.whole`. */
export async function loadFinalYear(whole: Transaction, { on, final_grade, programmes, statuses }: FinalYear, known: AsKnown = {}): Promise<Dataset> {
  const moment = lastMoment(known.known_on);
  const values: unknown[] = [whole.actor.region_id, final_grade, [...statuses], on, programmes];
  const stands = moment === null ? standing('r') : standing('r', `$${values.push(moment)}`);
  const ids = (await whole.query<{ student_id: string }>(
    `select r.student_id from register_students r where r.region_id = $1 and ${stands} and r.stage = 'higher' and r.grade = $2 and r.status = any($3::text[])
       and r.valid_from <= $4 and (r.valid_to is null or r.valid_to >= $4) and ($5::text[] is null or r.programme_id = any($5::text[]))`,
    values)).map(({ student_id }) => student_id);
  const reported = await reportedSheets(whole, moment);
  const loaded = await Promise.all(SHEETS.filter((sheet) => reported.has(sheet)).map(async (sheet) =>
    [sheet, await loadRows(whole, sheet, known, 'r.student_id = any($2::text[])', ids)] as const));
  return Object.fromEntries(loaded) as Dataset;
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
