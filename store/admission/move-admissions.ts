import type { AdmissionState } from '../../core/admission/states.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import type { StoredAdmission } from './admission.ts';

/** What moves an admission on, and where its student is from then on. */
export interface Moving {
  readonly act: 'register' | 'duplicate' | 'keep_admission' | 'restore_admission' | 'cancel_admission';
  readonly to: AdmissionState;
  readonly on: PlainDate;
  readonly reason: string | null;
  readonly at: Instant;
  readonly matter_id?: number;
  readonly duplicate_id?: number;
  readonly import_id?: number;
  /** By number of the admission. */
  readonly student_ids?: ReadonlyMap<number, string>;
}

/** Moves admissions by compare-and-set and adds an entry to each; false when one of them was moved meanwhile. */
export async function moveAdmissions(tx: Transaction, admissions: readonly Pick<StoredAdmission, 'admission_id' | 'version'>[], moving: Moving): Promise<boolean> {
  const { region_id, account } = tx.actor;
  const [ids, versions] = [admissions.map(({ admission_id }) => admission_id), admissions.map(({ version }) => version)];
  const students = ids.map((id) => moving.student_ids?.get(id) ?? null);
  await tx.change(
    `insert into admission_entries (region_id, admission_id, version, act, from_state, to_state, on_day, reason, student_id, matter_id, duplicate_id, import_id, scopes, recorded_at, recorded_by)
     select a.region_id, a.admission_id, a.version + 1, $5, a.state, $6, $7, $8, t.student_id, $9, $10, $11, a.scopes, $12, $13
     from unnest($2::bigint[], $3::integer[], $4::text[]) as t(admission_id, version, student_id)
       join admissions a on a.region_id = $1 and a.admission_id = t.admission_id and a.version = t.version and a.superseded_at is null`,
    [region_id, ids, versions, students, moving.act, moving.to, moving.on, moving.reason, moving.matter_id ?? null, moving.duplicate_id ?? null, moving.import_id ?? null, moving.at, account]);
  const moved = await tx.change(
    `update admissions a set state = $4, version = a.version + 1 from unnest($2::bigint[], $3::integer[]) as t(admission_id, version)
     where a.region_id = $1 and a.admission_id = t.admission_id and a.version = t.version and a.superseded_at is null`, [region_id, ids, versions, moving.to]);
  return moved === admissions.length;
}
