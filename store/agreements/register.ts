import type { Party } from '../../core/agreements/party.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import { columnList, registerNamed } from '../register-columns.ts';
import { rangesOf } from '../register-digest.ts';
import type { Transaction } from '../transaction.ts';

/** What the register says of an agreement: the days of its signatures, the five places, the copies handed out. */
export interface AgreementRow {
  readonly student_id: string;
  readonly signed: Readonly<Partial<Record<Party, PlainDate>>>;
  readonly places: readonly string[];
  readonly copies: number;
  readonly scopes: readonly string[];
}

const REGISTER = registerNamed('agreements');
const DAYS = ['student', 'guardian', 'school', 'college'] as const;

/**
 * Writes what became of agreements into their register, each as an answer to what stands there: every verdict and every
 * duty sees it from the same moment on. What is the same already is left. To be called with the region locked for facts.
 */
export async function recordAgreementRows(tx: Transaction, rows: readonly AgreementRow[], stamp: Stamp): Promise<void> {
  if (rows.length === 0) return;
  const { region_id, account } = tx.actor;
  const given = JSON.stringify(rows.map(({ student_id, signed, places, copies, scopes }) => ({
    student_id, ...Object.fromEntries(DAYS.map((party) => [`signed_${party}_on`, signed[party] ?? null])), places, copies_issued: copies, scopes,
  })));
  const wanted = `jsonb_to_recordset($2::jsonb) as n(student_id text, signed_student_on date, signed_guardian_on date, signed_school_on date, signed_college_on date, places text[], copies_issued bigint, scopes text[])`;
  const columns = columnList(REGISTER);
  const [values, standingValues] = [columnList(REGISTER, 'n.'), columnList(REGISTER, 'r.')];
  await tx.decided(['students'], (deciding) => deciding.whole(async (whole) => {
    await whole.change('create temp table if not exists answered_agreements (record_id bigint, student_id text) on commit drop');
    await whole.change('truncate answered_agreements');
    await whole.change(
      `insert into answered_agreements select r.record_id, n.student_id from ${wanted}
         left join ${REGISTER.table} r on r.region_id = $1 and r.key = n.student_id and ${standing('r')}
       where (${values}) is distinct from (${standingValues})`, [region_id, given]);
    await whole.change(
      `update ${REGISTER.table} r set superseded_at = $2 from answered_agreements a where r.region_id = $1 and r.record_id = a.record_id and r.superseded_at is null`, [region_id, stamp.at]);
    const [counted] = await whole.arrays('select count(*)::integer from answered_agreements');
    const many = Number(counted?.[0] ?? 0);
    if (many === 0) return;
    const first = await takeNumbers(whole, 'next_record_id', many);
    await whole.change(
      `insert into ${REGISTER.table} (region_id, record_id, key, ${columns}, recorded_at, recorded_by, answers, act, reason, scopes)
       select $1::integer, $3::bigint - 1 + row_number() over (order by n.student_id), n.student_id, ${values}, $4::timestamptz, $5::text, a.record_id,
         case when a.record_id is null then 'added' else 'corrected' end, null, n.scopes
       from ${wanted} join answered_agreements a using (student_id)`, [region_id, given, first, stamp.at, account]);
    await whole.audit({ action: 'agreement.registered', object: `agreements/${first}`, detail: { many, records: await rangesOf(whole, [REGISTER], first, first + many - 1) } });
  }));
}

/** What stands in the register of these students. */
export async function agreementRowsOf(whole: Transaction, students: readonly string[]): Promise<ReadonlyMap<string, Omit<AgreementRow, 'student_id' | 'scopes'>>> {
  const rows = await whole.query<{ student_id: string; student: PlainDate | null; guardian: PlainDate | null; school: PlainDate | null; college: PlainDate | null; places: string[]; copies: bigint }>(
    `select r.student_id, r.signed_student_on as student, r.signed_guardian_on as guardian, r.signed_school_on as school, r.signed_college_on as college, r.places, r.copies_issued as copies
     from ${REGISTER.table} r where r.region_id = $1 and r.key = any($2::text[]) and ${standing('r')}`, [whole.actor.region_id, students]);
  return new Map(rows.map(({ student_id, places, copies, ...days }) =>
    [student_id, { places, copies: Number(copies), signed: Object.fromEntries(DAYS.flatMap((party) => (days[party] === null ? [] : [[party, days[party]]]))) }]));
}
