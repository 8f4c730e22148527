import type { AdmissionState } from '../../core/admission/states.ts';
import { masksOf } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import { ADMISSION_COLUMNS, readableAdmissions, type StoredAdmission } from './admission.ts';
import { OF_PAIR, UNDECIDED } from './duplicates.ts';

export interface AdmissionFilter {
  readonly year: number;
  readonly school_id?: string | undefined;
  readonly programme_id?: string | undefined;
  readonly state?: AdmissionState | undefined;
  /** Within the name, or the beginning of the exam number. */
  readonly text?: string | undefined;
  readonly page: number;
  readonly per_page: number;
}

/** An admission as it is shown: masks where tokens were, who they are on the roll, whether look-alikes are undecided. */
export interface ShownAdmission extends StoredAdmission {
  readonly student_id: string | null;
  readonly undecided: boolean;
  /** A kept place that was approved to be taken up. */
  readonly restored: boolean;
}

/** Counts stop here: nobody reads further. */
const MOST_COUNTED = 10_000;
/** Words of people are in the order of their pinyin. */
const PINYIN = 'collate "zh-x-icu"';

/** Admissions in reach that meet a filter, by programme and name; and how many, as far as anybody counts. */
export async function listAdmissions(tx: Transaction, filter: AdmissionFilter): Promise<{ readonly total: number; readonly admissions: ShownAdmission[] }> {
  const { year, school_id, programme_id, state, text, page, per_page } = filter;
  const values = [tx.actor.region_id, readableAdmissions(tx), year, school_id ?? null, programme_id ?? null, state ?? null, text ?? null];
  const where = `a.region_id = $1 and a.superseded_at is null and ($2::text[] is null or a.scopes && $2) and a.year = $3 and ($4::text is null or a.school_id = $4)
    and ($5::text is null or a.programme_id = $5) and ($6::text is null or a.state = $6) and ($7::text is null or position($7 in a.name) > 0 or starts_with(a.exam_number, $7))`;
  const [counted] = await tx.arrays(`select count(*) from (select 1 from admissions a where ${where} limit ${MOST_COUNTED}) n`, values);
  const rows = await tx.query<ShownAdmission>(
    `select ${ADMISSION_COLUMNS},
       (select e.student_id from admission_entries e where e.region_id = $1 and e.admission_id = a.admission_id and e.act = 'register') as student_id,
       exists (select 1 from admission_entries e where e.region_id = $1 and e.admission_id = a.admission_id and e.act = 'restore_admission') as restored, false as undecided
     from admissions a where ${where} order by a.programme_id, a.name ${PINYIN}, a.exam_number offset $8 limit $9`, [...values, (page - 1) * per_page, per_page]);
  const undecided = await undecidedAmong(tx, rows.map(({ admission_id }) => admission_id));
  const masks = await masksOf(tx, [...new Set(rows.flatMap(({ id_number, guardian_phone }) => [id_number, guardian_phone].filter((token) => token !== null)))]);
  const masked = (token: string | null): string | null => (token === null ? null : masks.get(token) ?? null);
  return {
    total: Number(counted?.[0] ?? 0),
    admissions: rows.map((row) => ({ ...row, undecided: undecided.has(row.admission_id), id_number: masked(row.id_number), guardian_phone: masked(row.guardian_phone) })),
  };
}

/** Those of the admissions that look like others, and nobody has decided. Asked over all records: the other may be another school's. */
export async function undecidedAmong(tx: Transaction, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.whole((whole) => whole.arrays(
    `select unnest(array[d.admission_id, o.admission_id]) from admission_duplicates d ${OF_PAIR}
     where d.region_id = $1 and (d.admission_id = any($2::bigint[]) or d.other_kind = 'admission' and d.other_id = any($3::text[])) and ${UNDECIDED}`,
    [whole.actor.region_id, ids, ids.map(String)]));
  return new Set(rows.map(([id]) => Number(id)));
}
