import { certificateStandings, type StudentCertificate } from '../../core/graduation/certificate-standing.ts';
import type { GraduationRules } from '../../core/graduation/rules.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { reportedSheets } from '../import-check.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** How everybody of the higher stage in reach stands with the certificate; of one school where it is given. Whoever may read roll and learning of a student is told. */
export async function certificateStandingOf(tx: Transaction, { on, school_id }: { readonly on: PlainDate; readonly school_id?: string | undefined }, rules: GraduationRules): Promise<StudentCertificate[]> {
  const rows = await tx.query<{ student_id: string }>(
    `select r.student_id from register_students r where r.region_id = $1 and ${standing('r')} and r.stage = 'higher' and r.valid_from <= $2 and (r.valid_to is null or r.valid_to >= $2)
       and ($3::text is null or r.school_id = $3) and ($4::text[] is null or r.scopes && $4) and ($5::text[] is null or r.scopes && $5)`,
    [tx.actor.region_id, on, school_id ?? null, labelsToRead(tx, 'students'), labelsToRead(tx, 'learning')]);
  const ids = rows.map(({ student_id }) => student_id);
  return tx.whole(async (whole) => {
    const reported = await reportedSheets(whole);
    const students = await loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', ids);
    const credits = await loadRows(whole, 'credits', {}, 'r.student_id = any($2::text[])', ids);
    const certificates = reported.has('certificates') ? await loadRows(whole, 'certificates', {}, 'r.student_id = any($2::text[])', ids) : undefined;
    return certificateStandings({ students, credits, ...(certificates !== undefined && { certificates }) }, on, rules);
  });
}
