import { earnedByStudent } from '../../core/teaching/credits.ts';
import { teachingRefusal, type TeachingRefusal } from '../../core/teaching/refusals.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { compare, decimal, toDecimalText, type Exact } from '../../core/values/exact.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { bringIn } from '../import.ts';
import type { Stamp } from '../record-stamp.ts';
import { passedByStudent } from '../internships/passed.ts';
import { schemeOf } from '../schemes/scheme.ts';
import type { Transaction } from '../transaction.ts';
import type { ClassStudent } from './classes.ts';
import { gradedCourses } from './grades.ts';

/** Whose credits are to be brought to what the grades say. */
export interface Crediting {
  readonly programme_id: string;
  readonly cohort: number;
  readonly students: readonly ClassStudent[];
  /** Conduct as it was decided; who is not there keeps what stands. */
  readonly conduct?: ReadonlyMap<string, boolean>;
  readonly today: PlainDate;
  readonly name: string;
}

/**
 * M3-e: brings the register of credits to what the scheme requires and the released grades give, the other columns as they
 * stand; a first row takes along how the internship ended. What was reported of a student before the first grade counts along, once. To be called within `tx.whole` of whoever decides.
 */
export async function bringUpCredits(whole: Transaction, stamp: Stamp, { programme_id, cohort, students, conduct, today, name }: Crediting): Promise<readonly TeachingRefusal[]> {
  const ids = students.map(({ student_id }) => student_id);
  const before = new Map((await loadRows(whole, 'credits', {}, 'r.student_id = any($2::text[])', ids)).map((row) => [row.student_id, row]));
  const graded = await gradedCourses(whole, ids);
  const brought = await broughtBefore(whole, stamp, { students, before });
  const scheme = await schemeOf(whole, programme_id, cohort, today);
  const interned = await passedByStudent(whole, ids.filter((id) => !before.has(id)));
  const earned = earnedByStudent(graded, brought, ids);
  const unknown = ids.filter((id) => scheme === null && !before.has(id));
  if (unknown.length > 0) return unknown.map((id) => teachingRefusal('no_scheme', id));
  const rows = ids.flatMap((student_id, at): Row<'credits'>[] => {
    const known = before.get(student_id);
    const row: Row<'credits'> = {
      student_id, required: scheme === null ? known?.required as Exact : decimal(scheme.content.required_credits), earned: earned.get(student_id) as Exact,
      conduct_ok: conduct?.get(student_id) ?? known?.conduct_ok ?? null, internship_ok: known === undefined ? interned.get(student_id) ?? null : known.internship_ok, certificate_exemption: known?.certificate_exemption ?? null, row: at + 1,
    };
    return known !== undefined && isSame(known, row) ? [] : [row];
  });
  if (rows.length === 0) return [];
  const answer = await whole.decided(['learning', 'imports'], (deciding) => bringIn(deciding, { credits: rows }, { stamp, name }));
  if (answer.outcome !== 'done' && answer.outcome !== 'unchanged') throw new Error(`credits of grades: ${JSON.stringify(answer).slice(0, 1000)}`);
  return [];
}

function isSame(a: Row<'credits'>, b: Row<'credits'>): boolean {
  return compare(a.required, b.required) === 0 && compare(a.earned, b.earned) === 0 && a.conduct_ok === b.conduct_ok;
}

interface Bringing {
  readonly students: readonly ClassStudent[];
  readonly before: ReadonlyMap<string, Row<'credits'>>;
}

/** What counts along from before, by student: noted as their credits are worked out here for the first time. */
async function broughtBefore(whole: Transaction, stamp: Stamp, { students, before }: Bringing): Promise<Map<string, string>> {
  const ids = students.map(({ student_id }) => student_id);
  const known = new Map((await whole.query<{ student_id: string; earned: string }>(
    'select student_id, earned from credits_brought where region_id = $1 and student_id = any($2::text[])', [whole.actor.region_id, ids])).map(({ student_id, earned }) => [student_id, earned]));
  const rows = students.flatMap(({ student_id, scopes }) => {
    if (known.has(student_id)) return [];
    const row = before.get(student_id);
    return [{ student_id, scopes, earned: row === undefined ? '0' : toDecimalText(row.earned) ?? '0', record_id: row?.row ?? null }];
  });
  if (rows.length === 0) return known;
  await whole.decided(['courses'], (deciding) => deciding.change(
    `insert into credits_brought (region_id, student_id, earned, record_id, scopes, recorded_at, recorded_by)
     select $1::integer, b.student_id, b.earned, b.record_id, b.scopes, $3::timestamptz, $4::text
     from jsonb_to_recordset($2::jsonb) as b(student_id text, earned numeric, record_id bigint, scopes text[])`,
    [whole.actor.region_id, JSON.stringify(rows), stamp.at, whole.actor.account]));
  return new Map([...known, ...rows.map(({ student_id, earned }) => [student_id, earned] as const)]);
}
