import type { AdmissionState } from '../../core/admission/states.ts';
import type { UploadRow } from '../../core/exchange/upload-sheets.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

export type AdmissionRow = UploadRow<'admissions'>;

/** An admitted student as recorded; personal values are tokens. */
export interface StoredAdmission {
  readonly admission_id: number;
  readonly year: number;
  readonly exam_number: string;
  readonly name: string;
  readonly sex: '1' | '2';
  readonly birth_date: PlainDate;
  readonly id_number: string | null;
  readonly school_id: string;
  readonly programme_id: string;
  readonly score: string | null;
  readonly admitted_on: PlainDate;
  readonly guardian_name: string | null;
  readonly guardian_relation: string | null;
  readonly guardian_phone: string | null;
  readonly state: AdmissionState;
  readonly version: number;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** Columns of `admissions a` that make a `StoredAdmission`. */
export const ADMISSION_COLUMNS = `a.admission_id::int, a.year, a.exam_number, a.name, a.sex, a.birth_date, a.id_number, a.school_id, a.programme_id, a.score::text,
  a.admitted_on, a.guardian_name, a.guardian_relation, a.guardian_phone, a.state, a.version, a.scopes, a.recorded_at, a.recorded_by`;

/** Labels of the admissions that may be read; null for all. */
export function readableAdmissions(tx: Transaction): readonly string[] | null {
  const labels = tx.actor.reach.get('students.read') ?? [];
  return labels === '*' ? null : labels;
}

/** Standing admissions by their numbers, as far as they are in reach, in the order of the numbers given. */
export async function admissionsById(tx: Transaction, ids: readonly number[]): Promise<StoredAdmission[]> {
  const rows = await tx.query<StoredAdmission>(
    `select ${ADMISSION_COLUMNS} from admissions a where a.region_id = $1 and a.admission_id = any($2::bigint[]) and a.superseded_at is null and ($3::text[] is null or a.scopes && $3)`,
    [tx.actor.region_id, ids, readableAdmissions(tx)]);
  const byId = new Map(rows.map((one) => [one.admission_id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
