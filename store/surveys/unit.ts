import type { HeldRole } from '../../core/access/reach.ts';
import type { Answerers } from '../../core/surveys/questions.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

/** Where somebody's answer is counted: students, parents and teachers at their campus, everybody else at their organisation. To be called within `tx.whole`. */
export async function unitOf(whole: Transaction, group: Answerers, held: HeldRole): Promise<string> {
  const campus = await campusOf(whole, group, held);
  return campus !== null ? `campus:${campus}` : held.org_id !== null ? `org:${held.org_id}` : NOWHERE;
}

/** Of those whom no register places. */
export const NOWHERE = 'region';

async function campusOf(whole: Transaction, group: Answerers, { classes, staff_no }: HeldRole): Promise<string | null> {
  if (group === 'student' || group === 'guardian') return campusOfStudent(whole);
  if (group !== 'teacher') return null;
  if (classes.length > 0) return (await loadRows(whole, 'classes', {}, 'r.class_id = any($2::text[])', [...classes].sort())).find(({ campus_id }) => campus_id !== null)?.campus_id ?? null;
  return staff_no == null ? null : (await loadRows(whole, 'staff', {}, 'r.person_id = $2', staff_no)).find(({ campus_id }) => campus_id !== null)?.campus_id ?? null;
}

/** The campus of oneself, or of the first of one's children. */
async function campusOfStudent(whole: Transaction): Promise<string | null> {
  const { region_id, account } = whole.actor;
  const rows = await whole.query<{ student_id: string }>(
    `select coalesce(p.student_id, g.student_id) as student_id from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id
       left join guardianships g on g.region_id = p.region_id and g.person_id = p.person_id and g.ended_at is null
     where a.region_id = $1 and a.account = $2 order by 1`, [region_id, account]);
  const ids = rows.flatMap(({ student_id }) => (student_id === null ? [] : [student_id]));
  if (ids.length === 0) return null;
  const students = await loadRows(whole, 'students', {}, 'r.student_id = any($2::text[])', ids);
  return students.find(({ campus_id }) => campus_id !== null)?.campus_id ?? null;
}

/** What campuses and organisations are called; names are no secret. */
export async function namesOfUnits(tx: Transaction, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: string): string[] => units.flatMap((unit) => (unit.startsWith(`${kind}:`) ? [unit.slice(kind.length + 1)] : []));
  return tx.whole(async (whole) => new Map<string, string>([
    ...(await loadRows(whole, 'campuses', {}, 'r.campus_id = any($2::text[])', ids('campus'))).map(({ campus_id, name }) => [`campus:${campus_id}`, name] as const),
    ...(await loadRows(whole, 'organisations', {}, 'r.org_id = any($2::text[])', ids('org'))).map(({ org_id, name }) => [`org:${org_id}`, name] as const),
  ]));
}
